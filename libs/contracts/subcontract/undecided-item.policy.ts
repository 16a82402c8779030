import { type Actor, DESK_ROLES } from '#yui/platform';
import type { UndecidedItem } from './undecided-item.entity.js';

export type UndecidedItemAction = 'declare' | 'decide';

/** As long as it is open the desk decides it, or says again why and by when it will. */
export function undecidedItemActions(
  { role }: Actor,
  { decidedAt }: Pick<UndecidedItem, 'decidedAt'>,
): UndecidedItemAction[] {
  const isDesk = DESK_ROLES.some((deskRole) => deskRole === role);
  return isDesk && decidedAt === null ? ['declare', 'decide'] : [];
}
