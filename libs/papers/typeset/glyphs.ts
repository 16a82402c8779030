import { readFileSync } from 'node:fs';

/** What stands where no font has a character (下駄記号). */
const GETA = '〓';

/** Which characters a font file can show: the code points of its table `cmap`, formats 4 and 12 (OpenType). */
export function readCoverage(fontFile: string): ReadonlySet<number> {
  const font = readFileSync(fontFile);
  const cmap = findTable(font, 'cmap');
  const covered = new Set<number>();
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 8 + 8 * index);
    const format = font.readUInt16BE(subtable);
    if (format === 4) addSegments(font, subtable, covered);
    if (format === 12) addGroups(font, subtable, covered);
  }
  return covered;
}

/** How wide characters are, in em, by code point. */
export type Advances = ReadonlyMap<number, number>;

/** Widths of the characters of a font (OpenType `cmap` format 12, `hmtx`); its kerning would come on top. */
export function readAdvances(fontFile: string): Advances {
  const font = readFileSync(fontFile);
  const [cmap, hmtx] = [findTable(font, 'cmap'), findTable(font, 'hmtx')];
  const unitsPerEm = font.readUInt16BE(findTable(font, 'head') + 18);
  const lastAdvance = font.readUInt16BE(findTable(font, 'hhea') + 34) - 1;
  const advances = new Map<number, number>();
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 8 + 8 * index);
    if (font.readUInt16BE(subtable) !== 12) continue;
    for (let group = subtable + 16; group < subtable + font.readUInt32BE(subtable + 4); group += 12) {
      const [first, last] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
      for (let code = first; code <= last; code += 1) {
        const glyph = font.readUInt32BE(group + 8) + code - first;
        advances.set(code, font.readUInt16BE(hmtx + 4 * Math.min(glyph, lastAdvance)) / unitsPerEm);
      }
    }
  }
  return advances;
}

function findTable(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const record = 12 + 16 * index;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`no table ${tag} in the font`);
}

function addSegments(font: Buffer, subtable: number, covered: Set<number>): void {
  const doubled = font.readUInt16BE(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + doubled + 2;
  for (let offset = 0; offset < doubled; offset += 2) {
    const last = font.readUInt16BE(ends + offset);
    for (let code = font.readUInt16BE(starts + offset); code <= last && code !== 0xffff; code += 1) covered.add(code);
  }
}

function addGroups(font: Buffer, subtable: number, covered: Set<number>): void {
  for (let index = 0; index < font.readUInt32BE(subtable + 12); index += 1) {
    const group = subtable + 16 + 12 * index;
    const last = font.readUInt32BE(group + 4);
    for (let code = font.readUInt32BE(group); code <= last; code += 1) covered.add(code);
  }
}

/** Longer runs without a place to break would leave their column. */
const LONGEST_RUN = 24;
const LONG_RUN = new RegExp(`[!-~]{${LONGEST_RUN + 1},}`, 'g');
/** The template turns it into a place to break. A zero-width space would end up in what people copy out of the PDF. */
const MAY_BREAK = '\u001f';

/** Marks after a letter that the letter exists with (か and ゛): typed so on some systems. Variants of kanji stay. */
const COMPOSABLE = /\p{L}[\u0300-\u036f\u3099\u309a]+/gu;
/** Control characters, and those that turn the direction of text round; line ends stay. */
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** They choose a form of the character before; a font without that form shows the usual one. */
const VARIATION_SELECTOR = /^[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u;

/**
 * Makes text fit to be set: what no font has becomes 〓, visibly and never silently. Kanji are left as they are: a
 * normalisation of Unicode would turn 神 (U+FA19) in a name into 神.
 * @param missing takes the characters that were replaced
 */
export function fitText(text: string, covered: ReadonlySet<number>, missing: Set<string>): string {
  const composed = text
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', ' ')
    .replace(UNPRINTABLE, '')
    .replace(COMPOSABLE, (run) => run.normalize('NFC'));
  let fitted = '';
  for (const character of composed) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '\n' || covered.has(code) || VARIATION_SELECTOR.test(character)) {
      fitted += character;
      continue;
    }
    missing.add(character);
    fitted += GETA;
  }
  return fitted.replace(LONG_RUN, (run) => run.replace(/(.{12})(?=.)/g, `$1${MAY_BREAK}`));
}
