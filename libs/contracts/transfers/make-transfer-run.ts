import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays, isBankDay, type LocalDate, todayInTokyo } from '#yui/calendar';
import { Facility } from '#yui/directory';
import { MAX_TRANSFER_YEN, transferFile } from '#yui/money';
import {
  accessErrors,
  groupBy,
  organisationKindOf,
  type PersonActor,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { contractsOfInvoice } from '../payments/contracts-to-pay.js';
import { lockContracts } from '../payments/lock-contracts.js';
import {
  MAX_CANDIDATES,
  type PayableAccount,
  payableAccountOf,
  type TransferCandidate,
  transferCandidates,
} from './transfer-candidates.js';
import { TransferClient } from './transfer-client.entity.js';
import { TransferItem } from './transfer-item.entity.js';
import { TransferRecord } from './transfer-record.entity.js';
import { TransferRun } from './transfer-run.entity.js';
import { transferErrors } from './transfer.errors.js';

export interface MakeTransferRunInput {
  readonly idempotencyKey: string;
  readonly transferOn: LocalDate;
  /** The payment notices that are paid, each with all that is left of it. */
  readonly invoiceIds: readonly string[];
}

const MAX_DAYS_AHEAD = 31;

interface PlannedRecord {
  readonly facilityId: string;
  readonly account: PayableAccount;
  readonly amountYen: number;
  readonly items: readonly TransferCandidate[];
}

/** Puts payments to facilities into one file for the bank, a transfer for each facility. None is in two files at a time. */
@Injectable()
export class MakeTransferRun {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSFER.* */
  async execute(actor: PersonActor, input: MakeTransferRunInput): Promise<{ transferRunId: string }> {
    if (organisationKindOf(actor.role) !== 'DESK') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.command('makeTransferRun', actor, input, async (tx) => {
      const deskId = actor.organisationId;
      const invoiceIds = [...new Set(input.invoiceIds)];
      if (invoiceIds.length === 0) throw transferErrors.NOTHING_CHOSEN().at('invoiceIds');
      if (invoiceIds.length > MAX_CANDIDATES) throw transferErrors.TOO_MANY({ most: MAX_CANDIDATES }).at('invoiceIds');
      requireBankDay(tx, input.transferOn);
      const client = await tx.manager.findOneBy(TransferClient, { deskId });
      const own = await payableAccountOf(tx.manager, deskId);
      if (!client || typeof own === 'string') throw transferErrors.NO_CLIENT();
      // What is left to be paid stays so until the file is there.
      await lockContracts(tx, await contractsOfInvoice(tx, deskId, invoiceIds));
      const records = await planRecords(tx, deskId, invoiceIds);
      const { transferOn } = input;
      const file = Buffer.from(
        transferFile(
          { ...own, clientCode: client.clientCode, clientName: own.holder, transferOn },
          records.map(({ account, amountYen }) => ({ ...account, amountYen })),
          client.recordEnd,
        ),
      );
      return { transferRunId: await writeRun(tx, deskId, { transferOn, file, records }) };
    });
  }
}

/** @throws TRANSFER.DAY_PAST, TRANSFER.NO_BANK_DAY */
function requireBankDay(tx: Transaction, transferOn: LocalDate): void {
  const today = todayInTokyo(tx.now);
  if (transferOn < today || transferOn > addDays(today, MAX_DAYS_AHEAD))
    throw transferErrors.DAY_PAST().at('transferOn');
  if (!isBankDay(transferOn)) throw transferErrors.NO_BANK_DAY({ day: transferOn }).at('transferOn');
}

/** One record for each facility. @throws ACCESS.NOT_FOUND, TRANSFER.NOT_READY */
async function planRecords(tx: Transaction, deskId: string, invoiceIds: readonly string[]): Promise<PlannedRecord[]> {
  const candidates = await transferCandidates(tx.manager, deskId, invoiceIds);
  const refuse = async (facilityId: string, reason: string) => {
    const { name } = await tx.get(Facility, { id: facilityId });
    throw transferErrors.NOT_READY({ name, reason }).at('invoiceIds');
  };
  // Paid or corrected in the meantime, or never the desk's.
  if (candidates.length < invoiceIds.length) throw accessErrors.NOT_FOUND();
  const records: PlannedRecord[] = [];
  for (const [facilityId, items] of groupBy(candidates, (candidate) => candidate.facilityId)) {
    const obstacle = items.find((item) => item.obstacle !== null)?.obstacle;
    const account = await payableAccountOf(tx.manager, facilityId);
    const amountYen = items.reduce((sum, { openYen }) => sum + openYen, 0);
    if (obstacle) await refuse(facilityId, obstacle);
    else if (typeof account === 'string') await refuse(facilityId, account);
    else if (amountYen > MAX_TRANSFER_YEN) await refuse(facilityId, 'AMOUNT');
    else records.push({ facilityId, account, amountYen, items });
  }
  return records;
}

async function writeRun(
  tx: Transaction,
  deskId: string,
  { transferOn, file, records }: { transferOn: LocalDate; file: Buffer; records: readonly PlannedRecord[] },
): Promise<string> {
  const id = tx.newId();
  const totalYen = records.reduce((sum, { amountYen }) => sum + amountYen, 0);
  const sha256 = createHash('sha256').update(file).digest('hex');
  const { accountId: madeBy } = tx.actor as PersonActor;
  await tx.manager.insert(TransferRun, {
    id,
    deskId,
    status: 'EXPORTED',
    transferOn,
    recordCount: records.length,
    totalYen,
    file,
    sha256,
    madeBy,
    madeAt: tx.now,
    endedAt: null,
    cancelReason: '',
  });
  const placed = records.map((record, index) => ({ ...record, runId: id, deskId, position: index + 1 }));
  await tx.manager.insert(
    TransferRecord,
    placed.map(({ account: { holder, bankKana: _, branchKana: __, ...account }, items: ___, ...record }) => ({
      ...record,
      ...account,
      accountHolderKana: holder,
    })),
  );
  await tx.manager.insert(
    TransferItem,
    placed.flatMap(({ runId, position, items }) =>
      items.map(({ invoiceId, openYen }) => ({
        runId,
        invoiceId,
        position,
        deskId,
        amountYen: openYen,
        outcome: 'PENDING' as const,
      })),
    ),
  );
  await tx.audit(
    'transferRun.make',
    { deskId, subjectType: 'TransferRun', subjectId: id },
    { transferOn, recordCount: records.length, totalYen, sha256 },
  );
  return id;
}
