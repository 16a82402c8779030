import type { LocalDate } from '#yui/calendar';
import type { SettlementLine } from '../settlement/settlement-line.entity.js';
import { deductionNotes } from './deduction-notes.js';

const on = (...days: LocalDate[]) => days.map((tradedOn) => ({ tradedOn }) as SettlementLine);

describe('what a paper says of the tax of an issuer without a number', () => {
  it('is one percentage where all of it was traded under one', () => {
    const [note, ...more] = deductionNotes(on('2028-09-30', '2028-09-01'), 70);
    expect(note).toBe('経過措置により、お支払者は仕入税額相当額の70％を控除できます。');
    expect(more).toEqual([]);
  });

  it('is one for each part of a period in which it changed, in the order of the days', () => {
    expect(deductionNotes(on('2028-10-05', '2028-09-30', '2028-09-10'), 50)).toEqual([
      '経過措置により、令和10年9月30日までの取引は、お支払者は仕入税額相当額の70％を控除できます。',
      '経過措置により、令和10年10月5日までの取引は、お支払者は仕入税額相当額の50％を控除できます。',
    ]);
  });

  it('says so where nothing can be deducted of a part', () => {
    const notes = deductionNotes(on('2031-09-30', '2031-10-01'), 0);
    expect(notes).toHaveLength(2);
    expect(notes[1]).toContain('控除できません');
    expect(deductionNotes(on('2031-10-01'), 0)).toEqual([]);
  });
});
