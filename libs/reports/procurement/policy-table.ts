import type { GovernmentLevel, KeeperKind } from '../recorded/recorded-result.entity.js';

/** How many governments of a level have adopted a policy. */
export interface PolicyCount {
  readonly level: GovernmentLevel | null;
  readonly adoptedCount: number;
  readonly governmentCount: number;
}

/** What is counted of a policy that was recorded. */
export interface CountedPolicy {
  readonly keeperKind: KeeperKind;
  readonly government: string;
  readonly level: GovernmentLevel | null;
  /** null: it has said that it has none. */
  readonly adoptedOn: string | null;
}

export interface PolicyTable<Policy> {
  readonly policies: readonly Policy[];
  readonly counts: readonly PolicyCount[];
}

/** Each government once: what a prefecture recorded for one gives way to what it says itself. */
export function policyTable<Policy extends CountedPolicy>(found: readonly Policy[]): PolicyTable<Policy> {
  const own = new Set(found.filter(({ keeperKind }) => keeperKind === 'BUYER').map(({ government }) => government));
  const policies = found.filter(({ keeperKind, government }) => keeperKind === 'BUYER' || !own.has(government));
  const levels = [...new Set(policies.map(({ level }) => level))];
  const counts = levels.map((level) => {
    const ofLevel = policies.filter((policy) => policy.level === level);
    const adoptedCount = ofLevel.filter(({ adoptedOn }) => adoptedOn !== null).length;
    return { level, adoptedCount, governmentCount: ofLevel.length };
  });
  return { policies, counts };
}
