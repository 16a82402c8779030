import { inflateRawSync } from 'node:zlib';
import { LIMITS } from './limits.js';
import { UnreadableTable } from './table-problem.js';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const DEFLATED = 8;
const MAX_ENTRIES = 2_000;

/**
 * Unpacks every part of a ZIP file once, under one budget, and keeps nothing: what a part declares about its size may be
 * a lie. ZIP64 counts as too large: no list needs it.
 * @throws UnreadableTable TABLE.TOO_LARGE, TABLE.NOT_A_TABLE
 */
export function requireSmallZip(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The end record may be followed by a comment of up to 65,535 bytes.
  let end = bytes.length - END_LENGTH;
  const earliest = Math.max(0, end - 0xffff);
  while (end >= earliest && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < earliest) throw new UnreadableTable('TABLE.NOT_A_TABLE');

  const entryCount = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (entryCount > MAX_ENTRIES || at === 0xffffffff) throw new UnreadableTable('TABLE.TOO_LARGE');
  let budget = LIMITS.unpackedBytes;
  for (let entry = 0; entry < entryCount; entry++) {
    if (at + ENTRY_LENGTH > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw new UnreadableTable('TABLE.NOT_A_TABLE');
    }
    const declared = view.getUint32(at + 24, true);
    if (declared > budget) throw new UnreadableTable('TABLE.TOO_LARGE');
    budget -= Math.max(declared, unpackedLength(bytes, view, at, budget));
    at += ENTRY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

function unpackedLength(bytes: Uint8Array, view: DataView, entry: number, budget: number): number {
  const packed = view.getUint32(entry + 20, true);
  const local = view.getUint32(entry + 42, true);
  if (view.getUint16(entry + 10, true) !== DEFLATED) return packed;
  if (local + LOCAL_LENGTH > bytes.length) throw new UnreadableTable('TABLE.NOT_A_TABLE');
  const from = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  try {
    return inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: Math.max(1, budget) }).length;
  } catch (error) {
    const isLarge = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new UnreadableTable(isLarge ? 'TABLE.TOO_LARGE' : 'TABLE.NOT_A_TABLE');
  }
}
