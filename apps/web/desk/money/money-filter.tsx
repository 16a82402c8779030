import { useNavigate } from '@tanstack/react-router';
import { useToday } from '../../app/session.js';
import { DateField } from '../../kit/date-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { FilterForm } from '../../kit/filter-form.js';
import { useCommon } from '../../words/common/index.js';
import type { MoneySearch } from './money-search.js';
import { useMoneyWords } from './words.js';

/** Date, amount and partner: what records have to be found by. */
export function MoneyFilter({
  to,
  search,
}: {
  readonly to: '/desk/money/invoices' | '/desk/money/payments' | '/desk/money/lines';
  readonly search: MoneySearch;
}) {
  const navigate = useNavigate();
  const today = useToday();
  const { units } = useCommon();
  const { filter: words } = useMoneyWords();
  const { from = '', to: until = '', min = '', max = '', partner = '' } = search;
  return (
    <FilterForm
      values={{ from, to: until, min, max, partner }}
      onFilter={(next) => void navigate({ to, search: next })}
    >
      <DateField name="from" label={words.from} today={today} isOptional />
      <DateField name="to" label={words.to} today={today} isOptional />
      <NumberField name="min" label={words.min} unit={units.yen} isOptional />
      <NumberField name="max" label={words.max} unit={units.yen} isOptional />
      <TextField name="partner" label={words.partner} hint={words.partnerHint} isOptional />
    </FilterForm>
  );
}
