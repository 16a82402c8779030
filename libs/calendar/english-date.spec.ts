import fc from 'fast-check';
import { assertProperty } from '../../test/harness/property.js';
import { formatDateEn, formatDateTimeEn } from './english-date.js';
import { addDays } from './local-date.js';

describe('formatDateEn', () => {
  it('agrees with the English of ICU', () => {
    const icu = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    const dates = fc.nat(365 * 220).map((days) => addDays('1880-01-01', days));
    assertProperty(fc.property(dates, (date) => expect(formatDateEn(date)).toBe(icu.format(new Date(date)))));
  });

  it('refuses a date that is none', () => {
    expect(() => formatDateEn('2026-02-30')).toThrow('LOCAL_DATE.INVALID');
  });
});

describe('formatDateTimeEn', () => {
  it('is the time in Tokyo', () => {
    expect(formatDateTimeEn(new Date('2026-11-21T00:05:59Z'))).toBe('21 November 2026 at 09:05 (Japan)');
    expect(formatDateTimeEn(new Date('2026-11-20T15:00:00Z'))).toBe('21 November 2026 at 00:00 (Japan)');
  });
});
