import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { RegistryWage } from '#yui/directory';
import { checkEach, MAX_YEN, type PersonActor, requireInteger, type Transaction, UnitOfWork } from '#yui/platform';
import { deskOf, lockKeptFacility } from './return-keepers.js';
import { wageErrors } from '../rules/wage.errors.js';
import { WageTarget } from './wage-target.entity.js';

export interface SetWageTargetsInput {
  readonly facilityId: string;
  /** Usually three years; each year once. */
  readonly targets: readonly { readonly fiscalYear: number; readonly monthYen: number }[];
}

const MAX_TARGETS = 10;

/** The average monthly wages a facility means to reach: never below the target of the year before. */
@Injectable()
export class SetWageTargets {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, WAGE.TARGET_FALLS */
  async execute(actor: PersonActor, { facilityId, targets }: SetWageTargetsInput): Promise<{ facilityId: string }> {
    requireInteger('targets', targets.length, 1, MAX_TARGETS);
    const checked = checkEach('targets', targets, ({ fiscalYear, monthYen }) => ({
      fiscalYear: requireInteger('fiscalYear', fiscalYear, 2005, 2200),
      monthYen: requireInteger('monthYen', monthYen, 1, MAX_YEN),
    }));
    return this.unitOfWork.run(actor, async (tx) => {
      await lockKeptFacility(tx, actor, facilityId);
      await keepTargets(tx, facilityId, checked);
      await tx.audit(
        'setWageTargets',
        { deskId: deskOf(actor), subjectType: 'Facility', subjectId: facilityId },
        { targets: checked },
      );
      return { facilityId };
    });
  }
}

interface KeptTarget {
  readonly fiscalYear: number;
  readonly monthYen: number;
}

/**
 * Writes targets of a locked facility; years that are not named keep theirs, and one that stays as it is keeps its time: a desk
 * the facility has left goes on knowing it.
 * @throws WAGE.TARGET_FALLS
 */
export async function keepTargets(tx: Transaction, facilityId: string, targets: readonly KeptTarget[]): Promise<void> {
  const inOrder = [...targets].sort((a, b) => a.fiscalYear - b.fiscalYear);
  let before = await targetBefore(tx, facilityId, inOrder[0]!.fiscalYear);
  for (const target of inOrder) {
    if (before !== null && target.monthYen < before) {
      throw wageErrors.TARGET_FALLS({ yen: before }).at(`targets.${targets.indexOf(target)}.monthYen`);
    }
    before = target.monthYen;
  }
  const kept = await tx.manager.findBy(WageTarget, {
    facilityId,
    fiscalYear: In(inOrder.map(({ fiscalYear }) => fiscalYear)),
  });
  const changed = inOrder.filter(
    ({ fiscalYear, monthYen }) => kept.find((target) => target.fiscalYear === fiscalYear)?.monthYen !== monthYen,
  );
  await tx.manager.upsert(
    WageTarget,
    changed.map(({ fiscalYear, monthYen }) => ({ facilityId, fiscalYear, monthYen, recordedAt: tx.now })),
    ['facilityId', 'fiscalYear'],
  );
}

async function targetBefore(tx: Transaction, facilityId: string, fiscalYear: number): Promise<number | null> {
  const where = { facilityId, fiscalYear: LessThan(fiscalYear) };
  const order = { fiscalYear: 'DESC' } as const;
  const own = await tx.manager.findOne(WageTarget, { where, order });
  const [listed] = (await tx.manager.find(RegistryWage, { where, order, take: 10 })).filter(
    ({ targetMonthYen }) => targetMonthYen !== null,
  );
  if (own && (!listed || own.fiscalYear >= listed.fiscalYear)) return own.monthYen;
  return listed?.targetMonthYen ?? null;
}
