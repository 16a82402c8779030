import { createRootRoute, createRoute, notFound, redirect } from '@tanstack/react-router';
import { NotFound } from './lazy-not-found.js';
import { lazyPage } from './lazy-page.js';
import { isFault } from '../data/fault.js';
import { queryClient } from '../data/use-ask.js';
import { PageFault } from './page-fault.js';
import { Root } from './root.js';
import { type Area, areaOf, HOME, isAdmin, meOptions, type Person } from './session.js';
import { OutsideShell } from './outside-shell.js';

export const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage, errorComponent: PageFault });

/** Pages of people who are not, or not yet wholly, signed in. */
export const outside = createRoute({ getParentRoute: () => root, id: 'outside', component: OutsideShell });

/** Pages of people who are signed in; everybody else signs in first and comes back. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: lazyPage(() => import('./inside-shell.js'), 'InsideShell'),
  notFoundComponent: NotFound,
  beforeLoad: async ({ location }) => {
    const me = await whoIsThere();
    const search = location.href === '/' ? {} : { to: location.href };
    if (me === null) throw redirect({ to: '/sign-in', search });
    if (me.secondFactorStep !== 'NONE') throw redirect({ to: '/sign-in/second', search });
    return { me };
  },
});

async function whoIsThere(): Promise<Person | null> {
  try {
    return (await queryClient.ensureQueryData(meOptions)).me;
  } catch (error) {
    if (isFault(error, 'ACCESS.SIGN_IN_REQUIRED')) return null;
    throw error;
  }
}

export const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: HOME[areaOf(context.me.role)], replace: true });
  },
});

/** Who acts in another role does not find the pages of this one, and is offered to switch. */
function only(area: Area) {
  return ({ context }: { context: { me: Person } }) => {
    if (areaOf(context.me.role) !== area) throw notFound();
  };
}

/** `beforeLoad` of a page on which only an administrator can do anything: others do not find it. */
export function onlyAdministrators({ context }: { context: { me: Person } }): void {
  if (!isAdmin(context.me.role)) throw notFound();
}

export const facilityArea = createRoute({
  getParentRoute: () => inside,
  id: 'facility-area',
  beforeLoad: only('facility'),
});
export const deskArea = createRoute({ getParentRoute: () => inside, id: 'desk-area', beforeLoad: only('desk') });
export const buyerArea = createRoute({ getParentRoute: () => inside, id: 'buyer-area', beforeLoad: only('buyer') });
export const prefectureArea = createRoute({
  getParentRoute: () => inside,
  id: 'prefecture-area',
  beforeLoad: only('prefecture'),
});
export const platformArea = createRoute({
  getParentRoute: () => inside,
  id: 'platform-area',
  beforeLoad: only('platform'),
});

function NotFoundPage() {
  return (
    <OutsideShell>
      <NotFound />
    </OutsideShell>
  );
}
