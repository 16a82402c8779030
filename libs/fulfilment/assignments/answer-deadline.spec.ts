import fc from 'fast-check';
import { addDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import { assertProperty } from '../../../test/harness/property.js';
import { answerTimes, answerTimesOn, daysToExtendTo } from './answer-deadline.js';

const START = Date.UTC(2026, 0, 1);
const instants = fc.integer({ min: 0, max: 3 * 366 * 24 * 60 }).map((minutes) => new Date(START + minutes * 60_000));

describe('The time to answer an offer', () => {
  it('ends at 17:00 before the day the work is due, if that is not over; a reminder comes between now and then', () => {
    assertProperty(
      fc.property(instants, fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 40 }), (now, days, dueIn) => {
        const today = todayInTokyo(now);
        const dueOn = addDays(today, dueIn);
        const { answerBy, remindAt, remindedAt } = answerTimes(now, days, dueOn);
        const on = todayInTokyo(answerBy!);
        expect(answerBy).toEqual(new Date(`${on}T17:00:00+09:00`));
        expect(on > today).toBe(true);
        expect(on < dueOn || on === addDays(today, 1)).toBe(true);
        expect(remindAt === null || (remindAt > now && remindAt < answerBy!)).toBe(true);
        expect(remindedAt).toBeNull();
      }),
    );
  });

  it('is extended to a later day that is before the day the work is due, while the offer is open, or not at all', () => {
    assertProperty(
      fc.property(
        instants,
        fc.integer({ min: -3, max: 20 }),
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom('OFFERED' as const, 'ACCEPTED' as const, 'EXPIRED' as const),
        (now, answerIn, dueIn, status) => {
          const today = todayInTokyo(now);
          const [answerOn, dueOn] = [addDays(today, answerIn), addDays(today, dueIn)];
          const { answerBy } = answerTimesOn(now, answerOn);
          const days = daysToExtendTo({ status, answerBy, dueOn }, now);
          const candidates = Array.from({ length: 70 }, (_, index): LocalDate => addDays(today, index - 10));
          const isOpen = status === 'OFFERED' && answerBy! >= now;
          const allowed = candidates.filter((day) => isOpen && day > answerOn && day < dueOn);
          expect(candidates.filter((day) => days !== null && day >= days.earliest && day <= days.latest)).toEqual(
            allowed,
          );
          expect(days === null).toBe(allowed.length === 0);
        },
      ),
    );
  });
});
