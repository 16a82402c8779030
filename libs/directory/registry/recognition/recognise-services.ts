import { normaliseJa } from './normalise-ja.js';
import { type ServiceItem, type TextSpan, splitJoined, splitServices, withoutBrackets } from './split-services.js';
import { GOODS_BY_HEAD } from './goods-by-head.js';
import { WORK_VERBS } from './work-verbs.js';
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
  workTypeCode: string;
  how: RecognisedBy;
  matchedTerm: string;
}

/** Nobody names one service in more characters; what is longer is kept as text. */
const MAX_MENTION = 200;

/** Parents that say on what footing the work comes in, not what is done. What is done stands in their brackets. */
const FOOTING =
  /(?:軽作業|内職|内職作業|施設外就労|施設外作業|(?:受託|委託|請負|下請け?|外注)(?:作業|事業|業務)?|農福連携(?:作業|事業)?|作成活動)(?:班|等|など)?$/u;

/** Words at the end of a mention that do not say what work it is. */
const TAIL =
  /(?:[・~]|(?:店頭|市内|出張|移動|委託|通信|対面)販売|(?:製造|販売)配達|配達(?:製造|販売)|作業|業務|事業|業|製造|生産|作成|作り|づくり|販売|製品|商品|グッズ|受注|受託|委託|請負|下請け?|外注|内職|軽作業|営業|補助|運営|処理|代行|体験|手伝い|仕事|活動|関係|関連|部門|班|科|工房|工場|コーナー|のセット|セット|全般|一般|各種|サービス|等|など|ほか|他|及び|および|並びに|[のをに])$/u;

/** A mention that ends so is a service of its own even where it names goods. */
const MAKING = /(?:作業|製造|生産|加工|栽培|焙煎|作成|作り|販売|回収|盛り?付け|詰め|貼り|印刷)(?:等|など|他)?$/u;

/** Says on what footing work comes in, or that it is light: all that is known where nothing else is said. */
const LIGHT =
  /(?:軽作業|内職(?:的|系)?(?:作業)?|下請け?(?:作業|業務|事業)?|(?:請負|受託|委託|受注|外注)(?:作業|業務|事業))(?:受託|請負|班|全般|一般|等|など|他)*$/u;

/** Words that need another one before them: `製造・販売` is one service, and so is `原木栽培・販売等`. */
const PREDICATE =
  /^(?:(?:市内|店頭)?販売|製造|生産|作成|加工|受注|受託|配達|管理|運営|営業|出荷|仕上げ|[・~])+(?:等|など|他)?$/u;

/**
 * Recognises the services a facility names, in the order of the text. Nothing is dropped: every item is a mention,
 * or the context of the mentions in its brackets, or a detail inside the text of a mention.
 */
export function recogniseServices(servicesText: string, dictionary: WorkTypeDictionary): ServiceMention[] {
  const mentions: ServiceMention[] = [];
  for (const item of splitServices(servicesText)) {
    const found = recogniseItem(item, null, dictionary);
    const joined = found.length === 1 ? joinedWithLast(servicesText, mentions.at(-1), found[0], dictionary) : null;
    if (joined) mentions.splice(-1, 1, joined);
    else mentions.push(...found);
  }
  return mentions;
}

/**
 * A comma does not always part services: `お菓子の製造、販売` is one, and so is `昆布、わかめの袋詰め`, where the first part
 * names but a thing the work of the second is done to. @returns the two as one; null when they are two
 */
function joinedWithLast(
  servicesText: string,
  last: ServiceMention | undefined,
  next: ServiceMention | undefined,
  dictionary: WorkTypeDictionary,
): ServiceMention | null {
  if (!last || !next || last.context !== null || next.context !== null) return null;
  const between = servicesText.slice(last.start + last.text.length, next.start);
  if (!/^[、，,､]\s*$/u.test(between)) return null;
  const isPredicate = PREDICATE.test(next.normalised) && MAKING.test(last.normalised);
  const isThing =
    last.workTypeCode === null &&
    next.workTypeCode !== null &&
    last.normalised.length <= 8 &&
    !TAIL.test(last.normalised) &&
    /^[^の]{1,10}の./u.test(next.normalised);
  if (!isPredicate && !isThing) return null;
  const text = servicesText.slice(last.start, next.start + next.text.length);
  const whole = mentionOf({ text, start: last.start }, null, dictionary);
  const { workTypeCode, how, matchedTerm } = isPredicate ? last : next;
  return { ...whole, workTypeCode, how, matchedTerm };
}

function recogniseItem(item: ServiceItem, context: string | null, dictionary: WorkTypeDictionary): ServiceMention[] {
  if (item.details.length === 0) return recogniseJoined(item, context, dictionary);

  const inside = item.details.flatMap((detail) => recogniseItem(detail, item.head || context, dictionary));
  if (FOOTING.test(normaliseJa(item.head)) && inside.some(({ normalised }) => !PREDICATE.test(normalised))) {
    return inside;
  }
  // 販売（カタログ、ゴミ袋）: the bracket says of what.
  if (
    PREDICATE.test(normaliseJa(item.head).replace(/(?:作業|業務)$/u, '')) &&
    inside.some(({ workTypeCode }) => workTypeCode)
  )
    return inside;
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
  let isLoose = false;
  for (const part of parts.reverse()) {
    const left = mentionOf(part, context, dictionary);
    const right = mentions.shift();
    if (!right) mentions.push(left);
    else if (isApart(left, right, isLoose, dictionary)) mentions.unshift(left, right);
    else {
      const end = right.start + right.text.length;
      const text = span.text.slice(left.start - span.start, end - span.start);
      mentions.unshift(mentionOf({ text, start: left.start }, context, dictionary));
    }
    isLoose = part.isLoose;
  }
  return mentions.length > 0 ? mentions : [mentionOf(span, context, dictionary)];
}

function isApart(
  left: ServiceMention,
  right: ServiceMention,
  isLoose: boolean,
  dictionary: WorkTypeDictionary,
): boolean {
  if (PREDICATE.test(right.normalised)) return false;
  if (left.workTypeCode === null || left.workTypeCode === right.workTypeCode) return false;
  if (right.workTypeCode === null) return !isLoose;
  // や and と are letters of many words: only between two services that are surely known do they part anything.
  if (isLoose && (left.how === 'CONTAINS' || right.how === 'CONTAINS')) return false;
  const isGoods = (mention: ServiceMention) => categoryOf(mention, dictionary).startsWith('GOODS_');
  if (isLoose && /で|を使|した/u.test(right.normalised)) return false;
  if (isLoose && !MAKING.test(left.normalised) && !(isGoods(left) && isGoods(right))) return false;
  const isThing = categoryOf(left, dictionary).startsWith('GOODS_') && !MAKING.test(left.normalised);
  return !isThing || categoryOf(right, dictionary).startsWith('GOODS_');
}

function categoryOf({ workTypeCode }: ServiceMention, dictionary: WorkTypeDictionary): string {
  return dictionary.categoryOf.get(workTypeCode ?? '') ?? '';
}

function mentionOf(span: TextSpan, context: string | null, dictionary: WorkTypeDictionary): ServiceMention {
  const isLong = span.text.length > MAX_MENTION;
  const match = isLong ? null : recognise(normaliseJa(withoutBrackets(span.text)), dictionary);
  return {
    text: span.text,
    normalised: normaliseJa(span.text.slice(0, MAX_MENTION)),
    start: span.start,
    context,
    workTypeCode: match?.workTypeCode ?? null,
    how: match?.how ?? null,
    matchedTerm: match?.matchedTerm ?? null,
  };
}

function recognise(normalised: string, { byKey, endings, parts }: WorkTypeDictionary): Match | null {
  const key = lookupKey(normalised);
  const stems = stemsOf(key);
  for (const [tailsOff, stem] of stems.entries()) {
    const term = byKey.get(stem);
    if (term) return matchOf(term, tailsOff > 0 ? 'STEM' : term.isName ? 'EXACT' : 'SYNONYM');
  }
  // The key has lost the の that parts two katakana words (ユズのトリミング), so the full text is looked at as well.
  const fullStems = stemsOf(normalised);
  for (let tailsOff = 0; tailsOff < Math.max(stems.length, fullStems.length); tailsOff++) {
    const forms = [stems[tailsOff], fullStems[tailsOff]].filter((form) => form !== undefined);
    const term = endings.find(({ key: word }) =>
      forms.some((form) => form.endsWith(word) && isWordAt(form, word, form.length - word.length)),
    );
    const verb = forms.map((form) => verbAt(form, normalised)).find((found) => found !== null);
    // Of a word and a verb that end the mention, the longer one knows more of it, and one that saw the things most.
    if (verb && (!term || verb.matchedTerm.length + Number(verb.isByThings) > term.key.length)) return verb;
    if (term) return matchOf(term, 'SUFFIX');
    if (verb) return verb;
  }
  const goods = goodsOf(fullStems);
  if (goods) return goods;
  const term = lastTermIn(normalised, parts);
  if (term) return matchOf(term, 'CONTAINS');
  const light = LIGHT.exec(normalised)?.[0];
  return light === undefined ? null : { workTypeCode: 'LIGHT_WORK', how: 'SUFFIX', matchedTerm: light };
}

function matchOf({ workTypeCode, term: matchedTerm }: DictionaryTerm, how: RecognisedBy): Match {
  return { workTypeCode, how, matchedTerm };
}

/** The goods a mention names by their last part, or by what they are made of. */
function goodsOf(stems: readonly string[]): Match | null {
  for (const stem of stems) {
    for (const [words, workTypeCode] of GOODS_BY_HEAD) {
      const matchedTerm = words.exec(stem)?.[0];
      if (matchedTerm !== undefined) return { workTypeCode, how: 'SUFFIX', matchedTerm };
    }
  }
  return null;
}

/** The work a text is by the verb at its end. */
function verbAt(text: string, whole: string): (Match & { isByThings: boolean }) | null {
  for (const { verb, workTypeCode, on = [] } of WORK_VERBS) {
    const matchedTerm = verb.exec(text)?.[0];
    if (matchedTerm === undefined) continue;
    const byThings = on.find(([things]) => things.test(whole))?.[1];
    const code = byThings ?? workTypeCode;
    if (code !== '') return { workTypeCode: code, how: 'SUFFIX', matchedTerm, isByThings: byThings !== undefined };
  }
  return null;
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
    // What stands before の or 用 says what the work is for, not what it is: 苗木の食害防止材.
    if (isWordAt(text, word, at) && !/^(?:等|など)?[の用]./u.test(text.slice(at + word.length)))
      return at + word.length;
  }
  return 0;
}

/** Katakana words that end like a word of the dictionary and are none of its kind. */
const OTHER_WORDS =
  /(?:フライパン|シャンパン|ジャパン|スパン|チンパン|ルパン|トランパン|リソース|データソース|オープンソース|パートナー|サポーター|ロケーション|イノベーション|プラスチック|バケーション|ソファカバー|ポイントカード|パスポート)$/u;

/**
 * False where the word begins or ends within a run of katakana or Latin letters: パン is not in パンフレット. A word may end
 * a run of katakana, as compounds end with what they are: パウンドケーキ, メロンパン, シシトウパック詰め.
 */
function isWordAt(text: string, word: string, at: number): boolean {
  const isWithinRun = (left: string, right: string) => /^(?:[ァ-ヺー]{2}|[a-z]{2})$/u.test(left + right);
  const end = at + word.length;
  if (isWithinRun(word.charAt(word.length - 1), text.charAt(end))) return false;
  if (!isWithinRun(text.charAt(at - 1), word.charAt(0))) return true;
  const isCompound = word === 'パン' || /^[ァ-ヺー]{3,}/u.test(word);
  return (
    isCompound && !OTHER_WORDS.test(text.slice(Math.max(0, at - 8), at + (/^[ァ-ヺー]+/u.exec(word)?.[0].length ?? 0)))
  );
}
