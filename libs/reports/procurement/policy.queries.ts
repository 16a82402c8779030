import { Injectable } from '@nestjs/common';
import { type PersonActor, requireInteger, UnitOfWork } from '#yui/platform';
import { FIRST_RECORDED_YEAR } from '../recorded/check-figure.js';
import { type PolicyTable, policyTable } from './policy-table.js';
import { ProcurementPolicy } from './procurement-policy.entity.js';
import { ProcurementRule } from './procurement-rule.entity.js';
import { ProcurementTarget } from './procurement-target.entity.js';

const LAST_YEAR = 2100;
const MAX_LISTED = 2_000;

/** 方針の策定状況 of a year. */
export interface PolicyReport extends PolicyTable<ProcurementPolicy> {
  readonly fiscalYear: number;
}

/** What a government or a prefecture has set for its results. */
@Injectable()
export class PolicyQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The own ones; for a prefecture also those its governments recorded themselves. @throws INPUT.NUMBER_OUT_OF_RANGE */
  async policies(actor: PersonActor, fiscalYear: number): Promise<PolicyReport> {
    requireInteger('fiscalYear', fiscalYear, FIRST_RECORDED_YEAR, LAST_YEAR);
    const found = await this.unitOfWork.read(actor, async (db) =>
      db
        .createQueryBuilder(ProcurementPolicy, 'policy')
        .where('policy.fiscalYear = :fiscalYear', { fiscalYear })
        .orderBy('policy.level')
        .addOrderBy('policy.government')
        .limit(MAX_LISTED)
        .getMany()
        .then(async (rows) => withNames(db, rows)),
    );
    return { fiscalYear, ...policyTable(found) };
  }

  /** The newest year first. */
  async targets(actor: PersonActor): Promise<ProcurementTarget[]> {
    return this.unitOfWork.read(actor, async (db) =>
      db.find(ProcurementTarget, {
        where: { keeperId: actor.organisationId },
        order: { fiscalYear: 'DESC', government: 'ASC', measure: 'DESC' },
        take: MAX_LISTED,
      }),
    );
  }

  /** The newest first. */
  async rules(actor: PersonActor): Promise<ProcurementRule[]> {
    return this.unitOfWork.read(actor, async (db) =>
      db.find(ProcurementRule, { where: { keeperId: actor.organisationId }, order: { fromYear: 'DESC' } }),
    );
  }
}

async function withNames(
  db: { query: <T>(sql: string, values: unknown[]) => Promise<T> },
  policies: ProcurementPolicy[],
): Promise<ProcurementPolicy[]> {
  const ids = policies.filter(({ keeperKind }) => keeperKind === 'BUYER').map(({ keeperId }) => keeperId);
  const rows = await db.query<{ id: string; name: string; kind: string | null }[]>(
    `SELECT buyer.id, buyer.name, government.kind FROM buyer LEFT JOIN government ON government.buyer_id = buyer.id
     WHERE buyer.id = ANY($1)`,
    [ids],
  );
  const named = new Map(rows.map((row) => [row.id, row]));
  return policies.map((policy) => {
    const own = named.get(policy.keeperId);
    if (!own) return policy;
    const level = own.kind === null ? null : own.kind === 'PREFECTURE' ? 'PREFECTURE' : 'MUNICIPALITY';
    return { ...policy, government: policy.government || own.name, level: policy.level ?? level };
  });
}
