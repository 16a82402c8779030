import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import {
  Capability,
  earliestStart,
  type GrowingLoad,
  growingLoad,
  latePromises,
  loadFacilities,
  memberFacilityIds,
} from '#yui/directory';
import { planRotation, type RotationCapacity } from '#yui/matching';
import { groupBy, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { lockStandingOrderOfDesk, requireActive } from '../standing-orders/standing-order.access.js';
import { checkMembers, type MemberInput } from '../standing-orders/standing-order-content.js';
import { StandingOrderMember } from '../standing-orders/standing-order-member.entity.js';
import type { StandingOrder } from '../standing-orders/standing-order.entity.js';
import { occurrenceErrors } from '../standing-orders/standing-order.errors.js';
import { addAskedWork, askedWork } from './asked-work.js';
import { OccurrenceShare, STANDING_STATES } from './occurrence-share.entity.js';
import { Occurrence } from './occurrence.entity.js';
import { withdrawShares } from './withdraw-shares.js';

const BATCH = 200;

export interface Absence {
  readonly facilityId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface PlanOccurrencesInput {
  readonly idempotencyKey: string;
  readonly standingOrderId: string;
  /** Another division from now on; omitted: as it is. */
  readonly members?: readonly MemberInput[] | null;
  /** Facilities that cannot come between two days, both included: others take what they had there. */
  readonly absences?: readonly Absence[] | null;
}

export interface PlanOccurrencesResult {
  readonly standingOrderId: string;
  /** How many occurrences have all their units with somebody, and how many have not. */
  readonly placed: number;
  readonly open: number;
  /** Shares that facilities have agreed to or are asked about, and that stay. */
  readonly kept: number;
}

/**
 * Gives every coming occurrence to the facilities, in one press: by the division that was made once, in turn, and by what
 * each can do on its days beside all it has promised and is asked. What facilities know of stays, unless they are away or cannot do it any
 * more; nobody is told yet.
 */
@Injectable()
export class PlanOccurrences {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, STANDING_ORDER.NOT_ACTIVE, .MEMBERS_TWICE, OCCURRENCE.NOTHING_TO_PLAN, .MEMBERS_MISSING */
  async execute(actor: PersonActor, input: PlanOccurrencesInput): Promise<PlanOccurrencesResult> {
    return this.unitOfWork.command('planOccurrences', actor, input, async (tx) => {
      const standing = await lockStandingOrderOfDesk(tx, actor, input.standingOrderId);
      requireActive(standing);
      const occurrences = await comingOccurrences(tx, standing.id);
      if (occurrences.length === 0) throw occurrenceErrors.NOTHING_TO_PLAN();
      if (input.members) await replaceMembers(tx, standing, input.members, occurrences);
      const result = await planComing(tx, standing, occurrences, input.absences ?? []);
      await tx.audit(
        'standingOrder.plan',
        { deskId: standing.deskId, subjectType: 'StandingOrder', subjectId: standing.id },
        { ...result, absences: input.absences ?? [] },
      );
      return { standingOrderId: standing.id, ...result };
    });
  }
}

/** By date. */
export async function comingOccurrences(tx: Transaction, standingOrderId: string): Promise<Occurrence[]> {
  return tx.manager.find(Occurrence, {
    where: { standingOrderId, status: 'COMING', dueOn: MoreThan(todayInTokyo(tx.now)) },
    order: { dueOn: 'ASC', sitePosition: 'ASC', id: 'ASC' },
  });
}

async function replaceMembers(
  tx: Transaction,
  { id, deskId }: StandingOrder,
  members: readonly MemberInput[],
  occurrences: readonly Occurrence[],
): Promise<void> {
  const least = Math.min(...occurrences.map(({ quantity }) => quantity));
  const checked = await checkMembers(tx, deskId, members, least);
  await tx.manager.delete(StandingOrderMember, { standingOrderId: id });
  await tx.manager.insert(
    StandingOrderMember,
    checked.map((member, index) => ({ standingOrderId: id, deskId, position: index + 1, ...member })),
  );
}

/** @throws OCCURRENCE.MEMBERS_MISSING */
export async function planComing(
  tx: Transaction,
  standing: StandingOrder,
  occurrences: readonly Occurrence[],
  absences: readonly Absence[],
): Promise<Omit<PlanOccurrencesResult, 'standingOrderId'>> {
  const members = await tx.manager.find(StandingOrderMember, {
    where: { standingOrderId: standing.id },
    order: { position: 'ASC' },
  });
  if (members.length === 0) throw occurrenceErrors.MEMBERS_MISSING().at('members');
  const all = await tx.manager.findBy(OccurrenceShare, { standingOrderId: standing.id });
  const dates = new Map(occurrences.map((occurrence) => [occurrence.id, occurrence]));
  const standingShares = all.filter((share) => STANDING_STATES.includes(share.status) && dates.has(share.occurrenceId));
  const ability = await readAbility(tx, standing, members, occurrences.at(-1)!.dueOn);
  const isAway = (facilityId: string, { startOn, dueOn }: Occurrence) =>
    absences.some((row) => row.facilityId === facilityId && row.from <= dueOn && startOn <= row.to);
  const isKept = (share: OccurrenceShare) =>
    share.status !== 'PLANNED' &&
    ability.isAble(share.facilityId) &&
    !ability.isLate(share) &&
    !isAway(share.facilityId, dates.get(share.occurrenceId)!);
  const kept = standingShares.filter(isKept);
  await withdrawShares(
    tx,
    standing,
    standingShares.filter((share) => !isKept(share)),
    '日程の組み直し / the dates were planned again',
  );
  // Read again: what was withdrawn is free now. What was agreed is promised, and in the load; what is only asked is not.
  const today = todayInTokyo(tx.now);
  const asked = await askedWork(tx, ability.facilityIds, today);
  const loads = await ability.read(asked.at(-1)?.dueOn);
  addAskedWork(loads, asked);
  const keptOf = groupBy(kept, ({ occurrenceId }) => occurrenceId);
  const turns = turnUnits(
    all,
    members,
    standingShares.filter((share) => !isKept(share)),
  );
  // Who said no to a date is not asked about it again.
  const declined = new Set(
    all.filter(({ status }) => status === 'DECLINED').map((share) => `${share.occurrenceId} ${share.facilityId}`),
  );
  const capacity: RotationCapacity = {
    possible: (facilityId, { id }) => {
      const occurrence = dates.get(id)!;
      const terms = ability.termsOf(facilityId);
      const load = loads.get(facilityId);
      if (!terms || !load || isAway(facilityId, occurrence) || declined.has(`${id} ${facilityId}`)) return 0;
      if (keptOf.get(id)?.some((share) => share.facilityId === facilityId)) return 0;
      return earliestStart(today, terms.leadDays) > occurrence.dueOn
        ? 0
        : load.possible(workOf(standing, occurrence, terms));
    },
    take: (facilityId, { id }, units) => {
      const terms = ability.termsOf(facilityId);
      if (terms) loads.get(facilityId)?.add(`${id} ${facilityId}`, workOf(standing, dates.get(id)!, terms), units);
    },
  };
  const wanted = occurrences.map(({ id, quantity }) => {
    const had = (keptOf.get(id) ?? []).reduce((sum, { units }) => sum + units, 0);
    return { id, units: quantity - had, isRest: had > 0 };
  });
  const plan = planRotation(
    members.map((member) => ({ ...member, turnUnits: turns.get(member.facilityId) ?? 0 })),
    wanted.filter(({ units }) => units > 0),
    capacity,
  );
  const rows = plan.shares.map((share) => ({
    id: tx.newId(),
    ...share,
    standingOrderId: standing.id,
    deskId: standing.deskId,
    status: 'PLANNED' as const,
    secondsPerUnit: ability.termsOf(share.facilityId)!.secondsPerUnit,
  }));
  for (let at = 0; at < rows.length; at += BATCH) await tx.manager.insert(OccurrenceShare, rows.slice(at, at + BATCH));
  return { placed: occurrences.length - plan.open.size, open: plan.open.size, kept: kept.length };
}

function workOf(
  { workTypeCode }: StandingOrder,
  { startOn, dueOn }: Occurrence,
  { secondsPerUnit }: { readonly secondsPerUnit: number },
) {
  return { workTypeCode, secondsPerUnit, startOn, dueOn };
}

/** By facility: units it has, or had, beyond its own ones. */
function turnUnits(
  all: readonly OccurrenceShare[],
  members: readonly StandingOrderMember[],
  gone: readonly OccurrenceShare[],
): Map<string, number> {
  const own = new Map(members.map(({ facilityId, units }) => [facilityId, units]));
  const left = new Set(gone.map(({ id }) => id));
  const turns = new Map<string, number>();
  for (const share of all) {
    const counts = share.status === 'PASSED_ON' || (STANDING_STATES.includes(share.status) && !left.has(share.id));
    if (!counts) continue;
    const beyond = Math.max(0, share.units - (own.get(share.facilityId) ?? 0));
    turns.set(share.facilityId, (turns.get(share.facilityId) ?? 0) + beyond);
  }
  return turns;
}

/** What the members can do: those that have left, or do not offer this work, nothing. */
async function readAbility(
  tx: Transaction,
  { deskId, workTypeCode }: StandingOrder,
  members: readonly StandingOrderMember[],
  lastDay: LocalDate,
) {
  const present = new Set(await memberFacilityIds(tx.manager, deskId));
  const ids = members.map(({ facilityId }) => facilityId).filter((id) => present.has(id));
  const capabilities = await tx.manager.findBy(Capability, { facilityId: In(ids), workTypeCode, isOffered: true });
  const terms = new Map(capabilities.map((capability) => [capability.facilityId, capability]));
  const facilityIds = [...terms.keys()].sort();
  const load = async (until = lastDay) =>
    loadFacilities(tx.manager, facilityIds, todayInTokyo(tx.now), until > lastDay ? until : lastDay);
  const late = new Set([...(await load()).values()].flatMap((one) => latePromises(one)));
  return {
    facilityIds,
    termsOf: (facilityId: string) => terms.get(facilityId),
    isAble: (facilityId: string) => terms.has(facilityId),
    isLate: ({ id }: OccurrenceShare) => late.has(id),
    /** @param until the last day that is looked at, where it is after all dates */
    read: async (until?: LocalDate): Promise<Map<string, GrowingLoad>> =>
      new Map([...(await load(until))].map(([id, one]) => [id, growingLoad(one)])),
  };
}
