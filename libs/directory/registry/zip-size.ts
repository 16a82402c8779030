/** Largest content a workbook may unpack to. A list of 10,000 facilities is under 20 MB. */
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;

/**
 * Adds up the unpacked sizes a ZIP file declares in its directory, so that a small file that unpacks to gigabytes is
 * refused before anything is unpacked. ZIP64 counts as too large: no list needs it.
 */
export function checkZipSize(bytes: Uint8Array): 'OK' | 'TOO_LARGE' | 'NOT_A_ZIP' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The end record may be followed by a comment of up to 65,535 bytes.
  let end = bytes.length - END_LENGTH;
  const earliest = Math.max(0, end - 0xffff);
  while (end >= earliest && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < earliest) return 'NOT_A_ZIP';

  const entryCount = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (entryCount === 0xffff || at === 0xffffffff) return 'TOO_LARGE';
  let unpackedBytes = 0;
  for (let entry = 0; entry < entryCount; entry++) {
    if (at + ENTRY_LENGTH > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return 'NOT_A_ZIP';
    unpackedBytes += view.getUint32(at + 24, true);
    if (unpackedBytes > MAX_UNPACKED_BYTES) return 'TOO_LARGE';
    at += ENTRY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return 'OK';
}
