import type { Column } from './facility-list.js';
import { foldText } from './fold-text.js';

/**
 * Two tables beside each other under one row of headings (番号, 事業所名, 定員, 番号, 事業所名, 定員) are two lists; columns
 * that do not repeat as a whole are one.
 */
export function splitSideBySide(columns: readonly Column[]): Column[][] {
  const filled = columns.filter(({ heading }) => heading !== '');
  const names = filled.flatMap(({ heading, meaning }, at) =>
    meaning?.field === 'NAME' ? [{ at, heading: foldText(heading) }] : [],
  );
  const [first, second] = names;
  if (!first || !second || first.heading !== second.heading) return [[...columns]];
  const width = second.at - first.at;
  const isRepeated =
    filled.length % width === 0 &&
    filled.every(({ heading }, at) => foldText(heading) === foldText(filled[at % width]?.heading ?? ''));
  if (!isRepeated) return [[...columns]];
  return Array.from({ length: filled.length / width }, (_, block) => filled.slice(block * width, (block + 1) * width));
}
