import type { LocalDate } from '#yui/calendar';
import { earliestStart, type FacilityLoad, possibleUnits, workMinutesOn } from './facility-load.js';

const MONDAY: LocalDate = '2026-11-02';
/** 文化の日, a Tuesday. */
const HOLIDAY: LocalDate = '2026-11-03';
const SATURDAY: LocalDate = '2026-11-07';

describe('workMinutesOn', () => {
  const week = new Map([
    [1, 600],
    [2, 600],
    [6, 120],
  ]);

  it('is the ordinary week', () => {
    expect(workMinutesOn(MONDAY, week, new Map())).toBe(600);
    expect(workMinutesOn(SATURDAY, week, new Map())).toBe(120);
  });

  it('is nothing on a weekday the facility has not named', () => {
    expect(workMinutesOn('2026-11-04', week, new Map())).toBe(0);
  });

  it('is nothing on a holiday, unless the facility opens', () => {
    expect(workMinutesOn(HOLIDAY, week, new Map())).toBe(0);
    expect(workMinutesOn(HOLIDAY, week, new Map([[HOLIDAY, 300]]))).toBe(300);
  });

  it('is nothing on a closed day', () => {
    expect(workMinutesOn(MONDAY, week, new Map([[MONDAY, 0]]))).toBe(0);
  });
});

describe('earliestStart', () => {
  it('is the next day without preparation, working day or not', () => {
    expect(earliestStart('2026-11-06', 0)).toBe(SATURDAY);
    expect(earliestStart(MONDAY, 1)).toBe('2026-11-04');
  });

  it('counts preparation in working days', () => {
    expect(earliestStart('2026-11-06', 3)).toBe('2026-11-11');
  });
});

describe('possibleUnits', () => {
  const load: FacilityLoad = {
    facilityId: 'f',
    today: MONDAY,
    calendar: { seconds: [0, 3600, 3600] },
    demands: [],
    dailyLimits: {},
  };
  const request = { workTypeCode: 'W', secondsPerUnit: 7, startOn: HOLIDAY, dueOn: '2026-11-04' as LocalDate };

  it('fills the seconds of the days and rounds units down', () => {
    expect(possibleUnits(load, request)).toBe(Math.floor(7200 / 7));
  });

  it('is nothing when work would start after it is due', () => {
    expect(possibleUnits(load, { ...request, startOn: '2026-11-05' })).toBe(0);
  });

  it('is nothing until a day that has passed', () => {
    expect(possibleUnits(load, { ...request, startOn: '2026-10-30', dueOn: '2026-10-30' })).toBe(0);
  });

  it('keeps what is promised', () => {
    const promised = {
      id: 'p',
      workType: 'V',
      units: 360,
      secondsPerUnit: 10,
      seconds: 3600,
      startDay: 1,
      dueDay: 2,
    };
    expect(possibleUnits({ ...load, demands: [promised] }, request)).toBe(Math.floor(3600 / 7));
  });

  it('keeps the daily limit of a machine', () => {
    expect(possibleUnits({ ...load, dailyLimits: { W: 10 } }, request)).toBe(20);
  });

  it('counts the units of a machine, whatever time those promised before take', () => {
    const slower = { id: 'p', workType: 'W', units: 10, secondsPerUnit: 60, seconds: 600, startDay: 1, dueDay: 1 };
    expect(possibleUnits({ ...load, demands: [slower], dailyLimits: { W: 10 } }, request)).toBe(10);
  });
});
