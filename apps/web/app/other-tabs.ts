/** What the tabs of one browser tell each other. */
type Said = 'person-changed';

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('yui');

export function tellOtherTabs(said: Said): void {
  channel?.postMessage(said);
}

/** All tabs share one session: what another tab became, this one is, too. */
export function followOtherTabs(): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if (data === 'person-changed') location.assign('/');
  });
}
