import { difference } from './difference.js';

describe('difference', () => {
  it('keeps only what became different, on both sides', () => {
    expect(difference({ fee: 100, rule: 'WEBSTER', days: 3 }, { fee: 120, rule: 'WEBSTER' })).toEqual({
      before: { fee: 100 },
      after: { fee: 120 },
    });
  });

  it('compares lists and objects by what is in them', () => {
    expect(difference({ week: [60, 60], terms: { days: 1 } }, { week: [60, 0], terms: { days: 1 } })).toEqual({
      before: { week: [60, 60] },
      after: { week: [60, 0] },
    });
  });

  it('says null for what was not there before, and nothing for what stayed away', () => {
    expect(difference(null, { fee: 120, note: null })).toEqual({ before: { fee: null }, after: { fee: 120 } });
    expect(difference({}, { note: undefined })).toEqual({ before: {}, after: {} });
  });
});
