/**
 * A process of its own that writes images again, smaller where it is asked to, one for each message, and nothing else: a picture that breaks the decoder,
 * or makes it take all memory, takes this process with it and not the api. Plain JavaScript, since it is started by its path.
 */
import sharp from 'sharp';

sharp.cache(false);
sharp.concurrency(1);

const WRITERS = {
  'image/jpeg': (image) => image.jpeg({ quality: 90 }),
  'image/png': (image) => image.png(),
  'image/webp': (image) => image.webp({ quality: 90 }),
};
const BYTES_OF_DEPTH = { uchar: 1, char: 1, ushort: 2, short: 2 };

process.on('message', async (image) => {
  process.send(await answerTo(image));
});
process.on('disconnect', () => process.exit());

async function answerTo({ bytes, mediaType, maxSide, maxPixels, maxDecodedBytes }) {
  try {
    // Of the header alone; nothing is decoded yet, whatever it claims.
    const { width, height, channels, depth, isProgressive } = await sharp(bytes, {
      limitInputPixels: false,
    }).metadata();
    const pixels = width * height;
    // What comes in several passes is held as a whole, with what the passes add to.
    const passes = isProgressive ? 3 : 1;
    const decodedBytes = pixels * channels * (BYTES_OF_DEPTH[depth] ?? 8) * passes;
    if (pixels > maxPixels || decodedBytes > maxDecodedBytes) return { fault: 'TOO_LARGE' };
    const image = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' }).rotate();
    if (maxSide !== null) {
      image.resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true });
      return { bytes: await image.webp({ quality: 80 }).toBuffer() };
    }
    return { bytes: await WRITERS[mediaType](image).toBuffer() };
  } catch {
    return { fault: 'UNREADABLE' };
  }
}
