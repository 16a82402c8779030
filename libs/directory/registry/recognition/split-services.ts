/**
 * One item of a list of services, as written. For `軽作業（袋詰め、箱折り）` the head is `軽作業` and the details are
 * the two items of the bracket; for `食品（ユズ）加工` the head is `食品加工`.
 */
export interface ServiceItem {
  /** As written, with its brackets. Equal to the whole text from `start` for `text.length` UTF-16 units. */
  text: string;
  start: number;
  /** The text without what stands in brackets. */
  head: string;
  details: ServiceItem[];
}

/** A stretch of the whole text. */
export interface TextSpan {
  text: string;
  start: number;
}

const OPENING = '（([［【〔';
const CLOSING = '）)]］】〕';

/** Characters that only part items. A space parts too, but not two Latin words. */
const ALWAYS_SEPARATES = /[、，;；。｡､\r\n\t\v\f\u2028\u2029\u2460-\u2473\u2474-\u2487●■◆○◎□◇▪•※]/u;
const SPACE = /[ \u3000\u00A0]/u;
const LATIN_OR_DIGIT = /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]/u;
/** Parts items unless it stands between two Latin letters or digits (`1,000`, `A/B`). */
const SEPARATES_WORDS = /[,/／]/u;
/** What can stand before or after an item without being part of it: a bullet. */
const BULLET = /[・･\-－]/u;

/**
 * True where `text[at]` parts two items. Every character outside all items is one of these, a space or a bullet.
 */
export function isSeparatorAt(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (ALWAYS_SEPARATES.test(character)) return true;
  if (!SPACE.test(character) && !SEPARATES_WORDS.test(character)) return false;
  return !(LATIN_OR_DIGIT.test(text.charAt(at - 1)) && LATIN_OR_DIGIT.test(text.charAt(at + 1)));
}

/**
 * Splits the services a facility names into items at `、`, `，`, `;`, line breaks, circled numbers and spaces; items
 * inside brackets become the details of the item that holds the bracket. A bracket without its partner is an
 * ordinary character. `・` is left alone: see `splitJoined`.
 */
export function splitServices(text: string): ServiceItem[] {
  return splitRange(text, { from: 0, to: text.length, depth: 0 }, pairBrackets(text));
}

/** A part of a span; `isLoose`: it is joined to the part before it by a particle, which may as well be letters of a word. */
export interface JoinedPart extends TextSpan {
  isLoose: boolean;
}

/** Splits at `・`, `及び`, `や` and the like, which join whole services in some lists and words of one service in others. */
export function splitJoined(span: TextSpan): JoinedPart[] {
  const brackets = pairBrackets(span.text);
  const parts: JoinedPart[] = [];
  let from = 0;
  let isLoose = false;
  const close = (to: number) => {
    if (to > from) parts.push({ text: span.text.slice(from, to), start: span.start + from, isLoose });
  };
  for (let at = 0; at < span.text.length;) {
    const joint = /^(?:[・･&＆]|及び|および|並びに|または|[やと])/u.exec(span.text.slice(at, at + 3))?.[0];
    // A particle joins two parts; at the beginning or the end it is a letter of a word: とうふ.
    const isLetter = /^[やと]$/u.test(joint ?? '') && (at === from || at === span.text.length - 1);
    if (joint && !isLetter) {
      close(at);
      isLoose = joint === 'や' || joint === 'と';
      at += joint.length;
      from = at;
    } else {
      at = (brackets.get(at) ?? at) + 1;
    }
  }
  close(span.text.length);
  return parts;
}

/** The text of an item without what stands in its outermost brackets. */
export function withoutBrackets(text: string): string {
  const brackets = pairBrackets(text);
  let head = '';
  for (let at = 0; at < text.length; at++) {
    const closing = brackets.get(at);
    if (closing === undefined) head += text.charAt(at);
    else at = closing;
  }
  return head.trim();
}

/** Brackets in brackets beyond this are letters of their item. */
const MAX_DEPTH = 3;

/** A stretch of the text from `from` up to `to`, within `depth` brackets. */
interface Range {
  from: number;
  to: number;
  depth: number;
}

function splitRange(text: string, { from, to, depth }: Range, brackets: ReadonlyMap<number, number>): ServiceItem[] {
  const items: ServiceItem[] = [];
  let itemFrom = from;
  for (let at = from; at <= to;) {
    if (at === to || isSeparatorAt(text, at)) {
      const item = itemOf(text, { from: itemFrom, to: at, depth }, brackets);
      if (item) items.push(item);
      itemFrom = at + 1;
      at += 1;
    } else {
      at = (brackets.get(at) ?? at) + 1;
    }
  }
  return items;
}

function itemOf(text: string, { from, to, depth }: Range, brackets: ReadonlyMap<number, number>): ServiceItem | null {
  let start = from;
  let end = to;
  const isAround = (at: number) => /\s/u.test(text.charAt(at)) || BULLET.test(text.charAt(at));
  while (start < end && isAround(start)) start += 1;
  while (end > start && isAround(end - 1)) end -= 1;
  if (start === end) return null;

  const details: ServiceItem[] = [];
  for (let at = start; at < end && depth < MAX_DEPTH; at++) {
    const closing = brackets.get(at);
    if (closing === undefined) continue;
    details.push(...splitRange(text, { from: at + 1, to: closing, depth: depth + 1 }, brackets));
    at = closing;
  }
  const written = text.slice(start, end);
  return { text: written, start, head: withoutBrackets(written), details };
}

/** Position of each outermost or inner opening bracket that is closed → position of its closing bracket. */
function pairBrackets(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (OPENING.includes(text.charAt(at))) open.push(at);
    else if (CLOSING.includes(text.charAt(at))) {
      const opening = open.pop();
      if (opening !== undefined) pairs.set(opening, at);
    }
  }
  return pairs;
}
