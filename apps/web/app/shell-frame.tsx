import { Outlet } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { Skeleton } from '../kit/loaded.js';
import { rich } from '../kit/rich.js';
import { useCommon } from '../words/common/index.js';

export function SkipLink() {
  const { skip } = useCommon();
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:left-2 focus:top-2 focus:z-30 focus:bg-white focus:p-3"
    >
      {rich(skip)}
    </a>
  );
}

export function Content({ children }: { readonly children?: ReactNode }) {
  return (
    <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
      <Suspense fallback={<Skeleton />}>{children ?? <Outlet />}</Suspense>
    </main>
  );
}
