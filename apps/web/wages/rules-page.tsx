import { useToday } from '../app/session.js';
import { ask } from '../data/ask.js';
import { RecordWageRule } from '../data/generated/record-wage-rule.js';
import type { WageRulesQuery } from '../data/generated/types.js';
import { WageRules } from '../data/generated/wage-rules.js';
import { useAsk } from '../data/use-ask.js';
import { PageLink } from '../kit/button.js';
import { RadioList } from '../kit/choices.js';
import { DateField } from '../kit/date-field.js';
import { NumberField, TextField } from '../kit/fields.js';
import { FormDialog } from '../kit/form-dialog.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { Table } from '../kit/table.js';
import { useCommon } from '../words/common/index.js';
import { formatDate, formatYen } from '../words/format.js';
import { readWholeNumber } from '../words/typed-numbers.js';
import { useWageWords } from './words.js';

type Rule = WageRulesQuery['wageRules'][number];
const YEN_KINDS = ['MINIMUM_HOURLY_WAGE', 'PREFECTURE_TARGET', 'NATIONAL_AVERAGE'] as const;

/** What the prefecture counts by, each from a day on and with its source. */
export function WageRulesPage() {
  const { rules: words, result, check } = useWageWords();
  const { areas } = useCommon();
  const today = useToday();
  const query = useAsk(WageRules, {});
  const valueOf = ({ yen, rounding }: Rule) =>
    rounding === null ? (yen === null ? '' : formatYen(yen)) : result.roundings[rounding];
  return (
    <Page title={words.title} area={areas.prefecture} lead={words.lead}>
      <AddRule />
      <Loaded query={query}>
        {({ wageRules }) =>
          wageRules.length === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <Table
              caption={words.title}
              rows={wageRules}
              keyOf={({ id }) => id}
              columns={[
                { heading: words.kind, cell: ({ kind }) => words.kinds[kind] },
                { heading: words.fromOn, cell: ({ fromOn }) => formatDate(fromOn, today), isShort: true },
                { heading: words.value, cell: valueOf },
                { heading: words.source, cell: ({ source }) => source },
              ]}
            />
          )
        }
      </Loaded>
      <p className="mt-6">
        <PageLink to="/prefecture/wages">{check.to}</PageLink>
      </p>
    </Page>
  );
}

function AddRule() {
  const { rules: words, result } = useWageWords();
  const { units } = useCommon();
  const today = useToday();
  const yen = <NumberField name="yen" label={words.yen} unit={units.yen} min={1} />;
  const rounding = (
    <RadioList
      name="rounding"
      label={words.rounding}
      choices={(['HALF_UP', 'UP'] as const).map((value) => ({ value, label: result.roundings[value] }))}
    />
  );
  const choices = [
    { value: 'USERS_ROUNDING', label: words.kinds.USERS_ROUNDING, more: rounding },
    ...YEN_KINDS.map((value) => ({ value, label: words.kinds[value], more: yen })),
    { value: 'RETURN_DUE', label: words.kinds.RETURN_DUE },
  ];
  return (
    <FormDialog<{ kind: string; fromOn: string; yen: string; rounding: string; source: string }>
      label={words.add}
      look="primary"
      title={words.add}
      submitLabel={words.add}
      done={words.done}
      defaultValues={{ kind: '', fromOn: '', yen: '', rounding: '', source: '' }}
      send={async (values, idempotencyKey) => {
        const kind = values.kind as Rule['kind'];
        await ask(RecordWageRule, {
          input: {
            idempotencyKey,
            kind,
            fromOn: values.fromOn,
            yen: readWholeNumber(values.yen),
            rounding: kind === 'USERS_ROUNDING' ? (values.rounding as Rule['rounding']) : null,
            source: values.source,
          },
        });
      }}
    >
      <RadioList name="kind" label={words.kind} choices={choices} />
      <DateField name="fromOn" label={words.fromOn} today={today} />
      <TextField name="source" label={words.source} />
    </FormDialog>
  );
}
