import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { startApi } from '../harness/api.js';

const CLIENTS = 16;
const NOTICE_MS = 1000;

describe('leaving under load', () => {
  it('fails no request of a balancer that minds the readiness page', async () => {
    const api = await startApi();
    const agent = new Agent({ keepAlive: true });
    const ready = new URL('/health/ready', api.url);
    let isOpen = true;
    const failures: string[] = [];
    let answered = 0;

    const balancer = (async () => {
      while ((await statusOf(ready, agent, 'GET').catch(() => 503)) === 200) await pause(50);
      isOpen = false;
    })();
    const clients = Array.from({ length: CLIENTS }, async () => {
      while (isOpen) {
        try {
          const status = await statusOf(new URL(api.url), agent, 'POST', '{"query":"mutation { signOut { isDone } }"}');
          if (status === 200) answered += 1;
          else failures.push(String(status));
        } catch (error) {
          failures.push(String(error));
        }
      }
    });

    await pause(300);
    const startedAt = performance.now();
    await api.leave(NOTICE_MS);
    await Promise.all([balancer, ...clients]);
    agent.destroy();
    expect(failures).toEqual([]);
    expect(answered).toBeGreaterThan(CLIENTS);
    expect(performance.now() - startedAt).toBeLessThan(NOTICE_MS + 10_000);
    await api.close();
  });
});

function statusOf(url: URL, agent: Agent, method: string, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = body ? { 'content-type': 'application/json', 'content-length': body.length } : {};
    const sent = request(url, { agent, method, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
