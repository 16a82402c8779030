import { In, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { todayInTokyo } from '#yui/calendar';
import type { Transaction } from '#yui/platform';
import { Capability } from '../capacity/capability.entity.js';
import { starterWeek } from '../capacity/starter-week.js';
import { WorkWeek } from '../capacity/work-week.entity.js';
import { FacilityEligibility } from '../eligibility/facility-eligibility.entity.js';
import { FacilityType } from '../reference/facility-type.entity.js';
import { Facility } from '../facilities/facility.entity.js';
import { RegistryWage } from '../facilities/registry-wage.entity.js';
import { ServiceMention } from '../facilities/service-mention.entity.js';
import { addMemberships } from '../memberships/join-desk.js';
import type { FacilityPlan } from './plan-import.js';

/** PostgreSQL takes at most 65,535 parameters in one statement. */
const ROWS_PER_STATEMENT = 1_000;
/** What a later edition of a list says instead. */
const WAGE_COLUMNS = [
  'month_yen',
  'hour_yen',
  'target_month_yen',
  'source_file',
  'source_row',
  'recorded_by',
  'recorded_at',
];

/** Carries the plan out. @returns the id of each facility, in the order of the plans */
export async function writeImport(
  tx: Transaction,
  plans: readonly FacilityPlan[],
  { deskId, sourceName, fileName }: { deskId: string; sourceName: string; fileName: string },
): Promise<string[]> {
  const targets = plans.map((plan) => ({ plan, facilityId: plan.facilityId ?? tx.newId() }));
  const created = targets.filter(({ plan }) => plan.facilityId === null);
  await insertAll(
    tx,
    Facility,
    created.flatMap(({ plan: { profile }, facilityId }) =>
      profile ? [{ id: facilityId, ...profile, registrySource: sourceName, createdAt: tx.now }] : [],
    ),
  );
  await writeEligibility(tx, created, sourceName);
  for (const { plan, facilityId } of targets) {
    if (plan.facilityId !== null && plan.profile) await tx.manager.update(Facility, { id: facilityId }, plan.profile);
  }
  await tx.manager.query(
    'INSERT INTO facility_capacity (facility_id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING',
    [created.map(({ facilityId }) => facilityId)],
  );
  await writeMentions(tx, targets);
  await writeCapabilities(tx, targets);
  await insertAll(
    tx,
    RegistryWage,
    targets.flatMap(({ plan, facilityId }) =>
      plan.wages.map((wage) => ({
        facilityId,
        ...wage,
        sourceFile: fileName,
        sourceRow: plan.line,
        recordedBy: tx.actor.accountId,
        recordedAt: tx.now,
      })),
    ),
    { overwrite: WAGE_COLUMNS, on: ['facility_id', 'fiscal_year'] },
  );
  await insertAll(
    tx,
    WorkWeek,
    targets
      .filter(({ plan }) => plan.startsWorkWeek)
      .flatMap(({ plan, facilityId }) => starterWeek(facilityId, plan.capacityPersons)),
    'skip',
  );
  const joining = targets.filter(({ plan }) => plan.joinsDesk);
  await addMemberships(tx, {
    deskId,
    facilityIds: joining.map(({ facilityId }) => facilityId),
    mustBeFree: joining.flatMap(({ plan }) => plan.facilityId ?? []),
    joinedOn: todayInTokyo(tx.now),
    isAgreed: false,
  });
  return targets.map(({ facilityId }) => facilityId);
}

interface Target {
  readonly plan: FacilityPlan;
  readonly facilityId: string;
}

/** A published list of facilities of a kind that counts is the evidence a new facility starts with. */
async function writeEligibility(tx: Transaction, created: readonly Target[], sourceName: string): Promise<void> {
  const counting = await tx.manager.findBy(FacilityType, { isPriorityProcurement: true });
  const codes = new Set(counting.map((type) => type.code));
  const fromOn = todayInTokyo(tx.now);
  await insertAll(
    tx,
    FacilityEligibility,
    created.flatMap(({ plan: { profile }, facilityId }) =>
      profile && codes.has(profile.typeCode)
        ? [
            {
              id: tx.newId(),
              facilityId,
              typeCode: profile.typeCode,
              fromOn,
              untilOn: null,
              evidence: sourceName,
              recordedAt: tx.now,
            },
          ]
        : [],
    ),
  );
}

async function writeMentions(tx: Transaction, targets: readonly Target[]): Promise<void> {
  const replaced = targets.filter(({ plan }) => plan.mentions !== null);
  await tx.manager.delete(ServiceMention, { facilityId: In(replaced.map(({ facilityId }) => facilityId)) });
  await insertAll(
    tx,
    ServiceMention,
    replaced.flatMap(({ plan, facilityId }) =>
      (plan.mentions ?? []).map((mention) => ({ id: tx.newId(), facilityId, ...mention })),
    ),
  );
}

/** A facility or a desk may set the same capability at this moment: theirs stays. */
async function writeCapabilities(tx: Transaction, targets: readonly Target[]): Promise<void> {
  const rows = targets.flatMap(({ plan, facilityId }) => plan.capabilities.map((row) => ({ facilityId, ...row })));
  await insertAll(
    tx,
    Capability,
    rows.map((row) => ({ id: tx.newId(), ...row, dailyLimitUnits: null, source: 'REGISTRY' as const })),
    'skip',
  );
  for (const { facilityId, workTypeCode, ...values } of rows) {
    await tx.manager.update(Capability, { facilityId, workTypeCode, source: 'REGISTRY' }, values);
  }
}

/** Inserts many rows. Rows that are there already are an error, are skipped, or are overwritten. */
async function insertAll<E extends ObjectLiteral>(
  tx: Transaction,
  entity: EntityTarget<E>,
  rows: QueryDeepPartialEntity<E>[],
  existing: 'fail' | 'skip' | { overwrite: string[]; on: string[] } = 'fail',
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const insert = tx.manager
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(rows.slice(from, from + ROWS_PER_STATEMENT))
      .updateEntity(false);
    if (existing === 'skip') insert.orIgnore();
    else if (existing !== 'fail') insert.orUpdate(existing.overwrite, existing.on);
    await insert.execute();
  }
}
