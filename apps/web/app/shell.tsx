import { Outlet } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { Skeleton } from '../kit/loaded.js';
import { rich } from '../kit/rich.js';
import { useCommon } from '../words/common/index.js';
import { LanguageSwitch } from './language-switch.js';
import { useLiveUpdates } from './live.js';
import { AccountMenu, BottomBar, NotificationsLink, SideList } from './shell-parts.js';
import { areaOf, useMe } from './session.js';
import { useSessionEnd } from './session-end.js';

const SignInAgain = lazy(async () => ({ default: (await import('../sign-in/sign-in-again.js')).SignInAgain }));

function SkipLink() {
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

/** Around pages of people who are signed in. */
export function InsideShell() {
  const me = useMe();
  const { product } = useCommon();
  const area = areaOf(me.role);
  const hasEnded = useSessionEnd();
  useLiveUpdates(me.organisationId);
  return (
    <>
      <SkipLink />
      <header className="sticky top-0 z-10 border-b border-faint bg-white print:static">
        <div className="mx-auto flex max-w-7xl items-center gap-3 px-4 py-1">
          <a href="/" className="inline-flex min-h-11 min-w-11 items-center text-lg font-bold text-ink no-underline">
            {product}
          </a>
          <span className="min-w-0 flex-1 truncate text-sm max-sm:hidden">{me.organisationName}</span>
          <span className="flex-1 sm:hidden" />
          <NotificationsLink />
          <AccountMenu me={me} />
        </div>
      </header>
      <div className="mx-auto flex max-w-7xl gap-8 px-4 pt-6 pb-28 md:pb-12">
        <SideList area={area} />
        <Content />
      </div>
      <BottomBar area={area} />
      {hasEnded ? (
        <Suspense>
          <SignInAgain />
        </Suspense>
      ) : null}
    </>
  );
}

/** Around pages of people who are not signed in. */
export function OutsideShell({ children }: { readonly children?: ReactNode }) {
  const { product } = useCommon();
  return (
    <>
      <SkipLink />
      <header className="border-b border-faint">
        <div className="mx-auto flex max-w-3xl flex-wrap items-center justify-between gap-3 px-4 py-1">
          <a href="/" className="inline-flex min-h-11 min-w-11 items-center text-lg font-bold text-ink no-underline">
            {product}
          </a>
          <LanguageSwitch />
        </div>
      </header>
      <div className="mx-auto max-w-3xl px-4 py-8">
        <Content>{children}</Content>
      </div>
    </>
  );
}

function Content({ children }: { readonly children?: ReactNode }) {
  return (
    <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
      <Suspense fallback={<Skeleton />}>{children ?? <Outlet />}</Suspense>
    </main>
  );
}
