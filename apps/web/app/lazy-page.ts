import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { NoAnswer } from '../data/fault.js';

/**
 * A page that is fetched when somebody goes there. Where the product cannot be reached that is said, and the page can be
 * tried again; a part that is no longer there (the product was renewed) is another matter, see page-fault.tsx.
 */
export function lazyPage<Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): AsyncRouteComponent<object> {
  return lazyRouteComponent(async () => {
    // A browser never asks again for a part that once failed to come.
    if (!navigator.onLine) throw new NoAnswer();
    try {
      return { default: (await load())[name] };
    } catch (error) {
      throw (await isReachable()) ? error : new NoAnswer();
    }
  });
}

async function isReachable(): Promise<boolean> {
  try {
    return (await fetch('/favicon.svg', { method: 'HEAD', cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
