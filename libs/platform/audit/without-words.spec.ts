import { withoutWords } from './without-words.js';

describe('withoutWords', () => {
  it('leaves of sentences how long they were, wherever they stand', () => {
    const change = {
      from: 'PROPOSED',
      to: 'REFUSED',
      units: 3,
      answeredAt: new Date(0),
      reason: '山田さんが入院',
      before: { body: null },
      lines: [{ units: 2, toRedo: 'やり直す' }],
    };
    expect(withoutWords(change)).toEqual({
      ...change,
      reason: { characters: 7 },
      lines: [{ units: 2, toRedo: { characters: 4 } }],
    });
  });
});
