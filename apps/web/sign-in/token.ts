import { useState } from 'react';

/** The token of a link in a mail: read once, and taken out of the address, so that nobody copies it along. */
export function useTokenOfLink(): string {
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)));
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname);
  return token;
}
