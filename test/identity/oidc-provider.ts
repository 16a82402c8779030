import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const CLIENT_ID = 'yui';
export const CLIENT_SECRET = 'a-secret-between-the-two-of-them';

export interface TestProvider {
  readonly issuer: string;
  /** A person at a browser goes to `url`, signs in as `login`, agrees, and is sent back. @returns where to */
  signIn(url: string, login: string): Promise<string>;
  close(): Promise<void>;
}

/** A real OpenID provider on a free port, where everybody gets in under the name they give. */
export async function startProvider(redirectUri: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // It tells the one who runs it that it is only good for a test.
  const speaking = { warn: console.warn, info: console.info };
  Object.assign(console, { warn: () => undefined, info: () => undefined });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    pkce: { required: () => true, methods: ['S256'] },
    cookies: { keys: ['only for a test'] },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  });
  const handle = provider.callback();
  server.on('request', (request, response) => void handle(request, response));
  return {
    issuer,
    signIn: async (url, login) => walkThrough(url, login, redirectUri),
    async close() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      Object.assign(console, speaking);
    },
  };
}

const MAX_STEPS = 12;

/** Follows redirections and fills in forms, with the cookies of one browser. */
async function walkThrough(start: string, login: string, redirectUri: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = start;
  let form: string | undefined;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const response = await fetch(url, {
      method: form === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      body: form ?? null,
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) {
      url = new URL(location, url).href;
      if (url.startsWith(redirectUri)) return url;
      form = undefined;
      continue;
    }
    const page = await response.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!prompt) throw new Error(`The provider stopped at ${url}: ${page.slice(0, 500)}`);
    form = new URLSearchParams({ prompt, login, password: 'any' }).toString();
  }
  throw new Error('The provider never sent the browser back');
}
