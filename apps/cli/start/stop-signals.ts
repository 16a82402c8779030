/** Signals that mean "stop": Ctrl-C, a service manager, a closed terminal. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * npm passes a Ctrl-C on to a process that the terminal has already told, so one press arrives twice within
 * milliseconds. A person needs longer for a second one.
 */
const SAME_PRESS_MS = 500;

export interface StopSignals {
  /** Resolves on the first request to stop. */
  first: Promise<void>;
  /** Resolves on the second: somebody does not want to wait. */
  second: Promise<void>;
}

export function listenForStopSignals(): StopSignals {
  let firstAt: number | undefined;
  let resolveFirst: () => void;
  let resolveSecond: () => void;
  const first = new Promise<void>((resolve) => (resolveFirst = resolve));
  const second = new Promise<void>((resolve) => (resolveSecond = resolve));
  const onSignal = () => {
    const now = performance.now();
    if (firstAt === undefined) {
      firstAt = now;
      resolveFirst();
    } else if (now - firstAt > SAME_PRESS_MS) {
      resolveSecond();
    }
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return { first, second };
}
