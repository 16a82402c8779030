import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#yui/calendar';
import { checkFields, optionalLine, type PersonActor, UnitOfWork } from '#yui/platform';
import { recordedErrors } from '../recorded/recorded.errors.js';
import type { GovernmentLevel } from '../recorded/recorded-result.entity.js';
import { requireGovernmentKeeper, requireYear } from './government-keeper.js';
import { ProcurementPolicy } from './procurement-policy.entity.js';

export interface RecordPolicyInput {
  readonly fiscalYear: number;
  /** In a list of a prefecture: whose; omitted: the own one. */
  readonly government?: string | null;
  readonly level?: GovernmentLevel | null;
  /** Omitted: it has said that it has none for the year. */
  readonly adoptedOn?: LocalDate | null;
  /** Where it is published. */
  readonly link?: string | null;
}

/** 方針の策定: that a government has adopted its policy of a fiscal year, or has none. */
@Injectable()
export class RecordPolicy {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, RESULT.NOT_FOR_COMPANIES */
  async execute(actor: PersonActor, input: RecordPolicyInput): Promise<void> {
    const values = checkFields({
      fiscalYear: () => requireYear('fiscalYear', input.fiscalYear),
      government: () => optionalLine('government', input.government, 100),
      link: () => requireLink(input.link),
    });
    await this.unitOfWork.run(actor, async (tx) => {
      const { keeperId, keeperKind } = await requireGovernmentKeeper(tx, actor);
      const row = {
        ...values,
        level: input.level ?? null,
        adoptedOn: input.adoptedOn ?? null,
        keeperId,
        keeperKind,
        recordedBy: actor.accountId,
        recordedAt: tx.now,
      };
      const known = { keeperId, government: row.government, fiscalYear: row.fiscalYear };
      const before = await tx.manager.findOneBy(ProcurementPolicy, known);
      if (before) await tx.manager.update(ProcurementPolicy, { id: before.id }, row);
      else await tx.manager.insert(ProcurementPolicy, { id: tx.newId(), ...row });
      await tx.audit(
        'recordPolicy',
        { deskId: null, subjectType: 'ProcurementPolicy', subjectId: keeperId },
        { before: before && { adoptedOn: before.adoptedOn }, after: { ...values, adoptedOn: row.adoptedOn } },
      );
    });
  }
}

/** A page of the web, or nothing. @throws INPUT.*, RESULT.LINK_INVALID */
function requireLink(written: string | null | undefined): string {
  const link = optionalLine('link', written, 500);
  if (link === '' || /^https?:\/\/[^\s/]+/.test(link)) return link;
  throw recordedErrors.LINK_INVALID().at('link');
}
