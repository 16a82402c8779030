import { useResultsWords } from './words.js';

/** Words of the keys of the tables of results. */
export function useTableWords(): Readonly<Record<string, string>> {
  const { table, settings, recorded } = useResultsWords();
  return {
    ...recorded.types,
    ...table.keys,
    ...settings.levels,
    unstated: table.unstated,
    total: table.total,
  };
}
