import { feature } from '#yui/platform';
import { CalendarException } from './calendar-exception.entity.js';
import { Capability } from './capability.entity.js';
import { CapacityPromise } from './capacity-promise.entity.js';
import { CapacityDays } from './capacity-days.js';
import { CapacityQueries } from './capacity.queries.js';
import { SetCalendarException } from './set-calendar-exception.js';
import { SetCalendarExceptions } from './set-calendar-exceptions.js';
import { SetCapability } from './set-capability.js';
import { SetWorkWeek } from './set-work-week.js';
import { WorkWeek } from './work-week.entity.js';

export const capacity = feature({
  entities: [Capability, CalendarException, CapacityPromise, WorkWeek],
  commands: [SetCapability, SetCalendarException, SetCalendarExceptions, SetWorkWeek],
  queries: [CapacityDays, CapacityQueries],
  auditSentences: {
    setCapability: { ja: '事業所の対応能力を変更しました。', en: 'Changed what a facility can do.' },
    setWorkWeek: { ja: '事業所の一週間の作業量を変更しました。', en: "Changed a facility's ordinary week." },
    setCalendarExceptions: {
      ja: '事業所の特別な日をまとめて変更しました。',
      en: 'Changed several special days of a facility.',
    },
    setCalendarException: { ja: '事業所の特別な日を変更しました。', en: 'Changed a special day of a facility.' },
  },
});
