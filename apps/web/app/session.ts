import { useSuspenseQuery } from '@tanstack/react-query';
import { ask } from '../data/ask.js';
import { Me } from '../data/generated/me.js';
import { SignOut } from '../data/generated/sign-out.js';
import { SwitchRole } from '../data/generated/switch-role.js';
import type { MeQuery, Role } from '../data/generated/types.js';
import { askOptions, queryClient } from '../data/use-ask.js';
import { forgetDrafts } from '../kit/drafts.js';
import { tellOtherTabs } from './other-tabs.js';

export type Person = MeQuery['me'];
/** Whose pages somebody sees: the first word of the role. */
export type Area = 'facility' | 'desk' | 'buyer' | 'prefecture' | 'platform';

/** Where the pages of each role begin. */
export const HOME = {
  facility: '/facility',
  desk: '/desk',
  buyer: '/buyer',
  prefecture: '/prefecture',
  platform: '/platform',
} as const satisfies Record<Area, string>;

/** Who is signed in changes only here, so it is never asked again by itself. */
export const meOptions = { ...askOptions(Me, {}), staleTime: Infinity, gcTime: Infinity };

export function useMe(): Person {
  return useSuspenseQuery(meOptions).data.me;
}

/** Today in the time of the product: the computer's own may be wrong. */
export function useToday(): string {
  return useMe().clock.today;
}

export function areaOf(role: Role): Area {
  return role.slice(0, role.indexOf('_')).toLowerCase() as Area;
}

export function isAdmin(role: Role): boolean {
  return role.endsWith('_ADMIN');
}

/** Somebody signed in: nothing of before is shown any more. */
export function enter(me: Person): void {
  queryClient.clear();
  queryClient.setQueryData(meOptions.queryKey, { me });
  tellOtherTabs('person-changed');
}

export async function switchRole(roleGrantId: string): Promise<Person> {
  const {
    switchRole: { me },
  } = await ask(SwitchRole, { input: { roleGrantId } });
  enter(me);
  return me;
}

export async function signOut(): Promise<void> {
  await ask(SignOut, {});
  forgetDrafts();
  queryClient.clear();
  tellOtherTabs('person-changed');
}
