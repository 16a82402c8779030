import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { UnreadNotifications } from '../data/generated/unread-notifications.js';
import { useAsk } from '../data/use-ask.js';
import { rich } from '../kit/rich.js';
import { useCommon } from '../words/common/index.js';
import { plain } from '../words/readings.js';
import { LanguageSwitch } from './language-switch.js';
import { type NavigationItem, useNavigation } from './navigation.js';
import { type Area, areaOf, HOME, type Person, signOut, switchRole } from './session.js';

const LINE = 'flex min-h-11 w-full items-center rounded-lg px-3 py-1 text-left text-ink hover:bg-blue-50';

/** Of the places whose pages begin like the address, the one that says most of it. */
function useIsHere(items: readonly NavigationItem[]): (item: NavigationItem) => boolean {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [here] = items
    .filter(({ to }) => path === to || (to.split('/').length > 2 && path.startsWith(`${to}/`)))
    .sort((a, b) => b.to.length - a.to.length);
  return ({ to }) => to === here?.to;
}

/** On a wide screen: the pages of the role, on the left. */
export function SideList({ area }: { readonly area: Area }) {
  const { navigation } = useCommon();
  const items = useNavigation(area);
  const isHere = useIsHere(items);
  if (items.length === 0) return null;
  return (
    <nav aria-label={plain(navigation.main)} className="w-48 shrink-0 max-md:hidden">
      {/* It stays in sight where all of it has room; in a low window it scrolls with the page. */}
      <ul className="grid gap-1 [@media(min-height:60rem)]:sticky [@media(min-height:60rem)]:top-20">
        {items.map((item) => (
          <li key={item.to}>
            <Link
              to={item.to}
              activeOptions={{ exact: true }}
              aria-current={isHere(item) ? 'page' : undefined}
              className={`${LINE} no-underline aria-[current]:bg-blue-900 aria-[current]:font-bold aria-[current]:text-white`}
            >
              {rich(item.label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** On a narrow screen: four places for the thumb; the rest is behind the last. */
export function BottomBar({ area }: { readonly area: Area }) {
  const { navigation } = useCommon();
  const items = useNavigation(area);
  const isHere = useIsHere(items);
  if (items.length === 0) return null;
  const rest = items.filter(({ isInBar }) => !isInBar);
  const place =
    'flex min-h-14 flex-1 items-center justify-center px-1 text-center text-sm leading-tight text-ink no-underline aria-[current]:border-t-4 aria-[current]:border-blue-900 aria-[current]:font-bold';
  return (
    <nav
      aria-label={plain(navigation.main)}
      className="fixed inset-x-0 bottom-0 z-10 flex border-t border-line bg-white md:hidden"
    >
      {items
        .filter(({ isInBar }) => isInBar)
        .map((item) => (
          <Link
            key={item.to}
            to={item.to}
            activeOptions={{ exact: true }}
            aria-current={isHere(item) ? 'page' : undefined}
            className={place}
          >
            {rich(item.label)}
          </Link>
        ))}
      {rest.length === 0 ? null : (
        <Disclosure
          label={navigation.more}
          summaryClassName={place}
          className="flex flex-1"
          panelClassName="bottom-14 right-0"
        >
          {rest.map((item) => (
            <Link
              key={item.to}
              to={item.to}
              activeOptions={{ exact: true }}
              aria-current={isHere(item) ? 'page' : undefined}
              className={LINE}
            >
              {rich(item.label)}
            </Link>
          ))}
        </Disclosure>
      )}
    </nav>
  );
}

export function NotificationsLink() {
  const { navigation } = useCommon();
  const { data } = useAsk(UnreadNotifications, {});
  const unread = data?.notifications.unreadItems ?? 0;
  return (
    <Link
      to="/notifications"
      className="relative inline-flex min-h-11 min-w-11 items-center gap-1 rounded-lg px-2 text-sm text-ink no-underline hover:bg-blue-50"
    >
      {unread === 0 ? (
        rich(navigation.notifications)
      ) : (
        <>
          <span className="sr-only">{plain(navigation.unread(unread))}</span>
          <span aria-hidden="true">{rich(navigation.notifications)}</span>
          <span aria-hidden="true" className="rounded-full bg-red-1000 px-2 text-xs font-bold text-white">
            {unread > 99 ? '99+' : unread}
          </span>
        </>
      )}
    </Link>
  );
}

/** Who one is, the other roles one has, and the way out. */
export function AccountMenu({ me }: { readonly me: Person }) {
  const { navigation, roles } = useCommon();
  const navigate = useNavigate();
  const others = me.roles.filter(({ isActing }) => !isActing);
  const change = async (roleGrantId: string) => {
    const next = await switchRole(roleGrantId);
    await navigate({ href: HOME[areaOf(next.role)], reloadDocument: true });
  };
  const leave = async () => {
    await signOut();
    await navigate({ href: '/sign-in', reloadDocument: true });
  };
  return (
    <Disclosure
      label={me.name}
      summaryClassName="inline-flex min-h-11 max-w-40 items-center rounded-lg px-2 text-sm hover:bg-blue-50"
      className="relative"
      panelClassName="right-0 top-12"
    >
      <p className="px-3 py-1 text-sm">
        <span className="block text-quiet">{rich(navigation.acting)}</span>
        <span className="font-bold">{me.organisationName}</span> {rich(roles[me.role])}
      </p>
      {others.length === 0 ? null : (
        <ul aria-label={plain(navigation.switchRole)} className="border-t border-faint py-1">
          {others.map((role) => (
            <li key={role.roleGrantId}>
              <button type="button" className={LINE} onClick={() => void change(role.roleGrantId)}>
                {role.organisationName ?? rich(roles[role.role])}（{rich(roles[role.role])}）
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="border-t border-faint py-2">
        <LanguageSwitch />
      </div>
      <div className="border-t border-faint pt-1">
        <Link to="/account" className={LINE}>
          {rich(navigation.myAccount)}
        </Link>
        <button type="button" className={LINE} onClick={() => void leave()}>
          {rich(navigation.signOut)}
        </button>
      </div>
    </Disclosure>
  );
}

/** A list that opens under its name; Escape, a choice or a click elsewhere closes it. */
function Disclosure({
  label,
  className,
  summaryClassName,
  panelClassName,
  children,
}: {
  readonly label: string;
  readonly className: string;
  readonly summaryClassName: string;
  readonly panelClassName: string;
  readonly children: React.ReactNode;
}) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const details = ref.current;
      if (!details?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        details.querySelector('summary')?.focus();
      } else if (details.querySelector('summary')?.contains(event.target as Node)) return;
      else if (details.contains(event.target as Node) && !(event.target as Element).closest('a')) return;
      details.open = false;
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details ref={ref} className={className}>
      <summary className={`list-none ${summaryClassName}`}>
        <span className="truncate">{rich(label)}</span>
        <svg aria-hidden="true" viewBox="0 0 12 12" className="ml-1 size-3 shrink-0">
          <path d="M2 4l4 4 4-4" className="fill-none stroke-current stroke-2" />
        </svg>
      </summary>
      <div
        className={`absolute z-20 w-72 max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-white p-2 shadow-lg ${panelClassName}`}
      >
        {children}
      </div>
    </details>
  );
}
