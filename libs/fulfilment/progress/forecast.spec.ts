import { type LocalDate, weekday } from '#yui/calendar';
import { forecastFinish } from './forecast.js';

/** Monday to Friday; 2026-06-01 is a Monday. */
const isWorkday = (day: LocalDate) => weekday(day) <= 5;
const share = (acceptedUnits: number, ...reports: [LocalDate, number][]) => ({
  acceptedUnits,
  startOn: '2026-06-01' as LocalDate,
  reports: reports.map(([on, doneUnits]) => ({ on, doneUnits })) as [
    { on: LocalDate; doneUnits: number },
    ...{ on: LocalDate; doneUnits: number }[],
  ],
});

describe('When a share will be finished', () => {
  it('follows the pace of the reports, on workdays alone', () => {
    // 300 in three days; 700 left are seven more: Thursday 4th to Friday 12th.
    expect(forecastFinish(share(1000, ['2026-06-03', 300]), '2026-06-03', isWorkday)).toEqual({
      doneUnits: 300,
      unitsPerWorkday: 100,
      finishOn: '2026-06-12',
    });
  });

  it('looks at the last ten workdays: who became faster is believed', () => {
    const slowThenFast = share(2000, ['2026-06-05', 50], ['2026-06-26', 1050]);
    const { unitsPerWorkday, finishOn } = forecastFinish(slowThenFast, '2026-06-26', isWorkday);
    expect([unitsPerWorkday, finishOn]).toEqual([100, '2026-07-10']);
  });

  it('is unknown when nothing was done of late', () => {
    const stopped = share(1000, ['2026-06-05', 500], ['2026-06-26', 500]);
    expect(forecastFinish(stopped, '2026-06-26', isWorkday)).toMatchObject({ unitsPerWorkday: 0, finishOn: null });
    expect(forecastFinish(share(1000, ['2026-06-03', 0]), '2026-06-03', isWorkday).finishOn).toBeNull();
  });

  it('does not promise the past when reports are old, and ends with the last report when all is done', () => {
    expect(forecastFinish(share(1000, ['2026-06-03', 900]), '2026-06-30', isWorkday).finishOn).toBe('2026-06-30');
    expect(forecastFinish(share(1000, ['2026-06-03', 1000]), '2026-06-30', isWorkday).finishOn).toBe('2026-06-03');
  });

  it('gives up where no day is a workday, or the pace is next to nothing', () => {
    expect(forecastFinish(share(1000, ['2026-06-03', 300]), '2026-06-03', () => false).finishOn).toBeNull();
    expect(forecastFinish(share(1_000_000, ['2026-06-03', 1]), '2026-06-03', isWorkday).finishOn).toBeNull();
  });

  it('never is later for a faster facility', () => {
    let before: LocalDate = '9999-12-31';
    for (let done = 50; done <= 1000; done += 50) {
      const { finishOn } = forecastFinish(share(1000, ['2026-06-03', done]), '2026-06-03', isWorkday);
      expect((finishOn ?? before) <= before).toBe(true);
      before = finishOn ?? before;
    }
  });
});
