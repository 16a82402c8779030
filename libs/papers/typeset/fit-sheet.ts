import type { Block, Sheet, SumsBlock, TableBlock, TextBlock } from '../sheet/sheet.js';
import { type Advances, fitText } from './glyphs.js';
import { type SizedSums, type SizedTable, sizeTable } from './row-heights.js';

/** What fonts can show: the one for nearly everything, and the one for characters it lacks. */
export interface Coverage {
  readonly usual: ReadonlySet<number>;
  readonly rare: ReadonlySet<number>;
  /** Of the usual font. */
  readonly advances: Advances;
}

type FittedBlock = Exclude<Block, TableBlock | SumsBlock> | SizedTable | SizedSums;

export interface FittedSheet extends Omit<Sheet, 'blocks'> {
  readonly blocks: readonly FittedBlock[];
  /** Some of its characters need the second font; looking there for every character takes time. */
  readonly isRare: boolean;
}

/** The sheet in characters the fonts have; if some were missing, the paper says which. */
export function fitSheet(sheet: Sheet, { usual, rare, advances }: Coverage): FittedSheet {
  const unusual = new Set<string>();
  const fitted = fitAll(sheet, usual, unusual);
  if (unusual.size === 0) return { ...fitted, blocks: sizeBlocks(fitted.blocks, advances), isRare: false };
  const missing = new Set<string>();
  const whole = fitAll(sheet, new Set([...usual, ...rare]), missing);
  const blocks = missing.size === 0 ? whole.blocks : [...whole.blocks, missingNote(missing)];
  return { ...whole, blocks: sizeBlocks(blocks, advances), isRare: true };
}

/** As wide as the page, or beside the totals. */
function sizeBlocks(blocks: readonly Block[], advances: Advances): readonly FittedBlock[] {
  return blocks.map((block) => {
    if (block.type === 'table') return sizeTable(block, 172, 9, advances);
    if (block.type === 'sums') return { ...block, byRate: sizeTable(block.byRate, 100, 8.5, advances) };
    return block;
  });
}

/** Texts of any shape in characters the fonts have; what they lack is 〓. */
export function fitTexts<T extends object>(texts: T, { usual, rare }: Coverage): T & { readonly isRare: boolean } {
  const unusual = new Set<string>();
  const fitted = fitAll(texts, usual, unusual);
  if (unusual.size === 0) return { ...fitted, isRare: false };
  return { ...fitAll(texts, new Set([...usual, ...rare]), new Set()), isRare: true };
}

function fitAll<T>(value: T, covered: ReadonlySet<number>, missing: Set<string>): T {
  if (typeof value === 'string') return fitText(value, covered, missing) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => fitAll(each, covered, missing)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fitAll(each, covered, missing)])) as T;
}

function missingNote(missing: ReadonlySet<string>): TextBlock {
  const codes = [...missing].map(
    (each) => `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  const text = `〓は、印刷用の書体にない文字です（${codes.join('、')}）。正しい文字は、画面表示版（HTML）でご確認ください。`;
  return { type: 'text', heading: null, paragraphs: [text], tone: 'small' };
}
