import type { Sheet, TextBlock } from '../sheet.js';
import { fitText } from './glyphs.js';

/** What fonts can show: the one for nearly everything, and the one for characters it lacks. */
export interface Coverage {
  readonly usual: ReadonlySet<number>;
  readonly rare: ReadonlySet<number>;
}

export interface FittedSheet extends Sheet {
  /** Some of its characters need the second font; looking there for every character takes time. */
  readonly isRare: boolean;
}

/** The sheet in characters the fonts have; if some were missing, the paper says which. */
export function fitSheet(sheet: Sheet, { usual, rare }: Coverage): FittedSheet {
  const unusual = new Set<string>();
  const fitted = fitAll(sheet, usual, unusual);
  if (unusual.size === 0) return { ...fitted, isRare: false };
  const missing = new Set<string>();
  const whole = fitAll(sheet, new Set([...usual, ...rare]), missing);
  const blocks = missing.size === 0 ? whole.blocks : [...whole.blocks, missingNote(missing)];
  return { ...whole, blocks, isRare: true };
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
