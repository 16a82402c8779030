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
  [
    'an unknown token',
    401,
    '/graphql',
    { method: 'POST', headers: { ...JSON_TYPE, authorization: 'Bearer yui_no' }, body: '{}' },
  ],
  [
    'no token at all',
    401,
    '/graphql',
    { method: 'POST', headers: { ...JSON_TYPE, authorization: 'Basic eA==' }, body: '{}' },
  ],
  ['a file for nobody', 401, '/attachments/0199', { headers: { authorization: 'Bearer yui_no' } }],
  ['a page that is not there', 404, '/nothing', {}],
  ['a path that cannot be read', 404, '/%', {}],
  ['the health page', 200, '/health/live', {}],
];

describe.each([
  ['http', 'http://localhost:4000', 'true', null],
  ['https', 'https://yui.example.jp', 'false', 'max-age=31536000'],
  ['https for all subdomains', 'https://yui.example.jp', 'true', 'max-age=31536000; includeSubDomains'],
])('behind %s', (_scheme, publicUrl, withSubdomains, transport) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ PUBLIC_URL: publicUrl, HSTS_INCLUDE_SUBDOMAINS: withSubdomains });
  });
  afterAll(async () => {
    await api.close();
  });

  it.each(ANSWERS)('%s carries all headers', async (_name, status, path, init) => {
    const response = await fetch(new URL(path, api.url), init);
    await response.text();
    expect(response.status).toBe(status);
    const { headers } = response;
    expect(headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer realm="Yui"' : null);
    expect(headers.get('allow')).toBe(status === 405 ? 'POST' : null);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
    expect(headers.get('strict-transport-security')).toBe(transport);
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
