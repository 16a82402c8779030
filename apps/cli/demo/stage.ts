import { addWorkingDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import type { Cast } from './cast.js';
import { type Assignment, CHANGES, type Order, QUERIES } from './documents.js';
import type { Mailbox } from './mailbox.js';
import type { Person } from './person.js';
import type { Story } from './story.js';

/** What the scenes share: the people, the teller, and the ways to look at the product. */
export class Stage {
  constructor(
    readonly cast: Cast,
    readonly story: Story,
    private readonly mailbox: Mailbox | null,
    private readonly productUrl: string,
  ) {}

  /** Where a page of the product is. */
  address(path: string): string {
    return new URL(path, this.productUrl).href;
  }

  /**
   * People act when they have read their mail: waits until this person has one whose subject holds these words. Where mail
   * goes to a server outside, nobody waits.
   */
  async readMail(person: Person, ...words: readonly string[]): Promise<void> {
    const { mailbox } = this;
    if (!mailbox) return;
    await this.story.eventually(
      `メール「${words.join('…')}」→ ${person.email}`,
      async () => (await mailbox.read(person.email)).map((mail) => mail.subject),
      (subjects) => subjects.some((subject) => words.every((word) => subject.includes(word))),
    );
  }

  /** The time of the product, which earlier demos may have moved. Moves it by one minute, the least there is. */
  async now(): Promise<Date> {
    return this.moveClock(1);
  }

  async today(): Promise<LocalDate> {
    return todayInTokyo(await this.now());
  }

  async workingDayFromNow(count: number): Promise<LocalDate> {
    return addWorkingDays(await this.today(), count);
  }

  /** Lets time pass until the moment is over. */
  async passTime(moment: string): Promise<void> {
    const minutes = Math.ceil((Date.parse(moment) - (await this.now()).getTime()) / 60_000) + 1;
    if (minutes > 0) await this.moveClock(minutes);
  }

  async order(id: string): Promise<Order> {
    return (await this.cast.coordinator.ask<{ workOrder: Order }>(QUERIES.order, { id })).workOrder;
  }

  async assignments(orderId: string, ...statuses: string[]): Promise<Assignment[]> {
    const { workOrder } = await this.cast.coordinator.ask<{ workOrder: { assignments: Assignment[] } }>(
      QUERIES.assignmentsOfOrder,
      { id: orderId },
    );
    return workOrder.assignments.filter((row) => statuses.length === 0 || statuses.includes(row.status));
  }

  async mustBeInState(orderId: string, status: string): Promise<Order> {
    const order = await this.order(orderId);
    this.story.mustBe(`${order.number} の状態 / state`, order.status, status);
    return order;
  }

  /** A facility hands over all it promised, in one part, and the desk finds nothing wrong. */
  async deliverWhole(assignment: Assignment): Promise<void> {
    const delivered = await this.cast
      .facilityOf(assignment)
      .change<{ reportDelivery: { assignment: Assignment } }>(CHANGES.deliver, {
        assignmentId: assignment.id,
        units: assignment.acceptedUnits,
      });
    for (const delivery of delivered.reportDelivery.assignment.deliveries) {
      await this.cast.coordinator.change(CHANGES.inspect, { deliveryId: delivery.id, defectUnits: 0 });
    }
  }

  private async moveClock(minutes: number): Promise<Date> {
    const {
      moveClock: { clock },
    } = await this.cast.platform.ask<{ moveClock: { clock: { now: string } } }>(CHANGES.moveClock, {
      input: { minutes },
    });
    return new Date(clock.now);
  }
}
