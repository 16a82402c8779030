import sharp from 'sharp';
import { checkFile } from './check-file.js';

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
});
