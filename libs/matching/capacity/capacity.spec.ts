import fc from 'fast-check';
import highsLoader from 'highs';
import { assertProperty } from '../../../test/harness/property.js';
import { capacityUntil } from './capacity-until.js';
import { checkPromises } from './check-promises.js';
import { prepareWorkload } from './prepare.js';
import type { CapacityRequest, DailyLimits, Demand, WorkCalendar } from './types.js';
import { WorkFlow } from './work-flow.js';
import { WorkProgram } from './work-program.js';

const property = { numRuns: 500 };

const calendarOf = (...seconds: number[]): WorkCalendar => ({ seconds });
const demand = (id: string, seconds: number, startDay: number, dueDay: number): Demand => ({
  id,
  seconds,
  startDay,
  dueDay,
});

describe('checkPromises', () => {
  it('keeps promises that just fit', () => {
    const check = checkPromises(calendarOf(60, 0, 60), [demand('a', 60, 0, 1), demand('b', 60, 0, 2)]);
    expect(check).toEqual({ isFeasible: true, overdueDemandIds: [] });
  });

  it('names who would be late, where, and by how much', () => {
    const check = checkPromises(calendarOf(60, 60, 60), [
      demand('a', 60, 0, 0),
      demand('b', 90, 0, 1),
      demand('c', 60, 2, 2),
    ]);
    expect(check).toEqual({
      isFeasible: false,
      overdueDemandIds: [],
      lateDemandIds: ['b'],
      interval: { startDay: 0, dueDay: 1 },
      missingSeconds: 30,
    });
  });

  it('works on what is overdue first, without blaming others for it', () => {
    const late = demand('late', 60, -5, -1);
    expect(checkPromises(calendarOf(60, 60), [late, demand('a', 60, 0, 1)])).toEqual({
      isFeasible: true,
      overdueDemandIds: ['late'],
    });
    expect(checkPromises(calendarOf(60, 60), [late, demand('a', 60, 0, 0)])).toMatchObject({ lateDemandIds: ['a'] });
  });

  it('keeps to the machine, however many people there are', () => {
    const folding = { ...demand('a', 100, 0, 1), workType: 'fold', units: 100, secondsPerUnit: 1 };
    expect(checkPromises(calendarOf(500, 500), [folding], { fold: 50 }).isFeasible).toBe(true);
    expect(checkPromises(calendarOf(500, 500), [folding], { fold: 49 })).toMatchObject({
      lateDemandIds: ['a'],
      missingSeconds: 2,
    });
  });

  it('refuses days it does not know and numbers that are none', () => {
    expect(() => checkPromises(calendarOf(60), [demand('a', 1, 0, 1)])).toThrow('CAPACITY.DAY_OUTSIDE_CALENDAR');
    expect(() => checkPromises(calendarOf(60), [demand('a', NaN, 0, 0)])).toThrow('CAPACITY.INVALID_INPUT');
    expect(() => checkPromises(calendarOf(-1), [])).toThrow('CAPACITY.INVALID_INPUT');
  });
});

describe('capacityUntil', () => {
  const request: CapacityRequest = { workType: 'fold', secondsPerUnit: 3, startDay: 0, dueDay: 3 };

  it('counts whole units in the slack of the days', () => {
    expect(capacityUntil(calendarOf(100, 100, 0, 100), [demand('x', 150, 0, 1)], request)).toBe(50);
  });

  it('is 0 on closed days, past days and under a limit of 0', () => {
    expect(capacityUntil(calendarOf(0, 0, 0, 0), [], request)).toBe(0);
    expect(capacityUntil(calendarOf(9), [], { ...request, startDay: -4, dueDay: -1 })).toBe(0);
    expect(capacityUntil(calendarOf(9, 9, 9, 9), [], { ...request, dailyLimitUnits: 0 })).toBe(0);
  });

  it('does not lose a unit to a fraction of a second', () => {
    expect(capacityUntil(calendarOf(1), [], { ...request, secondsPerUnit: 0.1, dueDay: 0 })).toBe(10);
  });
});

const TYPES = ['fold', 'stuff'];
const RATES: Record<string, number> = { fold: 2, stuff: 3 };

const scene = fc
  .record({
    seconds: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 5 }),
    demands: fc.array(
      fc.record({
        units: fc.integer({ min: 0, max: 4 }),
        a: fc.integer({ min: -1, max: 4 }),
        b: fc.nat(4),
        workType: fc.constantFrom(...TYPES),
      }),
      { maxLength: 5 },
    ),
    ask: fc.record({ a: fc.nat(4), b: fc.nat(4), workType: fc.constantFrom(...TYPES) }),
    limits: fc.record({ fold: fc.option(fc.nat(4)), stuff: fc.option(fc.nat(4)) }),
  })
  .map(({ seconds, demands, ask, limits }) => {
    const last = seconds.length - 1;
    const days = (a: number, b: number): { startDay: number; dueDay: number } => {
      const [from, to] = [Math.min(a, last), Math.min(b, last)];
      return { startDay: Math.min(from, to), dueDay: Math.max(from, to) };
    };
    return {
      calendar: { seconds },
      demands: demands.map(({ units, a, b, workType }, i): Demand => {
        const secondsPerUnit = RATES[workType]!;
        return { id: `d${i}`, units, secondsPerUnit, seconds: units * secondsPerUnit, workType, ...days(a, b) };
      }),
      request: { workType: ask.workType, secondsPerUnit: RATES[ask.workType]!, ...days(ask.a, ask.b) },
      limits: Object.fromEntries(
        Object.entries(limits).filter((entry): entry is [string, number] => entry[1] !== null),
      ),
    };
  });

const withRequest = (demands: readonly Demand[], request: CapacityRequest, units: number): Demand[] => [
  ...demands,
  { ...request, id: 'new', units, seconds: units * request.secondsPerUnit },
];

describe('capacity by simulation', () => {
  it('accepts exactly what a flow of seconds can carry', () => {
    assertProperty(
      fc.property(scene, ({ calendar, demands, limits }) => {
        expect(checkPromises(calendar, demands, limits).isFeasible).toBe(canWork(calendar, demands, limits));
      }),
      property,
    );
  });

  it('is exact: that many units keep every promise, one more breaks one', () => {
    assertProperty(
      fc.property(scene, ({ calendar, demands, limits, request }) => {
        if (!canWork(calendar, demands, limits)) return;
        const units = capacityUntil(calendar, demands, request, limits);
        expect(canWork(calendar, withRequest(demands, request, units), limits)).toBe(true);
        expect(canWork(calendar, withRequest(demands, request, units + 1), limits)).toBe(false);
        expect(checkPromises(calendar, withRequest(demands, request, units), limits).isFeasible).toBe(true);
      }),
      property,
    );
  });

  it('never grows when there is more to do or less time', () => {
    assertProperty(
      fc.property(scene, fc.nat(4), ({ calendar, demands, limits, request }, day) => {
        const units = capacityUntil(calendar, demands, request, limits);
        const fewer = calendar.seconds.map((seconds, t) => (t === day ? Math.max(0, seconds - 3) : seconds));
        expect(capacityUntil({ seconds: fewer }, [], request, limits)).toBeLessThanOrEqual(
          capacityUntil(calendar, [], request, limits),
        );
        expect(units).toBeLessThanOrEqual(capacityUntil(calendar, [], request, limits));
      }),
      property,
    );
  });
});

describe('capacity where the time per unit was revised', () => {
  /** Work of both kinds, each promise with a time per unit of its own. */
  const revised = fc
    .tuple(scene, fc.array(fc.constantFrom(2, 3, 5), { minLength: 6, maxLength: 6 }))
    .map(([given, times]) => ({
      ...given,
      demands: given.demands.map((own, i) => ({ ...own, secondsPerUnit: times[i]!, seconds: own.units! * times[i]! })),
      request: { ...given.request, secondsPerUnit: times[5]! },
    }));
  const few = { numRuns: 300 };
  let canWorkInUnits: (calendar: WorkCalendar, demands: readonly Demand[], limits: DailyLimits) => boolean;

  beforeAll(async () => {
    // The package declares its ES module as CommonJS; what is imported is the loader itself.
    const highs = await (highsLoader as unknown as typeof highsLoader.default)();
    canWorkInUnits = (calendar, demands, limits) => {
      const model = toProgram(calendar, demands, limits);
      return model === null || highs.solve(model, { output_flag: false }).Status === 'Optimal';
    };
  });

  it('says whether a machine that counts units, whatever time they take, keeps every promise', () => {
    assertProperty(
      fc.property(revised, ({ calendar, demands, limits }) => {
        expect(checkPromises(calendar, demands, limits).isFeasible).toBe(canWorkInUnits(calendar, demands, limits));
      }),
      few,
    );
  });

  it('is exact: that many units keep every promise, one more breaks one', () => {
    assertProperty(
      fc.property(revised, ({ calendar, demands, limits, request }) => {
        if (!canWorkInUnits(calendar, demands, limits)) return;
        const units = capacityUntil(calendar, demands, request, limits);
        expect(canWorkInUnits(calendar, withRequest(demands, request, units), limits)).toBe(true);
        expect(canWorkInUnits(calendar, withRequest(demands, request, units + 1), limits)).toBe(false);
        expect(checkPromises(calendar, withRequest(demands, request, units), limits).isFeasible).toBe(true);
        expect(checkPromises(calendar, withRequest(demands, request, units + 1), limits).isFeasible).toBe(false);
      }),
      few,
    );
  });

  it('does not refuse a shorter time because of promises with a longer one', () => {
    const old = { ...demand('old', 500, 0, 0), workType: 'fold', units: 50, secondsPerUnit: 10 };
    const request = { workType: 'fold', secondsPerUnit: 5, startDay: 0, dueDay: 1 };
    expect(capacityUntil(calendarOf(500, 500), [old], request, { fold: 50 })).toBe(50);
    expect(
      checkPromises(calendarOf(500, 500), [old, { ...request, id: 'new', seconds: 5 }], { fold: 49 }),
    ).toMatchObject({
      lateDemandIds: ['old'],
      interval: { startDay: 0, dueDay: 0 },
      missingSeconds: 10,
    });
  });

  it('answers what the flow answers where all times are the same', () => {
    assertProperty(
      fc.property(scene, ({ calendar, demands, limits }) => {
        const load = prepareWorkload(calendar, demands, limits);
        const [flow, program] = [new WorkFlow(load, load.jobs), new WorkProgram(load, load.jobs)];
        load.jobs.forEach((_, k) => expect(program.send(k)).toBe(flow.send(k)));
      }),
      property,
    );
  });
});

/** Units of every promise on every day, as a linear program; null when there is nothing to do. */
function toProgram(calendar: WorkCalendar, demands: readonly Demand[], limits: DailyLimits): string | null {
  const rows: string[] = [];
  const days = calendar.seconds.map((_, day) =>
    demands.flatMap((job, i) => (job.startDay <= day && day <= job.dueDay ? [{ job, name: `u${i}_${day}` }] : [])),
  );
  demands.forEach((job, i) => {
    const own = days.flatMap((entries) => entries.filter((entry) => entry.job === job));
    if (own.length > 0) rows.push(`job${i}: ${own.map(({ name }) => name).join(' + ')} = ${job.units}`);
  });
  if (rows.length === 0) return null;
  days.forEach((entries, day) => {
    if (entries.length === 0) return;
    const used = entries.map(({ job, name }) => `${job.secondsPerUnit} ${name}`).join(' + ');
    rows.push(`pool${day}: ${used} <= ${calendar.seconds[day]}`);
    for (const [type, limit] of Object.entries(limits)) {
      const own = entries.filter(({ job }) => job.workType === type);
      if (own.length > 0) rows.push(`limit${day}_${type}: ${own.map(({ name }) => name).join(' + ')} <= ${limit}`);
    }
  });
  const first = days.flat()[0]!.name;
  return `Minimize\n cost: 0 ${first}\nSubject To\n ${rows.join('\n ')}\nEnd\n`;
}

/** The oracle: job → (type, day) → day as a matrix of capacities, filled by shortest augmenting paths. */
function canWork(calendar: WorkCalendar, demands: readonly Demand[], limits: DailyLimits): boolean {
  const days = calendar.seconds.length;
  const firstDay = 2 + demands.length;
  const size = firstDay + days * (1 + TYPES.length);
  const room = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const typeNode = (type: string, day: number): number => firstDay + days * (1 + TYPES.indexOf(type)) + day;
  for (let day = 0; day < days; day++) {
    room[firstDay + day]![1] = calendar.seconds[day]!;
    for (const type of TYPES) {
      const limit = limits[type];
      room[typeNode(type, day)]![firstDay + day] = limit === undefined ? 1e6 : limit * RATES[type]!;
    }
  }
  let wanted = 0;
  demands.forEach((job, i) => {
    room[0]![2 + i] = job.seconds;
    wanted += job.seconds;
    for (let day = Math.max(0, job.startDay); day <= job.dueDay; day++)
      room[2 + i]![typeNode(job.workType!, day)] = 1e6;
  });
  for (let sent = 0; ; sent++) {
    const from = new Array<number>(size).fill(-1);
    const queue = [0];
    for (const node of queue) {
      for (let next = 1; next < size; next++) {
        if (from[next]! >= 0 || room[node]![next]! <= 0) continue;
        from[next] = node;
        queue.push(next);
      }
    }
    if (from[1]! < 0) return sent === wanted;
    for (let node = 1; node !== 0; node = from[node]!) {
      room[from[node]!]![node]! -= 1;
      room[node]![from[node]!]! += 1;
    }
  }
}
