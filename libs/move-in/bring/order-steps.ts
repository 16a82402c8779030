import { todayInTokyo } from '#yui/calendar';
import { enterFor } from '#yui/correspondence';
import { Facility } from '#yui/directory';
import {
  AcceptAssignment,
  AcceptWork,
  type Assignment,
  Delivery,
  InspectDelivery,
  planAgreedShares,
  ReportDelivery,
  SendAssignments,
} from '#yui/fulfilment';
import {
  ChangeDraft,
  DraftWorkOrder,
  IssueQuote,
  lockOrderOfDesk,
  PlaceOrder,
  Quote,
  ReviewWorkOrder,
  SubmitWorkOrder,
  WorkOrder,
  WorkOrderLine,
} from '#yui/orders';
import { DomainError, type Said, type Sentence } from '#yui/platform';
import { ORDER_STATE_WORDS } from '../workbook/choices.js';
import { moveInErrors } from '../workbook/move-in.errors.js';
import { type Brought, changedFields, requireUnchanged, type RowUnderWay } from './bringing.js';
import { isFrom, OPEN_STATES, type OpenState } from './open-states.js';
import type { OrderContent } from './order-content.js';
import { FaultOfRow, type ShareRow } from './shares.js';
import { readSharesSoFar } from './shares-so-far.js';

/** What stays as it was once the buyer has handed the order in, and once it was quoted. */
const FIXED_WITH_SUBMISSION = ['department', 'title', 'workTypeCode', 'specification', 'quantity', 'dueOn'] as const;
const FIXED_WITH_QUOTE = ['contractType', 'unitPrice', 'facilityUnitPrice', 'validUntil'] as const;
const NO_KEY = { idempotencyKey: '' } as const;
const REASON = '移行の前に決まっていた割当 / agreed before the desk moved in';

type OrderRow = RowUnderWay<OrderContent>;

/**
 * Brings one order as far as its row says, through the commands every order goes through: what its buyer and its
 * facilities said is entered for them, and what cannot be is the fault of the row.
 */
export async function bringOrder(
  row: OrderRow,
  said: Said,
  shares: readonly ShareRow[],
): Promise<Brought<OrderContent>> {
  const buyerId = row.all.idOf('BUYERS', row.content.buyer, 'buyer');
  const steps = new OrderSteps(row, buyerId, said, shares);
  const workOrderId = row.subjectId ?? (await steps.draft());
  if (row.subjectId !== null) await steps.requireSameContent(workOrderId);
  const before = row.subjectId === null ? null : await steps.stateOf(workOrderId);
  const reached = await steps.lead(workOrderId, row.content.state);
  if (reached !== before) row.all.involve(buyerId, workOrderId);
  return reached === row.content.state ? { subjectId: workOrderId } : { subjectId: workOrderId, note: wentOn(reached) };
}

function wentOn(state: WorkOrder['status']): Sentence {
  const ja = (ORDER_STATE_WORDS as Partial<Record<string, readonly [string, ...string[]]>>)[state]?.[0] ?? '終了';
  return {
    ja: `この案件は「${ja}」になっています。ブックの状態には戻しません。`,
    en: `The order is ${state} by now and does not go back to what the workbook says.`,
  };
}

class OrderSteps {
  constructor(
    private readonly row: OrderRow,
    private readonly buyerId: string,
    private readonly said: Said,
    private readonly shares: readonly ShareRow[],
  ) {}

  async draft(): Promise<string> {
    const { unitOfWork, all } = this.row;
    const input = { ...NO_KEY, deskId: all.deskId, ...this.form() };
    const draft = new DraftWorkOrder(unitOfWork);
    const { workOrderId } = await draft.execute(this.asBuyer('draftWorkOrder'), input, all.orderNumbers.take);
    return workOrderId;
  }

  /** A draft is written again; what was handed in changes on its page alone. @throws MOVE_IN.CONTENT_FIXED, MOVE_IN.MOVED */
  async requireSameContent(workOrderId: string): Promise<void> {
    const changed = changedFields(this.row);
    if (changed.has('buyer')) throw moveInErrors.MOVED({ heading: '発注者' }).at('buyer');
    const state = await this.stateOf(workOrderId);
    if (state === 'DRAFT') {
      if (!FIXED_WITH_SUBMISSION.some((field) => changed.has(field))) return;
      const input = { ...NO_KEY, workOrderId, ...this.form() };
      await new ChangeDraft(this.row.unitOfWork).execute(this.asBuyer('changeDraft'), input);
      this.row.all.involve(this.buyerId, workOrderId);
      return;
    }
    requireUnchanged('ORDERS', changed, FIXED_WITH_SUBMISSION);
    if (state !== 'SUBMITTED' && state !== 'REVIEWING') requireUnchanged('ORDERS', changed, FIXED_WITH_QUOTE);
  }

  async stateOf(id: string): Promise<WorkOrder['status']> {
    return (await this.row.tx.get(WorkOrder, { id })).status;
  }

  /** Leads the order on to a state, as far as it gets. @returns the state it is in then */
  async lead(workOrderId: string, to: OpenState): Promise<WorkOrder['status']> {
    const target = OPEN_STATES.indexOf(to);
    for (let state = await this.stateOf(workOrderId); ;) {
      const at = OPEN_STATES.indexOf(state as OpenState);
      if (at < 0 || at > target) return state;
      if (at === target) break;
      await this.next(workOrderId, OPEN_STATES[at]!);
      const reached = await this.stateOf(workOrderId);
      // A step that did not lead on (a share that is still asked for) ends the way.
      if (reached === state) break;
      state = reached;
    }
    await this.answers(workOrderId);
    return this.stateOf(workOrderId);
  }

  /** The one step that leads on from a state. */
  private async next(workOrderId: string, from: OpenState): Promise<void> {
    const { unitOfWork, all } = this.row;
    const input = { ...NO_KEY, workOrderId };
    switch (from) {
      case 'DRAFT':
        await new SubmitWorkOrder(unitOfWork).execute(this.asBuyer('submitWorkOrder'), input);
        return;
      case 'SUBMITTED':
        await new ReviewWorkOrder(unitOfWork).execute(all.actor, input);
        return;
      case 'REVIEWING':
        return this.quote(workOrderId);
      case 'QUOTED':
        return this.place(workOrderId);
      case 'ORDERED':
        return this.offer(workOrderId);
      case 'ALLOCATING':
      case 'IN_PRODUCTION':
        return this.answers(workOrderId);
      case 'DELIVERED':
        await new AcceptWork(unitOfWork).execute(this.asBuyer('acceptWork'), input);
        this.involve(this.shares, workOrderId);
        return;
      case 'ACCEPTED':
    }
  }

  /** What the facilities have said and handed over by now, share by share. */
  private async answers(workOrderId: string): Promise<void> {
    if (this.row.content.contractType === 'REFERRAL' || this.shares.length === 0) return;
    if (!isFrom(this.row.content.state, 'ALLOCATING')) return;
    await this.offer(workOrderId);
    for (const share of this.shares) {
      if (share.said !== null) await inRow(share, async () => this.accept(workOrderId, share, share.said!));
    }
    for (const share of this.shares) await inRow(share, async () => this.deliver(workOrderId, share));
  }

  private async quote(workOrderId: string): Promise<void> {
    const { tx, unitOfWork, all, content } = this.row;
    const { contractType, unitPrice, facilityUnitPrice, validUntil } = content;
    const isReferral = contractType === 'REFERRAL';
    const line = await tx.get(WorkOrderLine, { workOrderId });
    const price = { workOrderLineId: line.id, unitPriceSen: unitPrice ?? 0, facilityUnitPriceSen: facilityUnitPrice };
    await new IssueQuote(unitOfWork).execute(all.actor, {
      ...NO_KEY,
      workOrderId,
      contractType: contractType!,
      // A quote that was accepted before is open for the moment in which it is placed.
      validUntil: validUntil ?? todayInTokyo(tx.now),
      lines: isReferral ? [] : [price],
      candidateFacilityIds: isReferral ? this.facilityIds() : null,
    });
  }

  private async place(workOrderId: string): Promise<void> {
    const { tx, unitOfWork } = this.row;
    const quote = await tx.get(Quote, { workOrderId, status: 'ISSUED' });
    const chosen = this.shares.find(({ content }) => content.answer === 'ACCEPTED');
    const chosenFacilityId = chosen && quote.contractType === 'REFERRAL' ? this.facilityOf(chosen) : null;
    if (chosenFacilityId !== null) this.row.all.involve(chosenFacilityId, workOrderId);
    const input = { ...NO_KEY, quoteId: quote.id, chosenFacilityId };
    await new PlaceOrder(unitOfWork).execute(this.asBuyer('placeOrder'), input);
  }

  /**
   * Asks the facilities that were not asked yet, each for what its row says, and nobody else.
   * @throws MOVE_IN.SHARE_ENDED, .CONTENT_FIXED, .SHARE_NOT_PLACED, ALLOCATION.OPEN_SHARES_WOULD_END
   */
  private async offer(workOrderId: string): Promise<void> {
    const { tx, unitOfWork, all } = this.row;
    // Locked before it is looked at: nobody answers or withdraws meanwhile.
    const order = await lockOrderOfDesk(tx, all.actor, workOrderId);
    const live = await this.live(workOrderId);
    for (const { written, content, ...share } of this.shares) {
      const offered = live.get(this.facilityOf({ written, content, ...share }));
      if (offered && offered.offeredUnits !== content.units) {
        throw new FaultOfRow(written, moveInErrors.CONTENT_FIXED({ columns: '数量' }).at('units'));
      }
    }
    const statusOf = (share: ShareRow) => live.get(this.facilityOf(share))?.status ?? 'PLANNED';
    const unasked = this.shares.filter((share) => statusOf(share) === 'PLANNED');
    if (unasked.length === 0) return;
    const asked = this.shares.filter((share) => statusOf(share) === 'OFFERED');
    const wanted = [...unasked, ...asked].map((share) => ({
      facilityId: this.facilityOf(share),
      units: share.content.units,
    }));
    await unitOfWork.run(all.actor, async (step) =>
      planAgreedShares(step, order, wanted, { plannedBy: all.actor.accountId, reason: REASON }),
    );
    await this.requirePlaced(workOrderId, unasked);
    await new SendAssignments(unitOfWork).execute(all.actor, { ...NO_KEY, workOrderId });
    this.involve(unasked, workOrderId);
  }

  /** @throws MOVE_IN.SHARE_NOT_PLACED at the first row whose facility cannot do it */
  private async requirePlaced(workOrderId: string, shares: readonly ShareRow[]): Promise<void> {
    const live = await this.live(workOrderId);
    const wrong = shares.find((share) => live.get(this.facilityOf(share))?.offeredUnits !== share.content.units);
    if (!wrong) return;
    const { name } = await this.row.tx.get(Facility, { id: this.facilityOf(wrong) });
    throw new FaultOfRow(wrong.written, moveInErrors.SHARE_NOT_PLACED({ names: name }).at('units'));
  }

  private async accept(workOrderId: string, share: ShareRow, said: Said): Promise<void> {
    const facilityId = this.facilityOf(share);
    const assignment = (await this.live(workOrderId)).get(facilityId);
    if (assignment?.status !== 'OFFERED') return;
    const actor = enterFor(this.row.all.actor, 'acceptAssignment', { facilityId, ...said });
    await new AcceptAssignment(this.row.unitOfWork).execute(actor, { ...NO_KEY, assignmentId: assignment.id });
    this.involve([share], workOrderId);
  }

  private async deliver(workOrderId: string, share: ShareRow): Promise<void> {
    const { tx, unitOfWork, all } = this.row;
    const facilityId = this.facilityOf(share);
    const assignment = (await this.live(workOrderId)).get(facilityId);
    if (!assignment || share.said === null || share.content.deliveredUnits === 0) return;
    const before = await tx.manager.findBy(Delivery, { assignmentId: assignment.id });
    const units = share.content.deliveredUnits - before.reduce((sum, delivery) => sum + delivery.units, 0);
    if (units <= 0) return;
    const actor = enterFor(all.actor, 'reportDelivery', { facilityId, ...share.said });
    const input = { ...NO_KEY, assignmentId: assignment.id, units };
    const { deliveryId } = await new ReportDelivery(unitOfWork).execute(actor, input);
    await new InspectDelivery(unitOfWork).execute(all.actor, { ...NO_KEY, deliveryId, defectUnits: 0 });
    this.involve([share], workOrderId);
  }

  /** The facilities of these shares are to know of it. */
  private involve(shares: readonly ShareRow[], workOrderId: string): void {
    for (const share of shares) this.row.all.involve(this.facilityOf(share), workOrderId);
  }

  /** What stands of what each facility was asked for. @throws MOVE_IN.SHARE_ENDED at the first row of which nothing stands */
  private async live(workOrderId: string): Promise<ReadonlyMap<string, Assignment>> {
    const { live, ended } = await readSharesSoFar(this.row.tx, workOrderId, this.facilityIds());
    const over = this.shares.find((share) => ended.has(this.facilityOf(share)));
    if (over) throw new FaultOfRow(over.written, moveInErrors.SHARE_ENDED().at('facility'));
    return live;
  }

  private facilityIds(): string[] {
    return this.shares.map((share) => this.facilityOf(share));
  }

  private facilityOf({ written, content }: ShareRow): string {
    try {
      return this.row.all.idOf('FACILITIES', content.facility, 'facility');
    } catch (error) {
      if (error instanceof DomainError) throw new FaultOfRow(written, error);
      throw error;
    }
  }

  private form() {
    const { all, content } = this.row;
    const { title, workTypeCode, specification, quantity, dueOn, department } = content;
    const departmentId = department === '' ? null : all.idOf('DEPARTMENTS', department, 'department');
    return { title, departmentId, lines: [{ workTypeCode, specification, quantity, dueOn }] };
  }

  private asBuyer(operation: string) {
    return enterFor(this.row.all.actor, operation, { buyerId: this.buyerId, ...this.said });
  }
}

/** What goes wrong with a share is the fault of its own row. */
async function inRow(share: ShareRow, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new FaultOfRow(share.written, error.details.fields ? error : error.at('units'));
  }
}
