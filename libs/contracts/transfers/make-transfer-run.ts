import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays, isBankDay, type LocalDate, todayInTokyo } from '#yui/calendar';
import { Facility } from '#yui/directory';
import { MAX_TRANSFER_TOTAL_YEN, MAX_TRANSFER_YEN, transferFile } from '#yui/money';
import {
  accessErrors,
  type DomainError,
  groupBy,
  type PersonActor,
  requireDesk,
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
  type TransferObstacle,
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

interface MadeTransferRun {
  readonly transferRunId: string;
  readonly omitted: readonly OmittedTransfer[];
}

interface PlannedRecord {
  readonly facilityId: string;
  readonly account: PayableAccount;
  readonly amountYen: number;
  readonly items: readonly TransferCandidate[];
}

/** A payment that was chosen and cannot be made now: the account, the amount, or another file stands in its way. */
interface OmittedTransfer {
  readonly invoiceId: string;
  readonly facilityId: string;
  readonly obstacle: TransferObstacle;
}

/**
 * Puts payments to facilities into one file for the bank, a transfer for each facility. None is in two files at a time. What
 * cannot be paid now is omitted and named; the others go on.
 */
@Injectable()
export class MakeTransferRun {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, TRANSFER.* */
  async execute(actor: PersonActor, input: MakeTransferRunInput): Promise<MadeTransferRun> {
    const deskId = requireDesk(actor);
    return this.unitOfWork.command('makeTransferRun', actor, input, async (tx) => {
      const invoiceIds = [...new Set(input.invoiceIds)];
      if (invoiceIds.length === 0) throw transferErrors.NOTHING_CHOSEN().at('invoiceIds');
      if (invoiceIds.length > MAX_CANDIDATES) throw transferErrors.TOO_MANY({ most: MAX_CANDIDATES }).at('invoiceIds');
      requireBankDay(tx, input.transferOn);
      const client = await tx.manager.findOneBy(TransferClient, { deskId });
      const own = await payableAccountOf(tx.manager, deskId, deskId);
      if (!client || typeof own === 'string') throw transferErrors.NO_CLIENT();
      // What is left to be paid stays so until the file is there.
      await lockContracts(tx, await contractsOfInvoice(tx, deskId, invoiceIds));
      const { records, omitted } = await planRecords(tx, deskId, invoiceIds);
      const { transferOn } = input;
      const file = Buffer.from(
        transferFile(
          { ...own, clientCode: client.clientCode, clientName: own.holder, transferOn },
          records.map(({ account, amountYen }) => ({ ...account, amountYen })),
          client.recordEnd,
        ),
      );
      return { transferRunId: await writeRun(tx, deskId, { transferOn, file, records }), omitted };
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

/** One record for each facility. @throws ACCESS.NOT_FOUND, TRANSFER.NOT_READY, TRANSFER.TOTAL */
async function planRecords(
  tx: Transaction,
  deskId: string,
  invoiceIds: readonly string[],
): Promise<{ records: PlannedRecord[]; omitted: OmittedTransfer[] }> {
  const candidates = await transferCandidates(tx.manager, deskId, invoiceIds);
  // Paid or corrected in the meantime, or never the desk's.
  if (candidates.length < invoiceIds.length) throw accessErrors.NOT_FOUND();
  const records: PlannedRecord[] = [];
  const omitted: OmittedTransfer[] = [];
  const omit = (items: readonly TransferCandidate[], obstacle: TransferObstacle | null) =>
    omitted.push(
      ...items.map(({ invoiceId, facilityId, obstacle: own }) => ({
        invoiceId,
        facilityId,
        obstacle: own ?? obstacle ?? 'AMOUNT',
      })),
    );
  for (const [facilityId, chosen] of groupBy(candidates, (candidate) => candidate.facilityId)) {
    const items = chosen.filter(({ obstacle }) => obstacle === null);
    omit(
      chosen.filter(({ obstacle }) => obstacle !== null),
      null,
    );
    const account = await payableAccountOf(tx.manager, deskId, facilityId);
    const amountYen = items.reduce((sum, { openYen }) => sum + openYen, 0);
    if (typeof account === 'string') omit(items, account);
    else if (amountYen > MAX_TRANSFER_YEN) omit(items, 'AMOUNT');
    else if (items.length > 0) records.push({ facilityId, account, amountYen, items });
  }
  if (records.length === 0) throw await notReady(tx, omitted);
  if (records.reduce((sum, { amountYen }) => sum + amountYen, 0) > MAX_TRANSFER_TOTAL_YEN) {
    throw transferErrors.TOTAL().at('invoiceIds');
  }
  return { records, omitted };
}

async function notReady(tx: Transaction, omitted: readonly OmittedTransfer[]): Promise<DomainError> {
  const facilityIds = new Set(omitted.map(({ facilityId }) => facilityId));
  const { name } = await tx.get(Facility, { id: omitted[0]!.facilityId });
  return transferErrors.NOT_READY({ name, count: facilityIds.size }).at('invoiceIds');
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
