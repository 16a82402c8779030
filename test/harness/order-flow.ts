import { addDays, todayInTokyo } from '#yui/calendar';
import type { ContractType } from '#yui/orders';
import type { Client, TestApi } from './api.js';
import { mutationText, subjectIn, withKey } from './mutation.js';

export interface NewOrder {
  readonly workTypeCode?: string;
  readonly quantity?: number;
  readonly title?: string;
}

interface Order {
  readonly id: string;
  readonly lines: readonly { readonly id: string; readonly steps: readonly { readonly id: string }[] }[];
  readonly quotes: readonly { readonly id: string; readonly candidates: readonly { readonly id: string }[] }[];
}

const ORDER = '{ id status lines { id steps { id } } quotes { id candidates { id } } }';

/** Takes orders through the api, one step after another, as the people in the pages would. */
export class OrderFlow {
  constructor(
    private readonly api: TestApi,
    readonly buyer: Client,
    readonly desk: Client,
  ) {}

  /** Does one step. `input` needs no key: each call means something new. */
  async step<Data>(client: Client, mutation: string, input: object, selection: string): Promise<Data> {
    const variables = { input: withKey(mutation, input) };
    return subjectIn(await client.ask(mutationText(mutation, selection), variables), mutation);
  }

  async draft({
    workTypeCode = 'ENVELOPE_STUFFING',
    quantity = 3000,
    title = '封入作業',
  }: NewOrder = {}): Promise<Order> {
    const { desks } = await this.buyer.ask<{ desks: [{ id: string }] }>('{ desks { id } }');
    const dueOn = addDays(todayInTokyo(new Date()), 60);
    const lines = [{ workTypeCode, quantity, dueOn, specification: 'A4 三つ折り' }];
    return this.step(this.buyer, 'draftWorkOrder', { deskId: desks[0].id, title, lines }, ORDER);
  }

  async quote(contractType: ContractType, order?: NewOrder): Promise<Order> {
    const { id, lines } = await this.draft(order);
    await this.step(this.buyer, 'submitWorkOrder', { workOrderId: id }, ORDER);
    await this.step(this.desk, 'reviewWorkOrder', { workOrderId: id }, ORDER);
    const isReferral = contractType === 'REFERRAL';
    const input = {
      workOrderId: id,
      contractType,
      validUntil: addDays(todayInTokyo(new Date()), 14),
      lines: isReferral ? [] : lines.map((line) => ({ workOrderLineId: line.id, unitPriceSen: 500 })),
      candidateFacilityIds: isReferral ? (await this.facilityIds()).slice(0, 3) : null,
    };
    return this.step(this.desk, 'issueQuote', input, ORDER);
  }

  async order(contractType: ContractType, order?: NewOrder): Promise<Order> {
    const { quotes } = await this.quote(contractType, order);
    const chosenFacilityId = quotes[0]?.candidates[0]?.id ?? null;
    return this.step(this.buyer, 'placeOrder', { quoteId: quotes[0]?.id, chosenFacilityId }, ORDER);
  }

  /** Splits the line as the engine proposes and offers every share. @returns the facilities with a share */
  async offer(order: Order): Promise<string[]> {
    const stepId = order.lines[0]?.steps[0]?.id;
    const { allocationPlan } = await this.desk.ask<{ allocationPlan: { snapshotHash: string } }>(
      'query ($input: AllocationPlanInput!) { allocationPlan(input: $input) { snapshotHash } }',
      { input: { stepId } },
    );
    const { shares } = await this.step<{ shares: { units: number; facility: { id: string } }[] }>(
      this.desk,
      'approveAllocation',
      { stepId, snapshotHash: allocationPlan.snapshotHash },
      '{ shares { units facility { id } } }',
    );
    await this.step(this.desk, 'sendAssignments', { workOrderId: order.id }, ORDER);
    return shares.filter((share) => share.units > 0).map((share) => share.facility.id);
  }

  async facility(facilityId: string): Promise<Client> {
    return this.api.asNew('FACILITY_ADMIN', facilityId);
  }

  private async facilityIds(): Promise<string[]> {
    const { facilities } = await this.desk.ask<{ facilities: { items: { id: string }[] } }>(
      '{ facilities(first: 10) { items { id } } }',
    );
    return facilities.items.map((facility) => facility.id);
  }
}
