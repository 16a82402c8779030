import { withoutWords } from './without-words.js';

const ID = '0192d9c1-5b6e-7c3a-8f10-3f0c5a9d1e2b';

describe('withoutWords', () => {
  it('leaves of texts how long they were, wherever they stand and whatever their field is called', () => {
    const change = {
      from: 'PROPOSED',
      to: 'REFUSED',
      units: 3,
      answeredAt: new Date(0),
      facilityId: ID,
      dueOn: '2026-12-01',
      reason: '山田さんが入院',
      aFieldOfTomorrow: '山田さん',
      before: { body: null, dueOn: '2026-12-01T09:00:00.000Z' },
      lines: [{ units: 2, toRedo: 'やり直す', notes: ['一', ID] }],
    };
    expect(withoutWords(change)).toEqual({
      ...change,
      reason: { characters: 7 },
      aFieldOfTomorrow: { characters: 4 },
      lines: [{ units: 2, toRedo: { characters: 4 }, notes: [{ characters: 1 }, ID] }],
    });
  });

  it('keeps the words of the product, and what stands below them only when that is called so too', () => {
    expect(withoutWords({ kind: 'INVOICE', name: { text: '山田' }, departments: ['福祉課'] })).toEqual({
      kind: 'INVOICE',
      name: { text: { characters: 2 } },
      departments: ['福祉課'],
    });
  });
});
