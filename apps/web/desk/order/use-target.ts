import { useEffect, useRef } from 'react';

/** Brings what the address names into sight, once it is there: parts of a page come after the page. */
export function useTarget(isThere: boolean): void {
  const wasShown = useRef(false);
  useEffect(() => {
    const name = location.hash.slice(1);
    if (!isThere || wasShown.current || name === '') return;
    const target = document.getElementById(name);
    if (target === null) return;
    wasShown.current = true;
    target.scrollIntoView({ block: 'start' });
  }, [isThere]);
}
