import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, addWorkingDays, fiscalYearOf, type LocalDate, todayInTokyo } from '#yui/calendar';
import { Deadlines } from '#worker/deadlines';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { mutationText, subjectIn, withKey } from '../harness/mutation.js';
import { startTestMail, type TestMail } from '../harness/mail.js';
import { allQuiet, startWorker } from '../worker/worker-fixtures.js';
import { type Assignment, type Bill, type Contract, type Line, type Order, ORDER, type Quote } from './seen.js';

/** What a buyer asks for. */
export interface Wish {
  readonly title: string;
  readonly lines: readonly {
    readonly workTypeCode: string;
    readonly quantity: number;
    readonly specification?: string;
    readonly lotSize?: number;
  }[];
  /** Until the work is to be there; 40 unless said. */
  readonly workingDays?: number;
  readonly [field: string]: unknown;
}

/**
 * The stage of one story: the product on a database of its own, with api, worker and mail, and the people who play in it.
 * Everything they do goes through the api.
 */
export class Story {
  private readonly facilities = new Map<string, Promise<Client>>();

  private constructor(
    readonly api: TestApi,
    readonly mail: TestMail,
    private readonly worker: NestFastifyApplication,
    readonly company: Client,
    readonly city: Client,
    readonly desk: Client,
    readonly deskAdmin: Client,
    private readonly platform: Client,
  ) {}

  /** @param gatherMinutes how long what is not urgent waits to go out with what follows */
  static async begin(settings: Readonly<Record<string, string>> = {}, gatherMinutes = 0): Promise<Story> {
    const api = await startApi({ CLOCK_MOVABLE: 'true', ...settings });
    const mail = await startTestMail();
    const worker = await startWorker(api.databaseUrl, mail.smtpUrl, null, gatherMinutes, settings);
    const people = ['COMPANY', 'CITY', 'COORDINATOR', 'DESK_ADMIN', 'PLATFORM'] as const;
    const [company, city, desk, deskAdmin, platform] = await Promise.all(people.map(async (who) => api.as(who)));
    return new Story(api, mail, worker, company!, city!, desk!, deskAdmin!, platform!);
  }

  async end(): Promise<void> {
    await this.worker.close();
    await this.mail.close();
    await this.api.close();
  }

  /** One mutation; its input gets the key of a thing done for the first time. */
  async do<Data = unknown>(who: Client, mutation: string, input: object, selection = '{ __typename }'): Promise<Data> {
    const text = mutationText(mutation, selection);
    const variables = { input: withKey(mutation, input) };
    return subjectIn(await who.ask(text, variables), mutation);
  }

  /** The code with which the product refuses. */
  async refused(who: Client, mutation: string, input: object): Promise<string> {
    return who.refusal(mutationText(mutation), { input: withKey(mutation, input) });
  }

  /** Until the worker has handled everything that has happened. */
  async quiet(): Promise<void> {
    await allQuiet(this.api);
  }

  async today(): Promise<LocalDate> {
    const [{ now }] = await this.api.db.query<[{ now: Date }]>('SELECT yui_now() AS now');
    return todayInTokyo(now);
  }

  async daysFromNow(days: number): Promise<LocalDate> {
    return addDays(await this.today(), days);
  }

  /** Time passes, and what has become due happens. */
  async passDays(days: number): Promise<void> {
    await this.quiet();
    await this.do(this.platform, 'moveClock', { minutes: days * 24 * 60 });
    await this.worker.get(Deadlines).execute();
    await this.quiet();
  }

  /** A buyer sends an order to the desk, which takes it up. */
  async asksFor(buyer: Client, { lines, workingDays = 40, ...wish }: Wish): Promise<Order> {
    const dueOn = addWorkingDays(await this.today(), workingDays);
    const { desks } = await buyer.ask<{ desks: [{ id: string }] }>('{ desks { id } }');
    const { id: workOrderId } = await this.do<{ id: string }>(
      buyer,
      'draftWorkOrder',
      { deskId: desks[0].id, ...wish, lines: lines.map((line) => ({ dueOn, ...line })) },
      '{ id }',
    );
    await this.do(buyer, 'submitWorkOrder', { workOrderId });
    await this.do(this.desk, 'reviewWorkOrder', { workOrderId });
    return this.seen(workOrderId);
  }

  /** The order as the desk sees it, when everything that follows from what was done has happened. */
  async seen(workOrderId: string): Promise<Order> {
    await this.quiet();
    const query = `query ($id: ID!) { workOrder(id: $id) ${ORDER} }`;
    return (await this.desk.ask<{ workOrder: Order }>(query, { id: workOrderId })).workOrder;
  }

  /** The desk quotes a price in sen for each line, or says more about it. */
  async quotes(order: Order, contractType: string, prices: readonly (number | object)[], more: object = {}) {
    const lines = prices.map((price, index) => ({
      workOrderLineId: order.lines[index]?.id,
      ...(typeof price === 'number' ? { unitPriceSen: price } : price),
    }));
    const validUntil = await this.daysFromNow(14);
    const input = { workOrderId: order.id, contractType, validUntil, lines, ...more };
    const { quotes } = await this.do<Order>(this.desk, 'issueQuote', input, ORDER);
    return quotes[0] as Quote;
  }

  async orders(buyer: Client, quote: Quote, chosenFacilityId: string | null = null): Promise<Order> {
    const { id } = await this.do<Order>(buyer, 'placeOrder', { quoteId: quote.id, chosenFacilityId }, '{ id }');
    return this.seen(id);
  }

  /** From the wish to the order in one go. */
  async ordered(buyer: Client, wish: Wish, contractType: string, ...prices: (number | object)[]): Promise<Order> {
    const order = await this.asksFor(buyer, wish);
    return this.orders(buyer, await this.quotes(order, contractType, prices));
  }

  /** The desk splits what is open of every step as the engine proposes and sends the offers. @returns those */
  async splits({ id }: Order, options: object | null = null): Promise<Assignment[]> {
    for (const { steps } of (await this.seen(id)).lines) {
      for (const { id: stepId, unplaced } of steps) if (unplaced > 0) await this.approves(stepId, options);
    }
    await this.do(this.desk, 'sendAssignments', { workOrderId: id });
    return this.shares(await this.seen(id), 'OFFERED');
  }

  /** What is open again is placed in one go: planned again, approved and offered. @returns the new offers */
  async repairs({ id }: Order): Promise<Assignment[]> {
    for (const { steps } of (await this.seen(id)).lines) {
      for (const step of steps) if (step.unplaced > 0) await this.approves(step.id, null, 'repairAllocation');
    }
    return this.shares(await this.seen(id), 'OFFERED');
  }

  private async approves(stepId: string, options: object | null, how = 'approveAllocation'): Promise<void> {
    const { allocationPlan } = await this.desk.ask<{ allocationPlan: { snapshotHash: string } }>(
      'query ($input: AllocationPlanInput!) { allocationPlan(input: $input) { snapshotHash } }',
      { input: { stepId, options } },
    );
    await this.do(this.desk, how, { stepId, options, ...allocationPlan });
  }

  shares({ assignments }: Order, ...statuses: string[]): Assignment[] {
    return assignments.filter(({ status }) => statuses.length === 0 || statuses.includes(status));
  }

  /** Somebody of the facility that has this share. */
  async of({ facility }: { readonly facility: { readonly id: string } | null }): Promise<Client> {
    const id = facility?.id ?? '';
    const known = this.facilities.get(id) ?? this.api.asNew('FACILITY_ADMIN', id);
    this.facilities.set(id, known);
    return known;
  }

  async accepts(...shares: readonly Assignment[]): Promise<void> {
    for (const share of shares) await this.do(await this.of(share), 'acceptAssignment', { assignmentId: share.id });
  }

  /** A facility hands units over, all it promised unless said. @returns the id of the delivery */
  async delivers(share: Assignment, units = share.acceptedUnits ?? share.offeredUnits): Promise<string> {
    const input = { assignmentId: share.id, units };
    const { deliveries } = await this.do<Assignment>(
      await this.of(share),
      'reportDelivery',
      input,
      '{ deliveries { id inspection { id } } }',
    );
    const fresh = deliveries.filter(({ inspection }) => inspection === null);
    return fresh.at(-1)?.id ?? '';
  }

  async inspects(deliveryId: string, found: object = {}): Promise<void> {
    await this.do(this.desk, 'inspectDelivery', { deliveryId, defectUnits: 0, ...found });
  }

  /** Each facility delivers all it promised, and the desk finds nothing wrong. */
  async finishes(...shares: readonly Assignment[]): Promise<void> {
    for (const share of shares) await this.inspects(await this.delivers(share));
  }

  /** Everything is offered, accepted, delivered and inspected. @returns the shares */
  async works(order: Order, options: object | null = null): Promise<Assignment[]> {
    const offers = await this.splits(order, options);
    await this.accepts(...offers);
    await this.finishes(...offers);
    return this.shares(await this.seen(order.id));
  }

  async buyerAccepts(buyer: Client, { id }: Order): Promise<Order> {
    await this.do(buyer, 'acceptWork', { workOrderId: id });
    return this.seen(id);
  }

  /** An invoice over one order, or a payment notice of the desk. */
  async bills(who: Client, order: Order, between: { payerId: string; payeeId: string; kind?: string }): Promise<Bill> {
    const input = { kind: 'INVOICE', deskId: order.desk.id, workOrderId: order.id, ...between };
    const bill = await this.do<Bill>(who, 'issueInvoice', input, BILL);
    await this.quiet();
    return bill;
  }

  async corrects(bill: Bill, reason: string): Promise<Bill> {
    const corrected = await this.do<Bill>(this.desk, 'correctInvoice', { invoiceId: bill.id, reason }, BILL);
    await this.quiet();
    return corrected;
  }

  /** The desk is told of a payment: of a bill, or of what a contract comes to. */
  async pays(what: Bill | Contract, kind: 'WORK' | 'FEE' = 'WORK'): Promise<void> {
    const isBill = 'grossYen' in what;
    const amountYen = isBill ? what.grossYen : sumOf(what.settlement.filter((line) => line.kind === kind)).grossYen;
    const paid = isBill ? { invoiceId: what.id } : { contractId: what.id, isFee: kind === 'FEE' };
    await this.do(this.desk, 'recordPayment', { ...paid, amountYen, paidOn: await this.today() });
  }

  /** Every contract that is owed for is paid. */
  async paysAll({ id }: Order, side?: string): Promise<Order> {
    for (const contract of (await this.seen(id)).contracts) {
      if (contract.status !== 'FULFILLED' || (side !== undefined && contract.side !== side)) continue;
      for (const kind of ['WORK', 'FEE'] as const) {
        if (contract.settlement.some((line) => line.kind === kind)) await this.pays(contract, kind);
      }
    }
    return this.seen(id);
  }

  /** The facilities of the desk that do this kind of work. */
  async whoCan(workTypeCode: string): Promise<{ id: string; name: string }[]> {
    const { facilities } = await this.desk.ask<{ facilities: { items: { id: string; name: string }[] } }>(
      'query ($workTypeCode: String) { facilities(filter: { workTypeCode: $workTypeCode }) { items { id name } } }',
      { workTypeCode },
    );
    return facilities.items;
  }

  /** The contracts somebody sees, of one order or all. */
  async contractsOf(who: Client, order: Order | null = null): Promise<Contract[]> {
    await this.quiet();
    const query = `query ($id: ID) { contracts(filter: { workOrderId: $id }) {
      items { id status settlement { kind netYen taxYen grossYen } } } }`;
    return (await who.ask<{ contracts: { items: Contract[] } }>(query, { id: order?.id ?? null })).contracts.items;
  }

  /** The government of this order records up to what it negotiates (随意契約), as municipalities may since 2025. */
  async writesItsRules({ buyer }: Order): Promise<void> {
    const rule = { fromOn: '2025-04-01', source: '見本市契約規則 第26条' };
    const limits = [
      { ...rule, workKind: 'MANUFACTURE', limitYen: 2_000_000 },
      { ...rule, workKind: 'PURCHASE', limitYen: 1_500_000 },
      { ...rule, workKind: 'OTHER', limitYen: 1_000_000 },
    ];
    await this.do(this.city, 'setGovernmentRules', { buyerId: buyer.id, kind: 'MUNICIPALITY', limits });
  }

  /** By which item a government can order. */
  async basisOf(who: Client, { id }: Order): Promise<object> {
    const query = `query ($id: ID!) { contractBasis(workOrderId: $id) {
      proposed amountYen warningsJa decided decidedReason } }`;
    return (await who.ask<{ contractBasis: object }>(query, { id })).contractBasis;
  }

  /** What the desk reports for the fiscal year, by type of contract. */
  async results(): Promise<Readonly<Record<string, object>>> {
    const { contractResults } = await this.desk.ask<{
      contractResults: { byType: { contractType: string; figures: object }[] };
    }>(
      `query ($year: Int!) { contractResults(fiscalYear: $year) {
         byType { contractType figures { orderCount facilityCount salesYen } } } }`,
      { year: fiscalYearOf(await this.today()) },
    );
    return Object.fromEntries(contractResults.byType.map(({ contractType, figures }) => [contractType, figures]));
  }

  /** A file of the product, as a browser gets it. */
  async download(who: Client, path: string): Promise<Response> {
    return fetch(new URL(path, this.api.url), { headers: { cookie: who.cookie ?? '' } });
  }

  /** Nobody has promised anything any more, in the rows and in the sums that are carried. */
  async nothingIsPromised(): Promise<void> {
    const [left] = await this.api.db.query<object[]>(
      `SELECT (SELECT count(*)::int FROM capacity_promise) AS promises,
              (SELECT coalesce(sum(promised_seconds), 0)::int FROM facility_capacity) AS seconds`,
    );
    expect(left).toEqual({ promises: 0, seconds: 0 });
  }
}

const BILL = '{ id number netYen taxYen grossYen dueOn issuedOn taxRates { percent netYen taxYen grossYen } }';

/** A split that goes to a single facility. */
export const ONE_FACILITY = { maxFacilities: 1, reason: '一か所で足りるため' };

/** A story has a stage of its own from its first to its last sentence. */
export function scenario(told: string, happens: string, play: (story: Story) => Promise<void>): void {
  describe(told, () => {
    let story: Story;
    beforeAll(async () => {
      story = await Story.begin();
    });
    afterAll(() => story.end());

    it(happens, async () => play(story));
  });
}

/** What lines come to, reversals and all. */
export function sumOf(lines: readonly Line[]) {
  const sum = (of: 'netYen' | 'taxYen' | 'grossYen') => lines.reduce((yen, line) => yen + line[of], 0);
  return { netYen: sum('netYen'), taxYen: sum('taxYen'), grossYen: sum('grossYen') };
}

/** What all contracts of one side come to, as the desk sees it. */
export function owed({ contracts }: Order, side: string, kind = 'WORK') {
  const lines = contracts.filter((contract) => contract.side === side).flatMap(({ settlement }) => settlement);
  return sumOf(lines.filter((line) => line.kind === kind));
}
