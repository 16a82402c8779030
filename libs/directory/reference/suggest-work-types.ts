import { lookupKey } from '../registry/recognition/work-type-dictionary.js';
import { normaliseJa } from '../registry/recognition/normalise-ja.js';
import type { WorkType } from '../registry/index.js';

export interface WorkTypeSuggestion {
  readonly code: string;
  /** The word of the list that the text met: the name of the kind of work, or another word for it. */
  readonly matchedWord: string;
}

const MAX_SUGGESTIONS = 8;
/** Half of the pairs of letters of the shorter one have to be in the other before two words count as alike. */
const MIN_LIKENESS = 0.5;

/** How well a word of the list meets the text. Better kinds of meeting are far apart, so that no length outweighs them. */
const EXACT = 4000;
const BEGINS = 3000;
const CONTAINED = 2000;
const CONTAINS = 1000;

/**
 * Finds kinds of work by what somebody calls them: `封筒詰め`, `ちらし`, `ﾗﾍﾞﾙ`, `封筒に手紙を入れて出したい`. Width, kana,
 * case, spaces and okurigana do not matter. The best come first; among equals, those first in the list.
 */
export function suggestWorkTypes(text: string, workTypes: readonly WorkType[]): WorkTypeSuggestion[] {
  const wanted = foldedForm(text);
  if (wanted === '') return [];
  const found = workTypes.flatMap(({ code, nameJa, nameEn, synonymsJa }, position) => {
    const words = [nameJa, ...nameJa.split('・'), nameEn, ...synonymsJa.map((word) => word.replace(/^=/, ''))];
    const [best] = words
      .map((word) => ({ word, rank: rankOf(foldedForm(word), wanted) }))
      .sort((a, b) => b.rank - a.rank);
    return best && best.rank > 0 ? [{ code, matchedWord: best.word, rank: best.rank, position }] : [];
  });
  // Words that are only alike are for when nothing better is found.
  const isMet = found.some(({ rank }) => rank >= CONTAINS);
  return found
    .filter(({ rank }) => !isMet || rank >= CONTAINS)
    .sort((a, b) => b.rank - a.rank || a.position - b.position)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ code, matchedWord }) => ({ code, matchedWord }));
}

/** One spelling for what is said in several scripts and widths; katakana becomes hiragana. */
function foldedForm(text: string): string {
  return lookupKey(normaliseJa(text)).replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

function rankOf(word: string, wanted: string): number {
  if (word === '') return 0;
  if (word === wanted) return EXACT;
  if (word.startsWith(wanted)) return BEGINS - word.length;
  if (word.includes(wanted)) return CONTAINED - word.length;
  // A letter alone stands in many sentences that are about something else.
  if (word.length > 1 && wanted.includes(word)) return CONTAINS + word.length;
  const likeness = likenessOf(word, wanted);
  return likeness >= MIN_LIKENESS ? likeness : 0;
}

/** 0 to 1: how many of the pairs of letters of the shorter word are in the longer one. */
function likenessOf(a: string, b: string): number {
  const [fewer, more] = [pairsOf(a), pairsOf(b)].sort((one, other) => one.size - other.size);
  if (!fewer || !more || fewer.size < 2) return 0;
  return [...fewer].filter((pair) => more.has(pair)).length / fewer.size;
}

function pairsOf(text: string): Set<string> {
  const letters = [...text];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}
