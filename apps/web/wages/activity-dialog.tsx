import { useToday } from '../app/session.js';
import { ask } from '../data/ask.js';
import { ActivityFacilities } from '../data/generated/activity-facilities.js';
import { SaveActivity } from '../data/generated/save-activity.js';
import type { ActivitiesQuery } from '../data/generated/types.js';
import { useAsk } from '../data/use-ask.js';
import { CheckList, SelectField } from '../kit/choices.js';
import { DateField } from '../kit/date-field.js';
import { NumberField, TextField } from '../kit/fields.js';
import { FormDialog } from '../kit/form-dialog.js';
import { More, Quiet } from '../kit/text.js';
import { readWholeNumber } from '../words/typed-numbers.js';
import { ACTIVITY_KINDS } from './activity-kinds.js';
import { useWageWords } from './words.js';

type Activity = ActivitiesQuery['activities']['items'][number];

interface Values {
  kind: string;
  theme: string;
  heldOn: string;
  title: string;
  times: string;
  people: string;
  peopleOnline: string;
  facilityIds: string[];
  note: string;
}

/** Records an activity in a few keystrokes: today, once, with the theme of the last one. */
export function ActivityDialog({
  themes,
  activity,
}: {
  readonly themes: readonly string[];
  /** Changes this one; null: a new one. */
  readonly activity: Activity | null;
}) {
  const { activities: words } = useWageWords();
  const today = useToday();
  const label = activity === null ? words.add : words.edit;
  return (
    <FormDialog<Values>
      label={label}
      {...(activity === null ? { look: 'primary' as const } : { about: activity.title, look: 'quiet' as const })}
      title={label}
      submitLabel={label}
      done={words.saved}
      defaultValues={{
        kind: activity?.kind ?? ACTIVITY_KINDS[0],
        theme: activity?.theme ?? themes[0] ?? '',
        heldOn: activity?.heldOn ?? today,
        title: activity?.title ?? '',
        times: String(activity?.times ?? 1),
        people: String(activity?.people ?? 0),
        peopleOnline: String(activity?.peopleOnline ?? 0),
        facilityIds: activity?.facilities.map(({ id }) => id) ?? [],
        note: activity?.note ?? '',
      }}
      send={async (values, idempotencyKey) => {
        const number = (text: string) => readWholeNumber(text) ?? 0;
        await ask(SaveActivity, {
          input: {
            idempotencyKey,
            activityId: activity?.id ?? null,
            kind: values.kind as Activity['kind'],
            theme: values.theme,
            heldOn: values.heldOn,
            title: values.title,
            times: number(values.times),
            people: number(values.people),
            peopleOnline: number(values.peopleOnline),
            facilityIds: values.facilityIds,
            workOrderId: activity?.workOrderId ?? null,
            note: values.note,
          },
        });
      }}
    >
      <SelectField
        name="kind"
        label={words.kind}
        none={words.kinds.SEMINAR}
        choices={ACTIVITY_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <TextField name="title" label={words.name} />
      <TextField name="theme" label={words.theme} hint={words.themeHint} />
      {themes.length === 0 ? null : <Quiet>{words.themes(themes.slice(0, 8).join('、'))}</Quiet>}
      <DateField name="heldOn" label={words.heldOn} today={today} />
      <NumberField name="times" label={words.times} unit={words.timesUnit} min={1} max={1000} />
      <NumberField name="people" label={words.people} unit={words.peopleUnit} />
      <NumberField name="peopleOnline" label={words.peopleOnline} unit={words.peopleUnit} />
      <More summary={words.facilities}>{() => <Facilities />}</More>
      <TextField name="note" label={words.note} rows={2} isOptional />
    </FormDialog>
  );
}

function Facilities() {
  const { activities: words } = useWageWords();
  const { data } = useAsk(ActivityFacilities, {});
  const choices = (data?.facilities.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return <CheckList name="facilityIds" label={words.facilities} choices={choices} isOptional />;
}
