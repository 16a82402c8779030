import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';
import { attachmentErrors } from './attachment.errors.js';

export interface CheckedFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Such as `pdf`. */
  readonly extension: string;
}

/** A picture of 50 megapixels is larger than any telephone takes; a small file may claim to hold far more. */
const MAX_PIXELS = 50_000_000;

const WRITERS: Readonly<Record<string, (image: Sharp) => Sharp>> = {
  'image/jpeg': (image) => image.jpeg({ quality: 90 }),
  'image/png': (image) => image.png(),
  'image/webp': (image) => image.webp({ quality: 90 }),
};

/**
 * What a file is by its content, whatever it is called. An image is written anew: upright, without where and with what
 * it was taken, and without anything that is no image. A PDF stays as it is: it is handed out as a file, never opened
 * by us. Nothing is searched for viruses here.
 * @throws ATTACHMENT.EMPTY, .TYPE_UNSUPPORTED, .IMAGE_UNREADABLE
 */
export async function checkFile(bytes: Uint8Array): Promise<CheckedFile> {
  if (bytes.length === 0) throw attachmentErrors.EMPTY();
  const type = await fileTypeFromBuffer(bytes);
  if (type?.mime === 'application/pdf') return { bytes, mediaType: 'application/pdf', extension: 'pdf' };
  const write = type && WRITERS[type.mime];
  if (!type || !write) throw attachmentErrors.TYPE_UNSUPPORTED();
  return { bytes: await rewrite(bytes, write), mediaType: type.mime, extension: type.ext };
}

async function rewrite(bytes: Uint8Array, write: (image: Sharp) => Sharp): Promise<Uint8Array> {
  try {
    return await write(sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).rotate()).toBuffer();
  } catch {
    throw attachmentErrors.IMAGE_UNREADABLE();
  }
}
