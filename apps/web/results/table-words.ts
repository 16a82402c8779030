import { useResultsWords } from './words.js';

/** Words of the keys of the tables of results. */
export function useTableWords(): Readonly<Record<string, string>> {
  const { table, settings, recorded } = useResultsWords();
  const types = { ...recorded.types, unstated: table.unstated, total: table.total };
  const figures = Object.entries(types).flatMap(([type, name]) =>
    Object.entries(table.figures).map(([figure, word]) => [`${type}${figure}`, `${name} ${word}`]),
  );
  return {
    ...Object.fromEntries(figures),
    ...table.keys,
    ...settings.levels,
    unstated: table.unstated,
    total: table.total,
  };
}
