import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type LocalDate, todayInTokyo } from '#yui/calendar';
import { WorkOrder } from '#yui/orders';
import {
  checkFields,
  MAX_YEN,
  optionalText,
  type PersonActor,
  requireDesk,
  requireInteger,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import type { Contract } from '../contract/contract.entity.js';
import { paymentErrors } from '../contract/contract.errors.js';
import { requireNotInFile } from '../contract/require-not-in-file.js';
import { contractsToPay } from './contracts-to-pay.js';
import { lockContracts } from './lock-contracts.js';
import { type OpenPart, openToPay } from './open-to-pay.js';
import { followAll, type PaidPart, writePayment } from './write-payment.js';

export interface RecordPaymentInput {
  readonly idempotencyKey: string;
  /** The invoice or payment notice that was paid. Either this … */
  readonly invoiceId?: string | null;
  /** … or the contract, for its work unless `isFee`. */
  readonly contractId?: string | null;
  readonly isFee?: boolean | null;
  /** What was paid too much came back to who had paid it. Omitted: it was paid. */
  readonly isRepayment?: boolean | null;
  readonly amountYen: number;
  readonly paidOn: LocalDate;
  readonly note?: string | null;
}

/**
 * Money has arrived, has been sent, or has come back. It may be a part; of several contracts the one that was due first is
 * paid first. More than is left of what is named is refused: who keeps the books decides what becomes of it.
 */
@Injectable()
export class RecordPayment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @throws ACCESS.NOT_FOUND, PAYMENT.NOTHING_OWED, PAYMENT.NOTHING_TO_REPAY, PAYMENT.TOO_MUCH, PAYMENT.IN_THE_FUTURE,
   * PAYMENT.BEFORE_ORDER, PAYMENT.IN_FILE, INVOICE.CORRECTED_BEFORE, INPUT.*
   */
  async execute(actor: PersonActor, input: RecordPaymentInput): Promise<{ paymentId: string }> {
    requireDesk(actor);
    return this.unitOfWork.command('recordPayment', actor, input, async (tx) => {
      const { amountYen, note } = checkFields({
        amountYen: () => requireInteger('amountYen', input.amountYen, 1, MAX_YEN),
        paidOn: () => {
          if (input.paidOn > todayInTokyo(tx.now)) throw paymentErrors.IN_THE_FUTURE().at('paidOn');
        },
        note: () => optionalText('note', input.note, 500),
      });
      const contractIds = await contractsToPay(tx, actor.organisationId, input);
      const contracts = await lockContracts(tx, contractIds);
      await requirePossibleDay(tx, contracts, input.paidOn);
      await requireNotInFile(tx, contractIds);
      const parts = divide(await openToPay(tx, contracts, input), amountYen, input.isRepayment ?? false);
      const { paidOn } = input;
      const paymentId = await writePayment(tx, contracts, { invoiceId: input.invoiceId ?? null, paidOn, note, parts });
      await followAll(tx, contracts);
      return { paymentId };
    });
  }
}

/** Nobody pays for what is not ordered yet. @throws PAYMENT.BEFORE_ORDER */
async function requirePossibleDay(tx: Transaction, contracts: readonly Contract[], paidOn: LocalDate): Promise<void> {
  const orders = await tx.manager.findBy(WorkOrder, { id: In(contracts.map(({ workOrderId }) => workOrderId)) });
  const days = orders.flatMap(({ orderedAt }) => (orderedAt === null ? [] : todayInTokyo(orderedAt)));
  const orderedOn = days.sort()[0];
  if (orderedOn !== undefined && paidOn < orderedOn) throw paymentErrors.BEFORE_ORDER({ orderedOn }).at('paidOn');
}

/** Yen of each part, the earliest due first; negative when they came back. @throws PAYMENT.TOO_MUCH */
function divide(open: readonly OpenPart[], amountYen: number, isRepayment: boolean): PaidPart[] {
  const openYen = open.reduce((sum, part) => sum + part.openYen, 0);
  if (amountYen > openYen)
    throw (isRepayment ? paymentErrors.TOO_MUCH_BACK({ openYen }) : paymentErrors.TOO_MUCH({ openYen })).at(
      'amountYen',
    );
  let left = amountYen;
  return open.flatMap(({ contractId, isFee, openYen: maxYen }) => {
    const yen = Math.min(left, maxYen);
    left -= yen;
    return yen > 0 ? [{ contractId, isFee, yen: isRepayment ? -yen : yen }] : [];
  });
}
