import type { LocalDate } from '#yui/calendar';
import type { Transaction } from '#yui/platform';
import { contractsToPay } from './contracts-to-pay.js';
import { lockContracts } from './lock-contracts.js';
import { leftOfNewest } from './open-to-pay.js';
import { followAll, type PaidPart, writePayment } from './write-payment.js';

/** Money that went, as a bank says: it is recorded whatever the invoice asks for by now. */
interface PaidByBank {
  readonly invoiceId: string;
  readonly amountYen: number;
  readonly paidOn: LocalDate;
  readonly note: string;
}

/**
 * Records money that has gone for an invoice: as much as it still wants for it, and what is over on its contract, where it
 * stands as money that has to come back.
 * @returns the payments, that for the invoice first
 */
export async function payInvoice(
  tx: Transaction,
  deskId: string,
  { invoiceId, amountYen, paidOn, note }: PaidByBank,
): Promise<{ paymentIds: string[]; surplusYen: number }> {
  const contracts = await lockContracts(tx, await contractsToPay(tx, deskId, { invoiceId }));
  const open = await leftOfNewest(tx, contracts, invoiceId);
  let left = amountYen;
  const parts = open.parts.flatMap(({ contractId, isFee, openYen }): PaidPart[] => {
    const yen = Math.min(left, Math.max(openYen, 0));
    left -= yen;
    return yen > 0 ? [{ contractId, isFee, yen }] : [];
  });
  const paymentIds: string[] = [];
  if (parts.length > 0) {
    paymentIds.push(await writePayment(tx, contracts, { invoiceId: open.invoiceId, paidOn, note, parts }));
  }
  if (left > 0) {
    const { contractId, isFee } = open.parts.at(-1)!;
    const surplus = { invoiceId: null, paidOn, note, parts: [{ contractId, isFee, yen: left }] };
    paymentIds.push(await writePayment(tx, contracts, surplus));
  }
  await followAll(tx, contracts);
  return { paymentIds, surplusYen: left };
}
