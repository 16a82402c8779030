import { useState } from 'react';
import { ask } from '../../data/ask.js';
import { SetWorkWeek } from '../../data/generated/set-work-week.js';
import type { OwnFacilityQuery } from '../../data/generated/types.js';
import { queryClient } from '../../data/use-ask.js';
import { NumberField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Done } from '../../kit/message.js';
import { P, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { readNumber } from '../../words/typed-numbers.js';
import { useFacilityWords } from '../words.js';

const MINUTES_PER_HOUR = 60;
/** Fifty people for a whole day. */
const MAX_HOURS = 1200;
const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

export function WorkWeekForm({ facility }: { readonly facility: OwnFacilityQuery['facility'] }) {
  const { calendar: words } = useFacilityWords();
  const { states } = useCommon();
  const [isSaved, setIsSaved] = useState(false);
  const minutesOf = (day: number) => facility.workWeek.find(({ weekday }) => weekday === day + 1)?.workMinutes ?? 0;
  const filling = useFilling<Record<string, string>>({
    defaultValues: Object.fromEntries(DAYS.map((day) => [`day${day}`, String(minutesOf(day) / MINUTES_PER_HOUR)])),
    send: async (values) => {
      const workMinutes = DAYS.map((day) =>
        Math.round((readNumber(values[`day${day}`] ?? '') ?? 0) * MINUTES_PER_HOUR),
      );
      await ask(SetWorkWeek, { input: { facilityId: facility.id, workMinutes } });
      setIsSaved(true);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Section heading={words.week} id="week">
      <P>{words.weekLead}</P>
      {isSaved ? <Done>{states.saved}</Done> : null}
      <Form filling={filling} submitLabel={words.saveWeek} label={words.week}>
        <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-4">
          {DAYS.map((day) => (
            <NumberField
              key={day}
              name={`day${day}`}
              label={words.days[day] ?? ''}
              unit={words.hours}
              max={MAX_HOURS}
              as="sen"
            />
          ))}
        </div>
      </Form>
    </Section>
  );
}
