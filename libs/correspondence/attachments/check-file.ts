import { attachmentErrors } from './attachment.errors.js';
import { imageRewriter } from './rewrite-image.js';

export interface CheckedFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Such as `pdf`. */
  readonly extension: string;
}

interface FileKind {
  readonly mediaType: string;
  readonly extension: string;
  /** Bytes at their places, in hex; what is not said may be anything. */
  readonly marks: readonly (readonly [at: number, hex: string])[];
}

/** The four kinds there are. Anyone who guesses at more kinds reads more of a hostile file. */
const KINDS: readonly FileKind[] = [
  { mediaType: 'application/pdf', extension: 'pdf', marks: [[0, '255044462d']] },
  { mediaType: 'image/jpeg', extension: 'jpg', marks: [[0, 'ffd8ff']] },
  { mediaType: 'image/png', extension: 'png', marks: [[0, '89504e470d0a1a0a']] },
  {
    mediaType: 'image/webp',
    extension: 'webp',
    marks: [
      [0, '52494646'],
      [8, '57454250'],
    ],
  },
];

/**
 * What a file is by its content, whatever it is called. An image is written again: upright, without where and with what
 * it was taken, and without anything that is no image. A PDF stays as it is: it is handed out as a file, never opened
 * by us. What it may hold is for the virus scanner.
 * @throws ATTACHMENT.EMPTY, .TYPE_UNSUPPORTED, .IMAGE_UNREADABLE, .IMAGE_TOO_LARGE, .BUSY
 */
export async function checkFile(bytes: Uint8Array): Promise<CheckedFile> {
  if (bytes.length === 0) throw attachmentErrors.EMPTY();
  const kind = KINDS.find(({ marks }) => marks.every(([at, hex]) => hexAt(bytes, at, hex.length / 2) === hex));
  if (!kind) throw attachmentErrors.TYPE_UNSUPPORTED();
  const { mediaType, extension } = kind;
  if (mediaType === 'application/pdf') return { bytes, mediaType, extension };
  return { bytes: await imageRewriter.rewrite(bytes, mediaType), mediaType, extension };
}

function hexAt(bytes: Uint8Array, at: number, length: number): string {
  return Buffer.from(bytes.subarray(at, at + length)).toString('hex');
}
