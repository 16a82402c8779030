import { useNavigate } from '@tanstack/react-router';
import { useToday } from '../../app/session.js';
import { Buyers } from '../../data/generated/buyers.js';
import { WorkTypes } from '../../data/generated/work-types.js';
import type { WorkOrderFlag } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { ButtonLink } from '../../kit/button.js';
import { CheckList, SelectField } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { More } from '../../kit/text.js';
import { formatDate } from '../../words/format.js';
import { plain } from '../../words/readings.js';
import { useWorkName } from '../../words/work-name.js';
import { useDeskCommon } from '../common/words.js';
import { type BoardSearch, FLAGS, flagsOf, withoutEmpty } from './board-search.js';
import { useBoardWords } from './words.js';

interface Values {
  text: string;
  from: string;
  to: string;
  buyer: string;
  work: string;
  flags: WorkOrderFlag[];
}

/** By number, title, buyer or work; by date and sign behind it. */
export function FindForm({ search }: { readonly search: BoardSearch }) {
  const words = useBoardWords();
  const { flags: flagWords } = useDeskCommon();
  const navigate = useNavigate();
  const today = useToday();
  const filling = useFilling<Values>({
    defaultValues: {
      text: search.text ?? '',
      from: search.from ?? '',
      to: search.to ?? '',
      buyer: search.buyer ?? '',
      work: search.work ?? '',
      flags: flagsOf(search),
    },
    send: async ({ text, from, to, buyer, work, flags }) => {
      const next = { ...search, text: text.trim(), from, to, buyer, work, flags: flags.join(','), walked: '' };
      await navigate({ to: '/desk/orders', search: withoutEmpty(next) });
    },
  });
  const workName = useWorkName();
  const buyers = useAsk(Buyers, {});
  const workTypes = useAsk(WorkTypes, {});
  const isOpen = [search.from, search.to, search.buyer, search.work, search.flags].some((each) => each !== undefined);
  return (
    <search className="[&>form]:grid [&>form]:items-end [&>form]:gap-x-4 sm:[&>form]:grid-cols-[1fr_auto] sm:[&>form>details]:col-span-2 sm:[&>form>details]:row-start-2">
      <Form filling={filling} submitLabel={words.submit} label={plain(words.search)}>
        <TextField name="text" label={words.text} hint={words.textHint} type="search" isOptional />
        <More summary={words.details} isOpen={isOpen}>
          <div className="flex flex-wrap gap-x-8">
            <DateField name="from" label={words.from} today={today} isOptional />
            <DateField name="to" label={words.to} today={today} isOptional />
          </div>
          <div className="grid gap-x-8 sm:grid-cols-2">
            <SelectField
              name="buyer"
              label={words.buyer}
              none={words.anyBuyer}
              choices={(buyers.data?.buyers ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
            <SelectField
              name="work"
              label={words.workOf}
              none={words.anyWork}
              choices={(workTypes.data?.workTypes ?? []).map((type) => ({ value: type.code, label: workName(type) }))}
            />
          </div>
          <CheckList
            name="flags"
            label={words.flags}
            isOptional
            choices={FLAGS.map((flag) => ({ value: flag, label: flagWords[flag] }))}
          />
        </More>
      </Form>
    </search>
  );
}

/** What the board is narrowed to now, each to be taken away by one press. */
export function Chips({ search }: { readonly search: BoardSearch }) {
  const words = useBoardWords();
  const { flags: flagWords } = useDeskCommon();
  const today = useToday();
  const { text, from, to, buyer, facility, work, show, sort } = search;
  const flags = flagsOf(search);
  const without = (name: keyof BoardSearch) => ({ ...search, [name]: undefined, walked: undefined });
  const chips: [name: string, rest: BoardSearch][] = [];
  if (text !== undefined) chips.push([words.chipText(text), without('text')]);
  if (from !== undefined) chips.push([words.chipFrom(formatDate(from, today)), without('from')]);
  if (to !== undefined) chips.push([words.chipTo(formatDate(to, today)), without('to')]);
  if (buyer !== undefined) chips.push([words.chipBuyer, without('buyer')]);
  if (facility !== undefined) chips.push([words.chipFacility, without('facility')]);
  if (work !== undefined) chips.push([words.chipWork, without('work')]);
  for (const flag of flags) {
    const others = flags.filter((other) => other !== flag).join(',');
    chips.push([flagWords[flag], withoutEmpty({ ...search, flags: others, walked: '' })]);
  }
  if (chips.length === 0) return null;
  return (
    <nav aria-label={plain(words.chips)} className="mt-4 flex flex-wrap items-center gap-2">
      <span className="text-quiet">{words.chips}</span>
      {chips.map(([name, rest]) => (
        <ButtonLink key={name} to="/desk/orders" search={rest} look="secondary">
          {words.remove(name)}
        </ButtonLink>
      ))}
      <ButtonLink to="/desk/orders" search={withoutEmpty({ show, sort })} look="quiet">
        {words.clear}
      </ButtonLink>
    </nav>
  );
}
