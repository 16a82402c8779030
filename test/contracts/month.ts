import { addWorkingDays, isBankDay, addDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import { AcceptAmendment, ProposeAmendment } from '#yui/changes';
import {
  CancelTransferRun,
  CorrectInvoice,
  IssueInvoice,
  MakeTransferRun,
  MoneyQueries,
  RecordPayment,
  RecordReduction,
  ReversePayment,
  SettleTransferRun,
  SetTransferClient,
  TransferQueries,
  WithdrawReduction,
} from '#yui/contracts';
import { SetFacilityBankAccount } from '#yui/directory';
import { AcceptAssignment, AcceptWork, Assignment, InspectDelivery, ReportDelivery } from '#yui/fulfilment';
import type { PersonCaller } from '#yui/identity';
import { DraftWorkOrder, IssueQuote, PlaceOrder, ReviewWorkOrder, SubmitWorkOrder, WorkOrderLine } from '#yui/orders';
import { DomainError, type PersonActor } from '#yui/platform';
import { newKey, type Product } from '../harness/product.js';
import { splitAndSend } from '../orders/order-fixtures.js';

type Charges = NonNullable<Parameters<IssueQuote['execute']>[1]['charges']>;
type Dice = (limit: number) => number;

/** What is paid, or paid back. */
interface Paid {
  readonly invoiceId?: string;
  readonly contractId?: string;
  readonly isFee?: boolean;
  readonly isRepayment?: boolean;
}

/** What a desk may be refused when it tries at random; anything else is a fault of the product. */
const REFUSALS = new Set([
  'INVOICE.CORRECTED_BEFORE',
  'INVOICE.NOTHING_TO_BILL',
  'INVOICE.UNCHANGED',
  'PAYMENT.IN_FILE',
  'PAYMENT.NOTHING_OWED',
  'PAYMENT.NOTHING_TO_REPAY',
  'PAYMENT.REVERSED_BEFORE',
  'REDUCTION.TOO_MANY_UNITS',
  'REDUCTION.TOO_MUCH',
  'REDUCTION.WITHDRAWN_BEFORE',
]);

/** A file for the bank, and the notices in it with what each still wanted when it was made. */
export interface MadeFile {
  readonly file: Buffer;
  readonly wantedYen: readonly number[];
}

/** A desk of the sample that lives through months at random, in orders of its own. */
export class RandomDesk {
  readonly orderIds: string[] = [];
  readonly files: MadeFile[] = [];
  private readonly facilityIds = new Set<string>();

  private constructor(
    readonly product: Product,
    readonly actor: PersonActor,
    private readonly admin: PersonCaller,
    private readonly buyer: PersonActor,
    private readonly dice: Dice,
  ) {}

  static async of(product: Product, dice: Dice): Promise<RandomDesk> {
    const session = { id: newKey(), secondFactorStep: 'NONE' as const, isFresh: true, expiresAt: new Date(8.64e15) };
    const admin = { actor: await product.as('DESK_ADMIN'), session, scopes: null };
    await product.get(SetTransferClient).execute(admin, { clientCode: '1234567890', recordEnd: 'NOTHING' });
    const actor = await product.as('DESK_COORDINATOR');
    return new RandomDesk(product, actor, admin, await product.as('BUYER_ADMIN'), dice);
  }

  async today(): Promise<LocalDate> {
    const [{ now }] = await this.product.db.query<[{ now: Date }]>('SELECT yui_now() AS now');
    return todayInTokyo(now);
  }

  async passDays(days: number): Promise<void> {
    await this.product.db.query('UPDATE clock_shift SET shift = shift + make_interval(days => $1)', [days]);
  }

  /** Orders are done, something is taken off, billed, corrected, paid, paid back and transferred, in any order. */
  async live(): Promise<void> {
    for (let count = 1 + this.dice(2); count > 0; count -= 1) await this.order();
    const acts = [
      () => this.takesOff(),
      () => this.takesOff(),
      () => this.withdraws(),
      () => this.bills(),
      () => this.corrects(),
      () => this.pays(),
      () => this.paysBack(),
      () => this.reverses(),
      () => this.transfers(),
    ];
    for (let count = 8 + this.dice(8); count > 0; count -= 1) await this.one(acts)();
    await this.transfers();
  }

  /** All that is owed is billed, and all that is billed is paid, or paid back. */
  async closes(): Promise<void> {
    await this.bills();
    for (const id of await this.invoiceIds()) await this.paysAll({ invoiceId: id });
    for (const { id, isFee } of await this.contracts())
      await this.paysAll({ contractId: id, isFee, isRepayment: true });
  }

  /** Until nothing is left to be billed: lines with other prices make an invoice of their own. */
  async bills(): Promise<void> {
    const { organisationId: deskId } = this.actor;
    const bill = async (input: object) => {
      const issue = { idempotencyKey: newKey(), kind: 'INVOICE' as const, deskId, payerId: deskId, payeeId: deskId };
      while (
        await this.may(
          this.product.get(IssueInvoice).execute(this.actor, { ...issue, ...input, idempotencyKey: newKey() }),
        )
      );
    };
    for (const workOrderId of this.orderIds) {
      await bill({ workOrderId, payerId: this.buyer.organisationId });
      for (const payeeId of this.facilityIds) await bill({ kind: 'PAYMENT_NOTICE', workOrderId, payeeId });
    }
  }

  /** Those that no other takes the place of, the earliest first. */
  async invoiceIds(): Promise<string[]> {
    const rows = await this.product.db.query<{ id: string }[]>(
      `SELECT DISTINCT invoice.id, invoice.issued_at FROM invoice JOIN invoice_line ON invoice_line.invoice_id = invoice.id
       JOIN settlement_line line ON line.id = settlement_line_id
       WHERE line.work_order_id = ANY($1) AND NOT EXISTS (SELECT 1 FROM invoice newer WHERE newer.corrects_id = invoice.id)
       ORDER BY invoice.issued_at, invoice.id`,
      [this.orderIds],
    );
    return rows.map(({ id }) => id);
  }

  private async order(): Promise<void> {
    const { product, actor, buyer, dice } = this;
    const today = await this.today();
    const count = 1 + dice(3);
    const { workOrderId } = await product.get(DraftWorkOrder).execute(buyer, {
      idempotencyKey: newKey(),
      deskId: actor.organisationId,
      title: '月の仕事',
      lines: Array.from({ length: count }, () => ({
        workTypeCode: 'ENVELOPE_STUFFING',
        quantity: 600 + dice(900),
        dueOn: addWorkingDays(today, 40),
      })),
    });
    await product.get(SubmitWorkOrder).execute(buyer, { idempotencyKey: newKey(), workOrderId });
    await product.get(ReviewWorkOrder).execute(actor, { idempotencyKey: newKey(), workOrderId });
    const lines = await product.db.manager.find(WorkOrderLine, { where: { workOrderId }, order: { position: 'ASC' } });
    const { quoteId } = await product.get(IssueQuote).execute(actor, {
      idempotencyKey: newKey(),
      workOrderId,
      contractType: 'DESK_CONTRACT',
      validUntil: addWorkingDays(today, 5),
      charges: this.charges(),
      lines: lines.map(({ id }, index) => ({
        workOrderLineId: id,
        unitPriceSen: 300 + dice(400),
        facilityUnitPriceSen: 200 + dice(100),
        // The first keeps the usual rate: the discount is taken off that.
        ...(index > 0 && dice(3) === 0 ? { taxCategory: 'REDUCED' as const } : {}),
      })),
    });
    await product.get(PlaceOrder).execute(buyer, { idempotencyKey: newKey(), quoteId });
    this.orderIds.push(workOrderId);
    for (const { id } of lines) await splitAndSend(product, id);
    for (const share of await this.shares(workOrderId)) {
      this.facilityIds.add(share.facilityId);
      const about = { idempotencyKey: newKey(), assignmentId: share.id };
      await product.get(AcceptAssignment).execute(await this.facilityOf(share), about);
    }
    if (count > 1 && dice(2) === 0) await this.drops(workOrderId, lines.at(-1)!.id);
    for (const share of await this.shares(workOrderId)) if (share.status === 'ACCEPTED') await this.delivers(share);
    await product.get(AcceptWork).execute(buyer, { idempotencyKey: newKey(), workOrderId });
    await this.haveAccounts();
  }

  private charges(): Charges {
    const { dice } = this;
    return [
      {
        kind: 'SHIPPING' as const,
        name: '送料',
        quantity: 1 + dice(3),
        unit: '箱',
        unitPriceSen: 50_000 + dice(9_999),
      },
      { kind: 'MATERIAL' as const, name: '郵便切手', unitPriceSen: 84_000, taxCategory: 'NOT_TAXABLE' as const },
      { kind: 'DISCOUNT' as const, name: '値引', unitPriceSen: 100 * (1 + dice(99)) },
    ].filter(() => dice(2) === 0);
  }

  private async drops(workOrderId: string, lineId: string): Promise<void> {
    const { amendmentId } = await this.product.get(ProposeAmendment).execute(this.buyer, {
      idempotencyKey: newKey(),
      workOrderId,
      reason: '部数の見直し',
      lines: [{ workOrderLineId: lineId, quantity: 0 }],
    });
    const dropped = (await this.shares(workOrderId)).filter(({ workOrderLineId }) => workOrderLineId === lineId);
    const cuts = dropped.map(({ id }) => ({ assignmentId: id, units: 0 }));
    await this.product.get(AcceptAmendment).execute(this.actor, { idempotencyKey: newKey(), amendmentId, cuts });
  }

  private async delivers(share: Assignment): Promise<void> {
    const report = { idempotencyKey: newKey(), assignmentId: share.id, units: share.offeredUnits };
    const { deliveryId } = await this.product.get(ReportDelivery).execute(await this.facilityOf(share), report);
    const inspection = { idempotencyKey: newKey(), deliveryId, defectUnits: 0 };
    await this.product.get(InspectDelivery).execute(this.actor, inspection);
  }

  private async haveAccounts(): Promise<void> {
    for (const facilityId of this.facilityIds) {
      await this.product.get(SetFacilityBankAccount).execute(this.admin, {
        facilityId,
        bankAccount: {
          bankCode: '9999',
          branchCode: '012',
          accountType: 'ORDINARY',
          accountNumber: '1234567',
          holderKana: 'フク）ミホンサギョウショ',
        },
      });
    }
  }

  /** Of a line of the buyer, or of a facility that answers for it. */
  private async takesOff(): Promise<void> {
    const lines = await this.product.db.query<{ id: string; units: number; yen: number }[]>(
      `SELECT id, units, net_yen::int AS yen FROM settlement_line line
       WHERE work_order_id = ANY($1) AND kind = 'WORK' AND gross_yen > 0 AND unit_price_sen IS NOT NULL
         AND source_key NOT LIKE 'reduction %' AND reverses_id IS NULL
         AND NOT EXISTS (SELECT 1 FROM settlement_line WHERE reverses_id = line.id)
       ORDER BY booked_at, id`,
      [this.orderIds.slice(-4)],
    );
    const { id: settlementLineId, units, yen } = this.one(lines);
    const size =
      this.dice(2) === 0
        ? { kind: 'RETURN' as const, units: 1 + this.dice(Math.max(1, units)) }
        : { kind: 'PRICE_REDUCTION' as const, amountYen: 1 + this.dice(Math.max(1, Math.floor(yen / 2))) };
    const words = { reason: '折り目のずれ', agreedBy: '担当者（電話）', fault: '貼り間違い' };
    const input = { idempotencyKey: newKey(), settlementLineId, ...size, ...words };
    await this.may(this.product.get(RecordReduction).execute(this.actor, input));
  }

  private async withdraws(): Promise<void> {
    const rows = await this.product.db.query<{ id: string }[]>(
      'SELECT id FROM reduction WHERE work_order_id = ANY($1) ORDER BY recorded_at, id',
      [this.orderIds],
    );
    if (rows.length === 0) return;
    const input = { idempotencyKey: newKey(), reductionId: this.one(rows).id };
    await this.may(this.product.get(WithdrawReduction).execute(this.actor, input));
  }

  private async corrects(): Promise<void> {
    const ids = await this.invoiceIds();
    if (ids.length === 0) return;
    const input = { idempotencyKey: newKey(), invoiceId: this.one(ids), reason: '数が変わったため' };
    await this.may(this.product.get(CorrectInvoice).execute(this.actor, input));
  }

  private async pays(): Promise<void> {
    const ids = await this.invoiceIds();
    if (ids.length === 0) return;
    await this.paysAll({ invoiceId: this.one(ids) }, this.dice(2) === 0);
  }

  private async paysBack(): Promise<void> {
    const { id, isFee } = this.one(await this.contracts());
    await this.paysAll({ contractId: id, isFee, isRepayment: true }, this.dice(2) === 0);
  }

  /** @param isPart only some of it */
  private async paysAll(what: Paid, isPart = false): Promise<void> {
    const whole = await this.openYenOf(what);
    if (whole <= 0) return;
    const amountYen = isPart ? 1 + this.dice(whole) : whole;
    const input = { idempotencyKey: newKey(), amountYen, paidOn: await this.today(), ...what };
    await this.may(this.product.get(RecordPayment).execute(this.actor, input));
  }

  private async openYenOf({ invoiceId, contractId, isFee }: Paid): Promise<number> {
    if (invoiceId !== undefined) {
      return (await this.product.get(MoneyQueries).openYenOfInvoices(this.actor, [invoiceId])).get(invoiceId) ?? 0;
    }
    const contracts = await this.contracts();
    return -(contracts.find((each) => each.id === contractId && each.isFee === isFee)?.owedYen ?? 0);
  }

  private async reverses(): Promise<void> {
    const rows = await this.product.db.query<{ id: string }[]>(
      `SELECT DISTINCT payment.id FROM payment JOIN payment_part part ON part.payment_id = payment.id
       WHERE part.work_order_id = ANY($1) AND payment.reverses_id IS NULL ORDER BY 1`,
      [this.orderIds],
    );
    if (rows.length === 0) return;
    const input = { idempotencyKey: newKey(), paymentId: this.one(rows).id, reason: '記録の誤り' };
    await this.may(this.product.get(ReversePayment).execute(this.actor, input));
  }

  /** A file for the bank of some notices: it is carried out, apart from what comes back, or called off. */
  private async transfers(): Promise<void> {
    const own = new Set(await this.invoiceIds());
    const ready = (await this.product.get(TransferQueries).candidates(this.actor)).filter(
      ({ invoiceId, obstacle }) => own.has(invoiceId) && obstacle === null && this.dice(4) > 0,
    );
    if (ready.length === 0) return;
    const invoiceIds = ready.map(({ invoiceId }) => invoiceId);
    let days = 0;
    while (!isBankDay(addDays(await this.today(), days))) days += 1;
    const transferOn = addDays(await this.today(), days);
    const run = { idempotencyKey: newKey(), transferOn, invoiceIds };
    const { transferRunId } = await this.product.get(MakeTransferRun).execute(this.actor, run);
    const [{ file }] = await this.product.db.query<[{ file: Buffer }]>('SELECT file FROM transfer_run WHERE id = $1', [
      transferRunId,
    ]);
    this.files.push({ file, wantedYen: ready.map(({ openYen }) => openYen) });
    // What is in a file is neither paid nor corrected by hand meanwhile.
    await this.pays();
    await this.corrects();
    if (this.dice(4) === 0) {
      const cancel = { idempotencyKey: newKey(), transferRunId, reason: '日付のまちがい' };
      await this.product.get(CancelTransferRun).execute(this.actor, cancel);
      return;
    }
    await this.passDays(days);
    const returnedInvoiceIds = invoiceIds.filter(() => this.dice(4) === 0);
    const settle = { idempotencyKey: newKey(), transferRunId, returnedInvoiceIds };
    await this.product.get(SettleTransferRun).execute(this.actor, settle);
  }

  /** @returns what is owed on each contract, negative where it has to come back */
  async contracts(): Promise<{ id: string; isFee: boolean; owedYen: number }[]> {
    return this.product.db.query(
      `SELECT line.contract_id AS id, line.kind = 'FEE' AS "isFee", (sum(line.gross_yen) - coalesce((
         SELECT sum(amount_yen) FROM payment_part part
         WHERE part.contract_id = line.contract_id AND part.is_fee = (line.kind = 'FEE')), 0))::int AS "owedYen"
       FROM settlement_line line WHERE line.work_order_id = ANY($1) GROUP BY line.contract_id, line.kind ORDER BY 1, 2`,
      [this.orderIds],
    );
  }

  private async shares(workOrderId: string): Promise<Assignment[]> {
    return this.product.db.manager.find(Assignment, { where: { workOrderId }, order: { id: 'ASC' } });
  }
  private async facilityOf({ facilityId }: Assignment): Promise<PersonActor> {
    return this.product.as('FACILITY_ADMIN', facilityId);
  }
  private one<Each>(choices: readonly Each[]): Each {
    return choices[this.dice(choices.length)]!;
  }

  /** @returns whether it was done; what is refused has left nothing behind */
  private async may(work: Promise<unknown>): Promise<boolean> {
    return work.then(
      () => true,
      (error: unknown) => {
        if (error instanceof DomainError && REFUSALS.has(error.code)) return false;
        throw error;
      },
    );
  }
}
