import iconv from 'iconv-lite';
import { UnreadableTable } from './table-problem.js';

const CONTROL = /[\u0001-\u0008\u000E-\u001F\u007F]/g;

/**
 * The text of a file: UTF-8 with or without BOM, UTF-16 (with BOM, or without when every second byte is zero), Shift_JIS
 * as Windows writes it, EUC-JP or JIS. Line ends become `\n`; the mark old programs end a file with and stray control
 * characters are taken out.
 * @throws UnreadableTable TABLE.UNDECODABLE, TABLE.NOT_A_TABLE for something that is no text
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes).replace(/^\uFEFF/, '');
  if (text.includes('\u0000')) throw new UnreadableTable('TABLE.NOT_A_TABLE');
  const withoutEnd = text.replace(/\u001A\s*$/, '');
  const controls = withoutEnd.match(CONTROL)?.length ?? 0;
  // A damaged cell holds one or two of them, a binary file is full of them.
  if (controls * 20 > withoutEnd.length) throw new UnreadableTable('TABLE.NOT_A_TABLE');
  return withoutEnd
    .replace(/\r\n?/g, '\n')
    .replace(/[\u000B\u000C]/g, '\u2028')
    .replace(CONTROL, ' ');
}

function decode(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const utf16 = utf16Of(bytes);
  if (utf16) return whole(iconv.decode(buffer, utf16));
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== null) {
    // JIS is ASCII to the eye; its escape sequences tell.
    return /\u001B\$[@B]/.test(utf8) ? (strictly('iso-2022-jp', bytes) ?? utf8) : utf8;
  }
  const windows = iconv.decode(buffer, 'cp932');
  const unix = strictly('euc-jp', bytes);
  if (unix !== null && (windows.includes('\uFFFD') || oddity(unix) < oddity(windows))) return unix;
  return whole(windows);
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Commas, digits and line ends have a zero byte in UTF-16, and no text has one in any other encoding.
  const head = bytes.subarray(0, 4096);
  if (head.length < 4 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 50 && even === 0) return 'utf-16le';
  return even > head.length / 50 && odd === 0 ? 'utf-16be' : null;
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function whole(text: string): string {
  if (text.includes('\uFFFD')) throw new UnreadableTable('TABLE.UNDECODABLE');
  return text;
}

/** Half-width kana and rare characters: what Japanese text turns into when it is read in the wrong encoding. */
function oddity(text: string): number {
  return text.match(/[\uFF61-\uFF9F\uE000-\uF8FF\u0080-\u00A0]/g)?.length ?? 0;
}
