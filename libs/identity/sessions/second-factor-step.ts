import type { Config, Role } from '#yui/platform';

/**
 * What a session owes before it may do anything else: nothing, a code, a sign-in with a passkey (the account has one and
 * no codes), or to set up a second factor.
 */
export const SECOND_FACTOR_STEPS = ['NONE', 'CODE', 'PASSKEY', 'ENROL'] as const;
export type SecondFactorStep = (typeof SECOND_FACTOR_STEPS)[number];

/** Roles that see the affairs of many organisations. */
const ROLES_WITH_SECOND_FACTOR: readonly Role[] = [
  'DESK_COORDINATOR',
  'DESK_ADMIN',
  'PREFECTURE_OFFICER',
  'PLATFORM_ADMIN',
];

export function needsSecondFactor(role: Role, of: Config['SECOND_FACTOR_REQUIRED']): boolean {
  return of === 'everybody' || (of === 'true' && ROLES_WITH_SECOND_FACTOR.includes(role));
}

/**
 * Who has set up codes is always asked for one. Who has only passkeys and a role that needs two factors must use one:
 * a stolen password must not be enough to set up a new second factor.
 */
export function secondFactorStep(state: {
  readonly isPresented: boolean;
  readonly hasTotp: boolean;
  readonly hasPasskey: boolean;
  readonly isNeeded: boolean;
}): SecondFactorStep {
  if (state.isPresented) return 'NONE';
  if (state.hasTotp) return 'CODE';
  if (!state.isNeeded) return 'NONE';
  return state.hasPasskey ? 'PASSKEY' : 'ENROL';
}
