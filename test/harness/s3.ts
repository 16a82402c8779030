import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small S3: one bucket addressed by path, in memory. It refuses what is not signed as AWS asks (SigV4). */
export interface TestS3 {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly files: ReadonlyMap<string, { readonly bytes: Buffer; readonly contentType: string }>;
  /** The next `times` requests are answered with 503. */
  beBusy(times: number): void;
  close(): Promise<void>;
}

const ACCOUNT = {
  bucket: 'papers',
  region: 'ap-northeast-1',
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};

export async function startTestS3(): Promise<TestS3> {
  const files = new Map<string, { bytes: Buffer; contentType: string }>();
  let busyTimes = 0;
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      if (busyTimes > 0) {
        busyTimes -= 1;
        return refuse(response, 503, 'SlowDown');
      }
      answer(request, body, response);
    });
  });
  const answer = (request: IncomingMessage, body: Buffer, response: ServerResponse) => {
    const { method = '', url = '', headers } = request;
    const declared = String(headers['x-amz-content-sha256']);
    if (declared !== 'UNSIGNED-PAYLOAD' && declared !== hash(body)) {
      return refuse(response, 400, 'XAmzContentSHA256Mismatch');
    }
    const expected = signatureOf({ method, path: url, headers: headers as Record<string, string> }, ACCOUNT);
    if (headers.authorization !== expected) return refuse(response, 403, 'SignatureDoesNotMatch');
    const [, bucket, ...rest] = url.split('/');
    if (bucket !== ACCOUNT.bucket) return refuse(response, 404, 'NoSuchBucket');
    const key = rest.join('/');
    const file = files.get(key);
    if (method === 'PUT') {
      files.set(key, { bytes: body, contentType: headers['content-type'] ?? '' });
      return response.writeHead(200).end();
    }
    if (method === 'DELETE') {
      files.delete(key);
      return response.writeHead(204).end();
    }
    if (key === '') return response.writeHead(200).end();
    if (!file) return refuse(response, 404, 'NoSuchKey');
    response.writeHead(200, { 'content-type': file.contentType, 'content-length': file.bytes.length });
    return response.end(method === 'HEAD' ? undefined : file.bytes);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...ACCOUNT,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    beBusy: (times) => (busyTimes = times),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface SignedRequest {
  readonly method: string;
  readonly path: string;
  /** Names in lower case, with those that AWS wants signed. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The `Authorization` header of a request without a query, written from the description of AWS Signature Version 4 and
 * apart from the client under test. The names of the signed headers are taken from the request.
 */
export function signatureOf(
  { method, path, headers }: SignedRequest,
  account: { readonly region: string; readonly accessKeyId: string; readonly secretAccessKey: string },
): string {
  const names = /SignedHeaders=([\w;-]+)/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? [];
  const date = headers['x-amz-date'] ?? '';
  const scope = `${date.slice(0, 8)}/${account.region}/s3/aws4_request`;
  const canonical = [
    method,
    path,
    '',
    ...names.map((name) => `${name}:${(headers[name] ?? '').trim()}`),
    '',
    names.join(';'),
    headers['x-amz-content-sha256'],
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', date, scope, hash(canonical)].join('\n');
  const key = scope
    .split('/')
    .reduce<Buffer>((secret, part) => hmac(secret, part), Buffer.from(`AWS4${account.secretAccessKey}`));
  const signature = hmac(key, toSign).toString('hex');
  return `AWS4-HMAC-SHA256 Credential=${account.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
}

function hash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function hmac(key: Buffer, content: string): Buffer {
  return createHmac('sha256', key).update(content).digest();
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>refused</Message></Error>`);
}
