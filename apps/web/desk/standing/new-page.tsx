import { useNavigate, useSearch } from '@tanstack/react-router';
import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { Buyers } from '../../data/generated/buyers.js';
import { CandidateFacilities } from '../../data/generated/candidate-facilities.js';
import { ProposeStandingOrder } from '../../data/generated/propose-standing-order.js';
import { StandingOrder } from '../../data/generated/standing-order.js';
import type { HolidayRule, PriceBasis, RhythmKind } from '../../data/generated/types.js';
import { WorkTypes } from '../../data/generated/work-types.js';
import { queryClient, useAsk } from '../../data/use-ask.js';
import { CheckList, RadioList } from '../../kit/choices.js';
import { DateField } from '../../kit/date-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { SearchedList } from '../../kit/searched-list.js';
import type { Standing } from '../../standing/standing-view.js';
import { useStandingWords } from '../../standing/words.js';
import { useCommon } from '../../words/common/index.js';
import { addDays } from '../../words/format.js';
import { readSen, readWholeNumber } from '../../words/typed-numbers.js';
import { WorkTypeField } from '../order/work-type-field.js';

const YEAR_DAYS = 364;

interface Values {
  buyerId: string;
  workTypeCode: string;
  title: string;
  specification: string;
  contractType: string;
  fromOn: string;
  toOn: string;
  rhythm: string;
  weekdays: string[];
  day: string;
  dates: string;
  holidayRule: string;
  priceBasis: string;
  price: string;
  ceiling: string;
  site: string;
  quantity: string;
  members: string[];
}

/** Proposes work that comes again; from one of last year, with the dates a year on. */
export function NewStandingPage() {
  const words = useStandingWords();
  const { areas } = useCommon();
  const { copy } = useSearch({ from: '/inside/desk-area/desk/standing/new' });
  const query = useAsk(StandingOrder, { id: copy ?? '' }, { isWanted: copy !== undefined });
  return (
    <Page title={words.propose} area={areas.desk} isNarrow>
      {copy === undefined ? (
        <ProposalForm before={null} />
      ) : (
        <Loaded query={query}>{({ standingOrder }) => <ProposalForm before={standingOrder} />}</Loaded>
      )}
    </Page>
  );
}

function ProposalForm({ before }: { readonly before: Standing | null }) {
  const words = useStandingWords();
  const { form: formWords } = useCommon();
  const today = useToday();
  const navigate = useNavigate();
  const buyers = useAsk(Buyers, {}).data?.buyers ?? [];
  const workTypes = useAsk(WorkTypes, {}).data?.workTypes ?? [];
  const filling = useFilling<Values>({
    draftKey: before === null ? 'new-standing' : `new-standing:${before.id}`,
    defaultValues: valuesOf(before),
    send: async (values, idempotencyKey) => {
      const { proposeStandingOrder } = await ask(ProposeStandingOrder, {
        input: { ...inputOf(values), idempotencyKey },
      });
      await queryClient.invalidateQueries();
      await navigate({ to: '/desk/standing/$id', params: { id: proposeStandingOrder.standingOrder.id } });
    },
  });
  const chosenWork = filling.form.watch('workTypeCode');
  const facilities = useAsk(CandidateFacilities, { workTypeCode: chosenWork }, { isWanted: chosenWork !== '' });
  const unit = workTypes.find(({ code }) => code === chosenWork)?.unit ?? '';
  const listed = <Value extends string>(names: Readonly<Record<Value, string>>) =>
    (Object.entries(names) as [Value, string][]).map(([value, label]) => ({ value, label }));
  return (
    <Form filling={filling} submitLabel={words.submit}>
      <SearchedList
        name="buyerId"
        label={words.buyer}
        searchLabel={words.buyerSearch}
        searchHint={words.buyerSearchHint}
        found={formWords.found}
        choices={buyers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <WorkTypeField name="workTypeCode" label={words.workType} />
      <TextField name="title" label={words.name} />
      <TextField name="specification" label={words.specification} rows={3} isOptional />
      <RadioList name="contractType" label={words.contract} choices={listed(words.contracts)} />
      <DateField name="fromOn" label={words.from} today={today} />
      <DateField name="toOn" label={words.to} today={today} min={today} />
      <RadioList
        name="rhythm"
        label={words.rhythm}
        choices={listed(words.rhythms).map((choice) => ({ ...choice, more: moreOf(choice.value, words, unit) }))}
      />
      <RadioList name="holidayRule" label={words.holiday} choices={listed(words.holidays)} />
      <RadioList name="priceBasis" label={words.basis} choices={listed(words.bases)} />
      <NumberField name="price" label={words.price} unit={words.yen} as="sen" />
      <TextField name="site" label={words.site} />
      <NumberField name="quantity" label={words.each} unit={unit} min={1} />
      {facilities.data && facilities.data.facilities.items.length > 0 ? (
        <CheckList
          name="members"
          label={words.members}
          hint={words.membersHint}
          isOptional
          choices={facilities.data.facilities.items.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
    </Form>
  );
}

function moreOf(kind: RhythmKind, words: ReturnType<typeof useStandingWords>, unit: string) {
  switch (kind) {
    case 'WEEKLY':
      return (
        <CheckList
          name="weekdays"
          label={words.weekdays}
          choices={words.weekdayNames.map((label, index) => ({ value: String(index + 1), label }))}
        />
      );
    case 'MONTHLY_DAY':
      return <NumberField name="day" label={words.day} unit="" min={1} max={31} />;
    case 'NAMED_DATES':
      return <TextField name="dates" label={words.namedDates} rows={6} />;
    case 'ON_CALL':
      return <NumberField name="ceiling" label={words.ceiling} hint={words.ceilingHint} unit={unit} min={1} />;
    case 'MONTHLY_LAST_WORKING_DAY':
      return undefined;
  }
}

function valuesOf(before: Standing | null): Values {
  if (before === null) {
    return {
      buyerId: '',
      workTypeCode: '',
      title: '',
      specification: '',
      contractType: 'DESK_CONTRACT',
      fromOn: '',
      toOn: '',
      rhythm: '',
      weekdays: [],
      day: '',
      dates: '',
      holidayRule: 'NEXT_WORKING_DAY',
      priceBasis: 'PER_UNIT',
      price: '',
      ceiling: '',
      site: '',
      quantity: '1',
      members: [],
    };
  }
  const [site] = before.sites;
  return {
    ...valuesOf(null),
    buyerId: before.buyerId,
    workTypeCode: before.workType.code,
    title: before.title,
    specification: before.specification,
    // The same weekday a year on.
    fromOn: addDays(before.fromOn, YEAR_DAYS),
    toOn: addDays(before.toOn, YEAR_DAYS),
    rhythm: before.rhythm.kind,
    weekdays: (before.rhythm.weekdays ?? []).map(String),
    day: before.rhythm.day === null ? '' : String(before.rhythm.day),
    holidayRule: before.holidayRule,
    priceBasis: before.priceBasis,
    price: String(before.priceSen / 100),
    ceiling: before.ceilingUnits === null ? '' : String(before.ceilingUnits),
    site: before.sites.map(({ name }) => name).join('、'),
    quantity: String(site?.quantity ?? 1),
    members: before.members.map(({ facilityId }) => facilityId),
  };
}

function inputOf(values: Values) {
  const kind = values.rhythm as RhythmKind;
  const { buyerId, workTypeCode, title, specification, fromOn, toOn } = values;
  return {
    buyerId,
    workTypeCode,
    title,
    specification,
    fromOn,
    toOn,
    contractType: values.contractType as 'DESK_CONTRACT' | 'BROKERED',
    rhythm: {
      kind,
      weekdays: kind === 'WEEKLY' ? values.weekdays.map(Number) : null,
      day: kind === 'MONTHLY_DAY' ? readWholeNumber(values.day) : null,
      dates: kind === 'NAMED_DATES' ? values.dates.split(/\s+/).filter((date) => date !== '') : null,
    },
    holidayRule: values.holidayRule as HolidayRule,
    priceBasis: values.priceBasis as PriceBasis,
    priceSen: readSen(values.price) ?? 0,
    ceilingUnits: kind === 'ON_CALL' ? readWholeNumber(values.ceiling) : null,
    sites: values.site
      .split('、')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => ({ name, quantity: readWholeNumber(values.quantity) ?? 1 })),
    members: values.members.map((facilityId) => ({ facilityId })),
  };
}
