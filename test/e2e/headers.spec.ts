import { startApi, type TestApi } from '../harness/api.js';

const JSON_TYPE = { 'content-type': 'application/json' };

/** Every kind of answer there is, by what it is. */
const ANSWERS: readonly [string, number, string, RequestInit][] = [
  [
    'data',
    200,
    '/graphql',
    { method: 'POST', headers: JSON_TYPE, body: '{"query":"mutation { signOut { isDone } }"}' },
  ],
  [
    'an error of an operation',
    200,
    '/graphql',
    { method: 'POST', headers: JSON_TYPE, body: '{"query":"{ me { name } }"}' },
  ],
  [
    'a query that is not valid',
    400,
    '/graphql',
    { method: 'POST', headers: JSON_TYPE, body: '{"query":"{ nothing }"}' },
  ],
  ['a body that is no JSON', 400, '/graphql', { method: 'POST', headers: JSON_TYPE, body: '{' }],
  ['another method', 405, '/graphql', {}],
  ['another media type', 415, '/graphql', { method: 'POST', body: 'x' }],
  [
    'a foreign page',
    403,
    '/graphql',
    { method: 'POST', headers: { ...JSON_TYPE, origin: 'https://evil.example' }, body: '{}' },
  ],
  ['a page that is not there', 404, '/nothing', {}],
  ['a path that cannot be read', 404, '/%', {}],
  ['the health page', 200, '/health/live', {}],
];

describe.each([
  ['http', 'http://localhost:4000'],
  ['https', 'https://yui.example.jp'],
])('behind %s', (scheme, publicUrl) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ PUBLIC_URL: publicUrl });
  });
  afterAll(async () => {
    await api.close();
  });

  it.each(ANSWERS)('%s carries all headers', async (_name, status, path, init) => {
    const response = await fetch(new URL(path, api.url), init);
    await response.text();
    expect(response.status).toBe(status);
    const { headers } = response;
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
    expect(headers.get('strict-transport-security')).toBe(scheme === 'https' ? 'max-age=31536000' : null);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ]) {
      expect(policy.split(';')).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe|\*/);
  });
});
