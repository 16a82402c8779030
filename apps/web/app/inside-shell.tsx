import { CatchNotFound, Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useCommon } from '../words/common/index.js';
import { NotFound } from './lazy-not-found.js';
import { useLiveUpdates } from './live.js';
import { areaOf, useMe } from './session.js';
import { useSessionEnd } from './session-end.js';
import { Content, SkipLink } from './shell-frame.js';
import { AccountMenu, BottomBar, NotificationsLink, SideList } from './shell-parts.js';

const SignInAgain = lazy(async () => ({ default: (await import('../sign-in/sign-in-again.js')).SignInAgain }));

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
        <Content>
          {/* Pages that find out while they are drawn; that of the route would take the place of this shell. */}
          <CatchNotFound fallback={() => <NotFound />}>
            <Outlet />
          </CatchNotFound>
        </Content>
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
