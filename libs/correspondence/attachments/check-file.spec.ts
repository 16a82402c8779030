import sharp from 'sharp';
import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { deflateSync } from 'node:zlib';
import { checkFile } from './check-file.js';
import { ImageRewriter, imageRewriter } from './rewrite-image.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/** A photo taken sideways, with where it was taken. */
async function photo(): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 20, channels: 3, background: '#c33' } })
    .withExif({
      IFD0: { Make: 'Camera of somebody' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 33/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

describe('checkFile', () => {
  afterAll(() => imageRewriter.close());

  it('leaves a PDF as it is', async () => {
    expect(await checkFile(PDF)).toEqual({ bytes: PDF, mediaType: 'application/pdf', extension: 'pdf' });
  });

  it('takes from a photo where and with what it was taken, and sets it upright', async () => {
    const original = await photo();
    expect((await sharp(original).metadata()).exif?.includes('Camera of somebody')).toBe(true);
    const { bytes, mediaType } = await checkFile(original);
    const seen = await sharp(bytes).metadata();
    expect(mediaType).toBe('image/jpeg');
    expect(seen.exif).toBeUndefined();
    expect([seen.width, seen.height]).toEqual([20, 40]);
  });

  it('makes a picture small without changing its shape, and no small one larger', async () => {
    const previewer = new ImageRewriter();
    const side = fc.integer({ min: 1, max: 700 });
    await assertProperty(
      fc.asyncProperty(side, side, fc.constantFrom(320, 960), async (width, height, maxSide) => {
        const image = await sharp({ create: { width, height, channels: 3, background: '#c33' } })
          .jpeg()
          .toBuffer();
        const seen = await sharp(
          await previewer.preview(
            picture(async () => image),
            maxSide,
          ),
        ).metadata();
        const scale = Math.min(1, maxSide / Math.max(width, height));
        expect(seen.format).toBe('webp');
        expect(Math.abs(seen.width - width * scale)).toBeLessThanOrEqual(1);
        expect(Math.abs(seen.height - height * scale)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 15 },
    );
    previewer.close();
  });

  it('reads of pictures that wait nothing before it is their turn, and lets nobody take all the places', async () => {
    const image = await photo();
    const limits = { maxDecodedBytes: 2 ** 30, maxMemoryBytes: 2 ** 30, deadlineMs: 30_000 };
    const previewer = new ImageRewriter({ ...limits, maxWaiting: 8, maxWaitingOfOne: 6 });
    let [loaded, done, mostHeld] = [0, 0, 0];
    const load = async () => {
      loaded += 1;
      mostHeld = Math.max(mostHeld, loaded - done);
      return Promise.resolve(image);
    };
    const look = async (asker: string) => {
      const code = await refusalOf(previewer.preview(picture(load, asker), 320));
      if (code === null) done += 1;
      return code;
    };
    const greedy = Array.from({ length: 10 }, async () => look('greedy'));
    const others = Array.from({ length: 4 }, async () => look('other'));
    const refused = async (answers: Promise<string | null>[]) => (await Promise.all(answers)).filter(Boolean);
    expect(await refused(greedy)).toEqual(Array(4).fill('ATTACHMENT.BUSY'));
    expect(await refused(others)).toEqual(Array(2).fill('ATTACHMENT.BUSY'));
    expect(loaded).toBe(8);
    // The next is read while the one before is handed over.
    expect(mostHeld).toBeLessThanOrEqual(2);
    // What cannot be read holds up nobody, and every place is free again.
    const away = async () => Promise.reject(new Error('STORAGE away'));
    expect(await refusalOf(previewer.preview(picture(away, 'greedy'), 320))).toBe('STORAGE away');
    expect(await refused(Array.from({ length: 6 }, async () => look('greedy')))).toEqual([]);
    previewer.close();
  });

  it('drops what hangs on an image that is no image', async () => {
    const image = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#3c3' } })
      .png()
      .toBuffer();
    const { bytes } = await checkFile(Buffer.concat([image, Buffer.from('<script>alert(1)</script>')]));
    expect(Buffer.from(bytes).includes('<script>')).toBe(false);
  });

  it('refuses what is something else, whatever it is called', async () => {
    await expect(checkFile(Buffer.from('MZ\u0090 a program'))).rejects.toThrow('ATTACHMENT.TYPE_UNSUPPORTED');
    await expect(checkFile(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).rejects.toThrow(
      'ATTACHMENT.TYPE_UNSUPPORTED',
    );
    await expect(checkFile(Buffer.from('PK\u0003\u0004 a package'))).rejects.toThrow('ATTACHMENT.TYPE_UNSUPPORTED');
    await expect(checkFile(Buffer.alloc(0))).rejects.toThrow('ATTACHMENT.EMPTY');
  });

  it('refuses an image that is cut off', async () => {
    const image = await photo();
    await expect(checkFile(image.subarray(0, image.length / 2))).rejects.toThrow('ATTACHMENT.IMAGE_UNREADABLE');
  });

  describe('what claims to be more than it is', () => {
    const sides = [3_000, 7_000, 10_000, 30_000, 65_500];
    const cases = sides.flatMap((side) =>
      [8, 16].flatMap((depth) =>
        [0, 2, 4, 6].flatMap((colour) => [0, 1].map((interlace) => ({ side, depth, colour, interlace }))),
      ),
    );

    it('is refused by its header, before anything is decoded, and this process does not grow', async () => {
      const before = process.memoryUsage().rss;
      for (const { side, depth, colour, interlace } of cases) {
        const channels = { 0: 1, 2: 3, 4: 2, 6: 4 }[colour] ?? 1;
        const held = side * side * channels * (depth / 8) * (interlace ? 3 : 1);
        const isTooLarge = side * side > 50_000_000 || held > 256 * 1024 * 1024;
        const refused = await refusalOf(checkFile(png(side, depth, colour, interlace)));
        // A header without a picture is never taken; why not tells whether somebody tried to decode it.
        expect([side, depth, colour, interlace, refused]).toEqual([
          ...[side, depth, colour, interlace],
          isTooLarge ? 'ATTACHMENT.IMAGE_TOO_LARGE' : 'ATTACHMENT.IMAGE_UNREADABLE',
        ]);
      }
      expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    });

    it('ends its decoder and nothing else when it takes too long or too much', async () => {
      const image = await photo();
      const limits = {
        maxDecodedBytes: 2 ** 30,
        maxMemoryBytes: 2 ** 30,
        deadlineMs: 30_000,
        maxWaiting: 20,
        maxWaitingOfOne: 20,
      };
      for (const narrow of [{ deadlineMs: 0 }, { maxMemoryBytes: 1 }]) {
        const rewriter = new ImageRewriter({ ...limits, ...narrow });
        const large = await sharp({ create: { width: 4000, height: 4000, channels: 3, background: '#c33' } })
          .webp({ effort: 0 })
          .toBuffer();
        expect(await refusalOf(rewriter.rewrite(large, 'image/webp'))).toBe('ATTACHMENT.IMAGE_TOO_LARGE');
        rewriter.close();
      }
      expect((await checkFile(image)).mediaType).toBe('image/jpeg');
    });

    it('waits for its turn, and only so many do', async () => {
      const image = await photo();
      const limits = {
        maxDecodedBytes: 2 ** 30,
        maxMemoryBytes: 2 ** 30,
        deadlineMs: 30_000,
        maxWaiting: 5,
        maxWaitingOfOne: 5,
      };
      const rewriter = new ImageRewriter(limits);
      const answers = await Promise.all(
        Array.from({ length: 12 }, async () => refusalOf(rewriter.rewrite(image, 'image/jpeg'))),
      );
      expect(answers.filter((code) => code === null)).toHaveLength(5);
      expect(answers.filter((code) => code === 'ATTACHMENT.BUSY')).toHaveLength(7);
      rewriter.close();
    });

    it('whatever is broken of it, is taken or refused with a reason', async () => {
      const images = await Promise.all(
        (['jpeg', 'png', 'webp'] as const).map(async (format) =>
          sharp({ create: { width: 24, height: 17, channels: 3, background: '#36c' } })
            [format]()
            .toBuffer(),
        ),
      );
      const mutation = fc.record({
        image: fc.constantFrom(...images),
        changes: fc.array(fc.tuple(fc.nat(10_000), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        length: fc.nat(10_000),
      });
      await assertProperty(
        fc.asyncProperty(mutation, async ({ image, changes, length }) => {
          const bytes = Buffer.from(image.subarray(0, (length % image.length) + 1));
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const refused = await refusalOf(checkFile(bytes));
          expect([null, 'IMAGE_UNREADABLE', 'IMAGE_TOO_LARGE', 'TYPE_UNSUPPORTED']).toContain(
            refused?.replace('ATTACHMENT.', '') ?? null,
          );
        }),
        { numRuns: 60 },
      );
    });
  });
});

function picture(load: () => Promise<Uint8Array>, asker = 'somebody') {
  return { load, mediaType: 'image/jpeg', asker };
}

/** The code it is refused with; null: it is taken. */
async function refusalOf(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: { code?: string; message?: string }) => error.code ?? error.message ?? '',
  );
}

/** A PNG of these measures with one byte of a picture in it. */
function png(side: number, depth: number, colour: number, interlace: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([depth, colour, 0, 0, interlace], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
