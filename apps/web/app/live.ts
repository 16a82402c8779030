import { useEffect } from 'react';
import { queryClient } from '../data/use-ask.js';
import { meOptions } from './session.js';

const CHANNEL = 'yui-events';
/** Events come in groups: a split is many offers. */
const GATHER_MS = 250;
const POLL_MS = 30_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** What is on the screen is asked for again; who is signed in is not. */
function refresh(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== meOptions.queryKey[0] });
  }, GATHER_MS);
}

/**
 * Keeps what is on the screen true while somebody looks at it. One tab of a browser holds the connection and tells the
 * others, since a browser opens only a few to one host. Without a connection the page asks every half minute.
 */
export function useLiveUpdates(key: string): void {
  useEffect(() => {
    const leaving = new AbortController();
    const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
    channel?.addEventListener('message', refresh);
    const hold = async () => follow(leaving.signal, () => channel?.postMessage('changed'));
    if (navigator.locks === undefined) void hold();
    else navigator.locks.request(`${CHANNEL}:${key}`, { signal: leaving.signal }, hold).catch(() => undefined);
    return () => {
      leaving.abort();
      channel?.close();
    };
  }, [key]);
}

/** Resolves when `signal` says so. */
async function follow(signal: AbortSignal, tell: () => void): Promise<void> {
  const source = new EventSource('/events');
  let isOpen = false;
  const changed = () => {
    refresh();
    tell();
  };
  source.addEventListener('open', () => {
    // After a break something may have happened meanwhile that no list of events goes back to.
    if (isOpen) return;
    isOpen = true;
    changed();
  });
  source.addEventListener('error', () => {
    isOpen = false;
  });
  source.addEventListener('changed', changed);
  const poll = setInterval(() => {
    if (!isOpen) changed();
  }, POLL_MS);
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  clearInterval(poll);
  source.close();
}
