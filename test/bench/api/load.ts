import autocannon from 'autocannon';

/** What the load process is to send, for how long. */
export interface LoadOrder {
  readonly url: string;
  readonly cookie: string;
  readonly body: string;
  readonly connections: number;
  readonly seconds: number;
}

export interface LoadResult {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly requestsPerSecond: number;
  readonly failed: number;
}

async function load({ url, cookie, body, connections, seconds }: LoadOrder): Promise<LoadResult> {
  let failed = 0;
  const latencies: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      {
        url,
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body,
        connections,
        duration: seconds,
        verifyBody: (answer) => {
          const isGood = typeof answer === 'string' && !answer.includes('"errors"');
          if (!isGood) failed += 1;
          return isGood;
        },
      },
      (error: Error | null, outcome) => (error ? reject(error) : resolve(outcome)),
    );
    run.on('response', (_client, _status, _bytes, responseMs) => latencies.push(responseMs));
  });
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
  return {
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    requestsPerSecond: latencies.length / result.duration,
    failed: failed + result.non2xx + result.errors,
  };
}

process.on('message', (order: LoadOrder) => {
  void load(order).then((result) => process.send?.(result));
});
