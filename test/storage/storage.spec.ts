import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createStorage, loadConfig, type Storage } from '#yui/platform';
import { signatureOf, startTestS3, type TestS3 } from '../harness/s3.js';
import { testRunFolder } from '../harness/test-run.js';

const needed = { DATABASE_URL: 'postgres://yui@localhost/yui', SMTP_URL: 'smtp://localhost:2525' };
const bytes = (text: string) => new TextEncoder().encode(text);
const EVERY_BYTE = Uint8Array.from({ length: 256 }, (_, value) => value);

function storageOf(settings: Record<string, string>): Storage {
  return createStorage(loadConfig({ ...needed, ...settings }));
}

function newFolder(): string {
  return mkdtempSync(path.join(testRunFolder(), 'storage-'));
}

/** What every storage must do. */
function behavesAsStorage(open: () => Storage): void {
  it('gives back what it was given, byte by byte', async () => {
    const storage = open();
    await storage.put('papers/a/1.pdf', EVERY_BYTE, 'application/pdf');
    expect(Buffer.from((await storage.get('papers/a/1.pdf')) ?? [])).toEqual(Buffer.from(EVERY_BYTE));
    expect(await storage.exists('papers/a/1.pdf')).toBe(true);
  });

  it('says null where there is nothing', async () => {
    expect(await open().get('papers/nothing')).toBeNull();
    expect(await open().get('papers/nothing/below')).toBeNull();
    expect(await open().exists('papers/nothing')).toBe(false);
  });

  it('keeps an empty file apart from none', async () => {
    await open().put('empty', bytes(''), 'text/plain');
    expect(await open().get('empty')).toHaveLength(0);
    expect(await open().exists('empty')).toBe(true);
  });

  it('replaces whole', async () => {
    await open().put('twice', bytes('the longer first'), 'text/plain');
    await open().put('twice', bytes('second'), 'text/plain');
    expect(Buffer.from((await open().get('twice')) ?? []).toString()).toBe('second');
  });

  it('deletes, also what is not there', async () => {
    await open().put('gone', bytes('x'), 'text/plain');
    await open().delete('gone');
    await open().delete('gone');
    expect(await open().exists('gone')).toBe(false);
  });

  it('ends with one of them when several write at once', async () => {
    const texts = Array.from({ length: 8 }, (_, index) => String(index).repeat(100_000));
    await Promise.all(texts.map(async (text) => open().put('raced', bytes(text), 'text/plain')));
    expect(texts).toContain(Buffer.from((await open().get('raced')) ?? []).toString());
  });

  it.each([
    '',
    '/etc/passwd',
    '../up',
    'a/../b',
    'a//b',
    'a/',
    '.hidden',
    'a/.hidden',
    'a\\b',
    'a\0b',
    'a b',
    '案',
    'x'.repeat(301),
  ])('refuses the key %j', async (key) => {
    await expect(open().put(key, bytes('x'), 'text/plain')).rejects.toThrow(RangeError);
    await expect(open().get(key)).rejects.toThrow(RangeError);
    await expect(open().exists(key)).rejects.toThrow(RangeError);
    await expect(open().delete(key)).rejects.toThrow(RangeError);
  });

  it('is in order', async () => {
    await expect(open().check()).resolves.toBeUndefined();
  });
}

describe('storage in a folder', () => {
  const folder = newFolder();
  behavesAsStorage(() => storageOf({ STORAGE_DIR: folder }));

  it('leaves nothing half written behind', () => {
    expect(readdirSync(path.join(folder, '.unfinished'))).toEqual([]);
  });

  it('says when the folder cannot be used', async () => {
    const file = path.join(newFolder(), 'file');
    writeFileSync(file, '');
    await expect(storageOf({ STORAGE_DIR: file }).check()).rejects.toThrow();
    await expect(storageOf({ STORAGE_DIR: file }).put('a', bytes('x'), 'text/plain')).rejects.toThrow();
  });

  it('takes no folder for a file, and says so when one is in the way', async () => {
    const root = newFolder();
    mkdirSync(path.join(root, 'taken', 'below'), { recursive: true });
    const storage = storageOf({ STORAGE_DIR: root });
    expect(await storage.exists('taken')).toBe(false);
    await expect(storage.put('taken', bytes('x'), 'text/plain')).rejects.toThrow();
    expect(readdirSync(path.join(root, '.unfinished'))).toEqual([]);
    rmSync(root, { recursive: true });
  });
});

describe('storage in S3', () => {
  let s3: TestS3;
  beforeAll(async () => {
    s3 = await startTestS3();
  });
  afterAll(async () => s3.close());

  const settings = (): Record<string, string> => ({
    S3_ENDPOINT: `${s3.endpoint}/`,
    S3_BUCKET: s3.bucket,
    S3_REGION: s3.region,
    S3_ACCESS_KEY_ID: s3.accessKeyId,
    S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
  });
  behavesAsStorage(() => storageOf(settings()));

  it('keeps the type of the content', async () => {
    await storageOf(settings()).put('typed.pdf', bytes('x'), 'application/pdf');
    expect(s3.files.get('typed.pdf')?.contentType).toBe('application/pdf');
  });

  it('tries again when the service is busy', async () => {
    s3.beBusy(2);
    await storageOf(settings()).put('patient', bytes('x'), 'text/plain');
    expect(s3.files.has('patient')).toBe(true);
  });

  it.each([
    ['the secret', 'S3_SECRET_ACCESS_KEY', 'SignatureDoesNotMatch'],
    ['the key', 'S3_ACCESS_KEY_ID', 'SignatureDoesNotMatch'],
    ['the region', 'S3_REGION', 'SignatureDoesNotMatch'],
    ['the bucket', 'S3_BUCKET', 'NoSuchBucket'],
  ])('is no missing file but an error when %s is wrong', async (_what, name, code) => {
    const storage = storageOf({ ...settings(), [name]: 'wrong' });
    await expect(storage.get('papers/a/1.pdf')).rejects.toThrow(code);
    await expect(storage.put('a', bytes('x'), 'text/plain')).rejects.toThrow(code);
    await expect(storage.delete('a')).rejects.toThrow(code);
    await expect(storage.check()).rejects.toThrow(/answered HEAD with 40[34]/);
  });

  it('is measured by a server that signs as AWS does', () => {
    // The example "GET Object" of AWS's description of Signature Version 4 for S3.
    const headers = {
      authorization: 'SignedHeaders=host;range;x-amz-content-sha256;x-amz-date',
      host: 'examplebucket.s3.amazonaws.com',
      range: 'bytes=0-9',
      'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'x-amz-date': '20130524T000000Z',
    };
    const account = {
      region: 'us-east-1',
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    };
    const signed = signatureOf({ method: 'GET', path: '/test.txt', headers }, account);
    expect(signed).toMatch(/Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41$/);
  });
});
