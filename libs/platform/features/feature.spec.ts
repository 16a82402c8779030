import { type Feature, named } from './feature.js';

describe('named', () => {
  const sign: Feature = { retention: { session: 'a' } };

  it('puts together what the features name', () => {
    const all = named([sign, {}, { retention: { attempt: 'b' } }], ({ retention }) => retention);
    expect([...all]).toEqual([
      ['session', 'a'],
      ['attempt', 'b'],
    ]);
  });

  it('refuses two that bring the same', () => {
    expect(() => named([sign, sign], ({ retention }) => retention)).toThrow('session');
  });
});
