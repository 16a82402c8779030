import { normaliseJa } from './normalise-ja.js';
import { type ServiceItem, type TextSpan, splitJoined, splitServices, withoutBrackets } from './split-services.js';
import { type DictionaryTerm, type WorkTypeDictionary, lookupKey } from './work-type-dictionary.js';

/**
 * How a mention was recognised, surest first:
 * `EXACT` it is the name of the work type; `SYNONYM` it is a synonym; `STEM` it is one of both once words like 作業,
 * 製造 or 販売 are taken off its end; `SUFFIX` it ends with one (野菜の袋詰め); `CONTAINS` one stands inside it.
 */
export type RecognisedBy = 'EXACT' | 'SYNONYM' | 'STEM' | 'SUFFIX' | 'CONTAINS';

/** One service a facility names. */
export interface ServiceMention {
  /** As written: `servicesText.slice(start, start + text.length)`. */
  text: string;
  normalised: string;
  start: number;
  /** What the bracket around the mention belongs to: `軽作業` of `軽作業（袋詰め）`. */
  context: string | null;
  /** Null when no work type was recognised; the text is kept all the same. */
  workTypeCode: string | null;
  how: RecognisedBy | null;
  /** The word of the dictionary that was found. */
  matchedTerm: string | null;
}

interface Match {
  term: DictionaryTerm;
  how: RecognisedBy;
}

/** Parents that say on what footing the work comes in, not what is done. What is done stands in their brackets. */
const FOOTING =
  /(?:軽作業|内職|内職作業|施設外就労|施設外作業|(?:受託|委託|請負|下請け?|外注)(?:作業|事業|業務)?|農福連携(?:作業|事業)?|作成活動)(?:等|など)?$/u;

/** Words at the end of a mention that do not say what work it is. */
const TAIL =
  /(?:[・~]|(?:製造|販売)配達|配達(?:製造|販売)|作業|業務|事業|業|製造|生産|作成|作り|づくり|販売|製品|受注|受託|委託|請負|営業|補助|運営|処理|全般|一般|等|など|ほか|他)$/u;

/** A mention that ends so is a service of its own even where it names goods. */
const MAKING = /(?:作業|製造|生産|加工|栽培|焙煎|作成|作り|販売|回収)(?:等|など|他)?$/u;

/** Words that need another one before them: `製造・販売` is one service, and so is `原木栽培・販売等`. */
const PREDICATE =
  /^(?:(?:市内|店頭)?販売|製造|生産|作成|加工|受注|受託|配達|管理|運営|営業|出荷|仕上げ|[・~])+(?:等|など|他)?$/u;

/**
 * Recognises the services a facility names, in the order of the text. Nothing is dropped: every item is a mention,
 * or the context of the mentions in its brackets, or a detail inside the text of a mention.
 */
export function recogniseServices(servicesText: string, dictionary: WorkTypeDictionary): ServiceMention[] {
  return splitServices(servicesText).flatMap((item) => recogniseItem(item, null, dictionary));
}

function recogniseItem(item: ServiceItem, context: string | null, dictionary: WorkTypeDictionary): ServiceMention[] {
  if (item.details.length === 0) return recogniseJoined(item, context, dictionary);

  const inside = item.details.flatMap((detail) => recogniseItem(detail, item.head || context, dictionary));
  if (FOOTING.test(normaliseJa(item.head)) && inside.some(({ normalised }) => !PREDICATE.test(normalised))) {
    return inside;
  }
  const parents = recogniseJoined(item, context, dictionary);
  const parent = parents.at(-1);
  if (!parent?.workTypeCode) return inside.some(({ workTypeCode }) => workTypeCode) ? inside : parents;

  // 各種印刷（封筒、名刺）: what is in the bracket tells more about the parent; an item that is a type of its own in
  // the same category (名刺) is something else the facility does.
  const others = inside.filter(
    (mention) =>
      mention.workTypeCode !== null &&
      mention.workTypeCode !== parent.workTypeCode &&
      (mention.how === 'EXACT' || mention.how === 'SYNONYM' || mention.how === 'STEM') &&
      categoryOf(mention, dictionary) === categoryOf(parent, dictionary),
  );
  return [...parents, ...others];
}

/**
 * Takes `・` as the end of a service only where that is sure: both sides are recognised as different work, and the
 * left side is not merely the thing the right side is done to (トマト・昆布の袋詰め).
 */
function recogniseJoined(span: TextSpan, context: string | null, dictionary: WorkTypeDictionary): ServiceMention[] {
  const parts = splitJoined(span);
  const mentions: ServiceMention[] = [];
  for (const part of parts.reverse()) {
    const left = mentionOf(part, context, dictionary);
    const right = mentions.shift();
    if (!right) mentions.push(left);
    else if (isApart(left, right, dictionary)) mentions.unshift(left, right);
    else {
      const end = right.start + right.text.length;
      const text = span.text.slice(left.start - span.start, end - span.start);
      mentions.unshift(mentionOf({ text, start: left.start }, context, dictionary));
    }
  }
  return mentions.length > 0 ? mentions : [mentionOf(span, context, dictionary)];
}

function isApart(left: ServiceMention, right: ServiceMention, dictionary: WorkTypeDictionary): boolean {
  if (PREDICATE.test(right.normalised)) return false;
  if (left.workTypeCode === null || left.workTypeCode === right.workTypeCode) return false;
  if (right.workTypeCode === null) return true;
  const isThing = categoryOf(left, dictionary).startsWith('GOODS_') && !MAKING.test(left.normalised);
  return !isThing || categoryOf(right, dictionary).startsWith('GOODS_');
}

function categoryOf({ workTypeCode }: ServiceMention, dictionary: WorkTypeDictionary): string {
  return dictionary.categoryOf.get(workTypeCode ?? '') ?? '';
}

function mentionOf(span: TextSpan, context: string | null, dictionary: WorkTypeDictionary): ServiceMention {
  const match = recognise(normaliseJa(withoutBrackets(span.text)), dictionary);
  return {
    text: span.text,
    normalised: normaliseJa(span.text),
    start: span.start,
    context,
    workTypeCode: match?.term.workTypeCode ?? null,
    how: match?.how ?? null,
    matchedTerm: match?.term.term ?? null,
  };
}

function recognise(normalised: string, { byKey, parts }: WorkTypeDictionary): Match | null {
  const key = lookupKey(normalised);
  const stems = stemsOf(key);
  for (const [tailsOff, stem] of stems.entries()) {
    const term = byKey.get(stem);
    if (term) return { term, how: tailsOff > 0 ? 'STEM' : term.isName ? 'EXACT' : 'SYNONYM' };
  }
  // The key has lost the の that parts two katakana words (ユズのトリミング), so the full text is looked at as well.
  const fullStems = stemsOf(normalised);
  for (let tailsOff = 0; tailsOff < Math.max(stems.length, fullStems.length); tailsOff++) {
    const forms = [stems[tailsOff], fullStems[tailsOff]].filter((form) => form !== undefined);
    const term = parts.find(({ key: word }) =>
      forms.some((form) => form.endsWith(word) && isWordAt(form, word, form.length - word.length)),
    );
    if (term) return { term, how: 'SUFFIX' };
  }
  const term = lastTermIn(key, parts) ?? lastTermIn(normalised, parts);
  return term && { term, how: 'CONTAINS' };
}

/** The text, then the text with one more of the tail words taken off, as long as something is left. */
function stemsOf(text: string): string[] {
  const stems = [text];
  for (let stem = text; TAIL.test(stem);) {
    stem = stem.replace(TAIL, '');
    if (stem !== '') stems.push(stem);
  }
  return stems;
}

/** The head of a Japanese compound stands last, so the rightmost term decides; of two that end together, the longer. */
function lastTermIn(text: string, parts: readonly DictionaryTerm[]): DictionaryTerm | null {
  let last: { term: DictionaryTerm; end: number } | null = null;
  for (const term of parts) {
    const end = lastWordEnd(text, term.key);
    if (end > (last?.end ?? 0)) last = { term, end };
  }
  return last?.term ?? null;
}

/** Where the last occurrence of the word ends; 0 when there is none. */
function lastWordEnd(text: string, word: string): number {
  for (let at = text.lastIndexOf(word); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(word, at - 1)) {
    if (isWordAt(text, word, at)) return at + word.length;
  }
  return 0;
}

/**
 * False where the word begins or ends within a run of katakana or Latin letters: パン is not in パンフレット. A word
 * of three katakana and more that goes on in another script (パック詰め) may follow katakana: シシトウパック詰め.
 */
function isWordAt(text: string, word: string, at: number): boolean {
  const isWithinRun = (left: string, right: string) => /^(?:[ァ-ヺー]{2}|[a-z]{2})$/u.test(left + right);
  const end = at + word.length;
  const startsWithin = isWithinRun(text.charAt(at - 1), word.charAt(0)) && !/^[ァ-ヺー]{3,}[^ァ-ヺー]/u.test(word);
  return !startsWithin && !isWithinRun(word.charAt(word.length - 1), text.charAt(end));
}
