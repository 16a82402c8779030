import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { checkKey, Storage } from './storage.js';

export interface S3Options {
  /** Without the bucket: `https://s3.ap-northeast-1.amazonaws.com`. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** For one request, however often it is repeated. */
const DEADLINE_MS = 30_000;
const CHECK_DEADLINE_MS = 3_000;
/** Repeated by the client with growing pauses when the service is busy or out of order. */
const RETRIES = 3;
const LONGEST_EXCERPT = 200;

/** Files in a bucket of an S3-compatible service, addressed by path (`endpoint/bucket/key`), every request signed (SigV4). */
export class S3Storage extends Storage {
  private readonly client: AwsClient;
  private readonly bucketUrl: string;

  constructor(options: S3Options) {
    super();
    const { accessKeyId, secretAccessKey, region } = options;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES });
    this.bucketUrl = `${options.endpoint.replace(/\/+$/, '')}/${options.bucket}`;
  }

  async put(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    // The hash is a part of what is signed: the service refuses a file that did not arrive whole.
    const headers = { 'content-type': contentType, 'x-amz-content-sha256': sha256(bytes) };
    const response = await this.send('PUT', key, { headers, body: Uint8Array.from(bytes) });
    if (!response.ok) throw await toError('PUT', response);
    await response.body?.cancel();
  }

  async get(key: string): Promise<Uint8Array | null> {
    const response = await this.send('GET', key);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    const error = await toError('GET', response);
    if (error.s3Code === 'NoSuchKey') return null;
    throw error;
  }

  async exists(key: string): Promise<boolean> {
    const response = await this.send('HEAD', key);
    if (response.ok) return true;
    // An answer to HEAD has no body that would tell a missing file from a missing bucket.
    if (response.status === 404) return false;
    throw await toError('HEAD', response);
  }

  async delete(key: string): Promise<void> {
    const response = await this.send('DELETE', key);
    if (response.ok) {
      await response.body?.cancel();
      return;
    }
    const error = await toError('DELETE', response);
    if (error.s3Code !== 'NoSuchKey') throw error;
  }

  async check(): Promise<void> {
    const signal = AbortSignal.timeout(CHECK_DEADLINE_MS);
    const response = await this.client.fetch(this.bucketUrl, { method: 'HEAD', redirect: 'manual', signal });
    if (!response.ok) throw await toError('HEAD', response);
  }

  private async send(method: string, key: string, init: RequestInit = {}): Promise<Response> {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    // A redirect means another region; followed, it would carry a signature for the wrong host.
    return this.client.fetch(`${this.bucketUrl}/${checkKey(key)}`, { ...init, method, redirect: 'manual', signal });
  }
}

class S3Error extends Error {
  constructor(
    method: string,
    status: number,
    /** The code of the service, such as `NoSuchKey`. */
    readonly s3Code: string | null,
    excerpt: string,
  ) {
    super(`the storage answered ${method} with ${status} ${s3Code ?? excerpt}`.trimEnd());
    this.name = 'S3Error';
  }
}

async function toError(method: string, response: Response): Promise<S3Error> {
  const body = await response.text();
  const code = /<Code>(\w+)<\/Code>/.exec(body)?.[1] ?? null;
  return new S3Error(method, response.status, code, body.slice(0, LONGEST_EXCERPT));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
