import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';

/**
 * Runs the proxy as configured before two stand-ins for the api and looks at what reaches them.
 * Says `missing` where Caddy is not installed.
 */
export async function tryProxy(caddyfile) {
  const version = spawnSync('caddy', ['version'], { encoding: 'utf8' });
  if (version.error) return { state: 'missing', output: 'caddy is not installed' };

  const apis = await Promise.all([startApi('one'), startApi('two')]);
  const port = await freePort();
  const caddy = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', caddyfile], {
    stdio: 'ignore',
    env: {
      ...process.env,
      SITE_ADDRESS: `http://localhost:${port}`,
      API_UPSTREAMS: apis.map((api) => `127.0.0.1:${api.port}`).join(' '),
    },
  });
  const problems = [];
  const expect = (name, isSo) => {
    if (!isSo) problems.push(name);
  };
  try {
    await answers(port);

    const balanced = await askOften(port);
    expect(
      `both share the work, but it was ${show(balanced)}`,
      balanced.one > 0 && balanced.two > 0 && !balanced.failed,
    );

    const { headers } = await ask(port, '/headers', { 'X-Forwarded-For': '203.0.113.9', 'X-Forwarded-Proto': 'https' });
    expect(
      'X-Forwarded-For is the visitor, not what the visitor says',
      !headers?.['x-forwarded-for']?.includes('203.0.113.9'),
    );
    expect('X-Forwarded-Proto is how the visitor came', headers?.['x-forwarded-proto'] === 'http');
    expect('X-Forwarded-Host is what the visitor typed', headers?.['x-forwarded-host']?.startsWith('localhost'));
    expect('/health is hidden', (await ask(port, '/health/ready')).status === 404);

    apis[0].isReady = false;
    await sleep(5000);
    const drained = await askOften(port);
    expect(
      `an api that is not ready gets nothing, but it was ${show(drained)}`,
      !drained.one && drained.two > 0 && !drained.failed,
    );

    apis[0].isReady = true;
    await sleep(5000);
    await apis[1].close();
    await sleep(200);
    const refused = await askOften(port, 'POST');
    expect(
      `no request is lost when an api is gone, but it was ${show(refused)}`,
      refused.one > 0 && !refused.two && !refused.failed,
    );
  } finally {
    caddy.kill('SIGTERM');
    await Promise.all([once(caddy, 'exit'), ...apis.map((api) => api.close())]);
  }
  return {
    state: problems.length === 0 ? 'passed' : 'failed',
    output: `caddy ${version.stdout.trim()}\n${problems.join('\n')}`,
  };
}

async function startApi(name) {
  const api = { name, isReady: true };
  const server = http.createServer((request, response) => {
    response.statusCode = request.url === '/health/ready' && !api.isReady ? 503 : 200;
    response.end(JSON.stringify({ name, headers: request.headers }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  api.port = server.address().port;
  api.close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return api;
}

function ask(port, path, headers = {}, method = 'GET') {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: 'localhost', port, path, headers, method }, async (response) => {
      const body = (await response.toArray()).join('');
      resolve({ status: response.statusCode, ...(response.statusCode === 200 ? JSON.parse(body) : {}) });
    });
    request.on('error', reject);
    request.end();
  });
}

/** How many of forty requests, four at a time, each api answered, and how many nobody did. */
async function askOften(port, method = 'GET') {
  const count = {};
  for (let round = 0; round < 10; round++) {
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask(port, '/', {}, method)));
    for (const { status, name } of answers) {
      const key = status === 200 ? name : 'failed';
      count[key] = (count[key] ?? 0) + 1;
    }
  }
  return count;
}

function show(count) {
  return JSON.stringify(count);
}

async function answers(port) {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      if ((await ask(port, '/')).status === 200) return;
    } catch {
      // not listening yet
    }
    await sleep(100);
  }
  throw new Error('caddy does not answer');
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
