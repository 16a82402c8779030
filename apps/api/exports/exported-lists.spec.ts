import { buildSchema } from '../schema.js';
import { EXPORTED_LISTS } from './exported-lists.js';
import { EXPORTED_REPORTS } from './exported-reports.js';
import { faultsOf } from './read-list.js';

describe('the lists that can be exported', () => {
  it.each(Object.entries({ ...EXPORTED_LISTS, ...EXPORTED_REPORTS }))(
    '%s asks only for what the schema has',
    async (_, list) => {
      expect(faultsOf(await buildSchema(), list)).toEqual([]);
    },
  );

  it.each(Object.entries(EXPORTED_LISTS))('%s calls no two columns the same', (_, { columns }) => {
    for (const language of ['ja', 'en'] as const) {
      const headings = columns.map(({ heading }) => heading[language]);
      expect(new Set(headings).size).toBe(headings.length);
    }
  });
});
