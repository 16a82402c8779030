import fc from 'fast-check';
import type { Request } from './actions.js';
import { type Choice, choicesOf } from './choices.js';
import { Dice } from './dice.js';
import type { Follower } from './follower.js';
import { brokenRules } from './invariants.js';
import { leaks } from './privacy.js';
import { look, type Sight } from './seen.js';
import type { Actor, Stage } from './stage.js';

const MOST_ORDERS = 2;

/** What the model knows of an order: how much of each line holds. Its state the follower knows. */
interface ModelOrder {
  readonly id: string;
  readonly number: string;
  readonly buyer: Actor;
  readonly quantities: Map<string, number>;
}

export interface Model {
  readonly orders: ModelOrder[];
}

/** The product, and what looks at every step of it. */
export interface Real {
  readonly stage: Stage;
  readonly follower: Follower;
  /** Of everything, as the last step left it. */
  digest: string;
  /** When it is enough: no step is taken after it. */
  readonly untilMs: number;
  /** What was done so far, in words. */
  readonly story: string[];
}

/** A step anybody can take; it says in words what it was. */
abstract class Step implements fc.AsyncCommand<Model, Real> {
  constructor(protected readonly numbers: readonly number[]) {}

  abstract check(model: Readonly<Model>): boolean;
  protected abstract take(model: Model, real: Real, dice: Dice): Promise<string>;

  async run(model: Model, real: Real): Promise<void> {
    if (performance.now() > real.untilMs) return;
    const dice = new Dice(this.numbers);
    const told = await this.take(model, real, dice).catch((error: Error) => {
      real.story.push(`✗ ${error.message}`);
      throw error;
    });
    await real.stage.quiet();
    const wrong = [
      ...(await brokenRules(real.stage)),
      ...(await real.follower.follow()),
      ...(await leaks(real.stage, dice)),
    ];
    real.story.push([told, ...wrong.map((rule) => `✗ ${rule}`)].join('\n      '));
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
    real.digest = await real.stage.digest();
  }

  toString(): string {
    return this.constructor.name;
  }
}

/** A buyer writes an order down. */
class Draft extends Step {
  check({ orders }: Readonly<Model>): boolean {
    return orders.length < MOST_ORDERS;
  }

  protected async take(model: Model, { stage }: Real, dice: Dice): Promise<string> {
    const buyer = dice.one(stage.buyers);
    const lines = Array.from({ length: dice.happens(1, 4) ? 2 : 1 }, () => dice.between(1, dice.one([12, 60, 2500])));
    const dueOn = await stage.workingDaysFromNow(dice.one([12, 25, 40]));
    const { draftWorkOrder } = await stage.ask<{
      draftWorkOrder: { id: string; number: string; lines: { id: string; quantity: number }[] };
    }>(
      buyer,
      'mutation ($input: DraftWorkOrderInput!) { draftWorkOrder(input: $input) { id number lines { id quantity } } }',
      {
        input: {
          deskId: stage.desk.organisationId,
          idempotencyKey: `draft order ${model.orders.length}`,
          title: `案内状の封入 ${model.orders.length + 1}`,
          lines: lines.map((quantity) => ({ workTypeCode: 'ENVELOPE_STUFFING', quantity, dueOn })),
        },
      },
    );
    const { id, number, lines: written } = draftWorkOrder;
    const quantities = new Map(written.map((line) => [line.id, line.quantity]));
    model.orders.push({ id, number, buyer, quantities });
    return `${buyer.name} drafts order ${model.orders.length}: ${lines.join(' + ')} until ${dueOn}`;
  }
}

/** Somebody does one of the things the product offers them. */
class Act extends Step {
  check({ orders }: Readonly<Model>): boolean {
    return orders.length > 0;
  }

  protected async take(model: Model, real: Real, dice: Dice): Promise<string> {
    const { stage } = real;
    const order = dice.one(model.orders);
    for (const actor of await whoseTurn(stage, order, dice)) {
      const sight = await look(stage, actor, order);
      checkQuantities(order, sight);
      let offered = choicesOf({ stage, actor, sight, dice }).filter(({ isOffered }) => isOffered);
      while (offered.length > 0) {
        const choice = dice.weighted(offered);
        const request = await choice.make();
        if (request) return this.ask(order, real, actor, sight, choice, request);
        offered = offered.filter((other) => other !== choice);
      }
    }
    return 'nobody can do anything';
  }

  private async ask(
    order: ModelOrder,
    { stage, digest }: Real,
    actor: Actor,
    sight: Sight,
    { name, thingId }: Choice,
    request: Request,
  ): Promise<string> {
    const { mutation, input, mayFail = [] } = request;
    const words = `${actor.name}: ${name} of ${order.number} by ${mutation} ${JSON.stringify(input)}`;
    const code = await stage.request(actor, mutation, input);
    if (code === null) {
      if (name === 'Amendment.accept') amend(order, sight, thingId);
      return words;
    }
    if (!mayFail.includes(code)) throw new Error(`${words} was offered, and refused with ${code}`);
    if ((await stage.digest()) !== digest) throw new Error(`${words} was refused with ${code}, and something changed`);
    return `${words} → ${code}`;
  }
}

/** Somebody tries what the product does not offer them. */
class Trespass extends Step {
  check({ orders }: Readonly<Model>): boolean {
    return orders.length > 0;
  }

  protected async take(model: Model, { stage, digest }: Real, dice: Dice): Promise<string> {
    const order = dice.one(model.orders);
    const everybody = [stage.desk, order.buyer, ...stage.facilities];
    const [seer, actor] = [dice.one(everybody), dice.one([...everybody, ...stage.strangers, ...stage.buyers])];
    const sight = await look(stage, seer, order).catch(() => null);
    // Facilities see no orders, and the desk no drafts.
    if (!sight) return 'nothing is seen';
    const own = actor === seer ? sight : await look(stage, actor, order).catch(() => null);
    const situation = { stage, actor, sight, dice };
    const allowed = new Set(
      (own ? choicesOf({ ...situation, sight: own }) : [])
        .filter(({ isOffered }) => isOffered)
        .map(({ name, thingId }) => `${SAME[name] ?? name} ${thingId}`),
    );
    const forbidden = choicesOf(situation).filter(
      ({ name, thingId }) =>
        !allowed.has(`${SAME[name] ?? name} ${thingId}`) && !MANY_WAYS.has(name) && /[.]/.test(name),
    );
    if (forbidden.length === 0) return 'nothing is forbidden';
    const choice = dice.one(forbidden);
    const request = await Promise.resolve(choice.make()).catch(() => null);
    if (!request) return `${choice.name} cannot even be asked for`;
    const words = `${actor.name} tries ${choice.name} of ${order.number} by ${request.mutation} ${JSON.stringify(request.input)}`;
    const code = await stage.request(actor, request.mutation, request.input);
    const hasChanged = (await stage.digest()) !== digest;
    if (hasChanged) throw new Error(`${words}: ${code ?? 'done'}, and something changed`);
    // Who says the same again gets the same answer; nothing else is granted.
    if (code === null && !SAID_AGAIN.has(choice.name)) throw new Error(`${words}: granted, though not offered`);
    return `${words} → ${code}`;
  }
}

/** Actions that are the same request. */
const SAME: Readonly<Record<string, string>> = {
  'Assignment.deliverPart': 'Assignment.deliverRest',
  'CallResponse.revise': 'Call.answer',
  'CallResponse.refuse': 'Call.decline',
};
/** Offered elsewhere under another name, or of another thing. */
const MANY_WAYS = new Set([
  'Cancellation.grant',
  'Call.use',
  'CallResponse.revise',
  'CallResponse.refuse',
  'Assignment.returnWork',
]);
const SAID_AGAIN = new Set(['Assignment.accept', 'Assignment.acceptPart', 'Assignment.counter', 'Assignment.decline']);

/** Time passes; what has become due happens. */
class Wait extends Step {
  check({ orders }: Readonly<Model>): boolean {
    return orders.length > 0;
  }

  protected async take(_: Model, { stage }: Real, dice: Dice): Promise<string> {
    const hours = dice.weighted([
      { weight: 8, hours: 5 },
      { weight: 6, hours: 26 },
      { weight: 3, hours: 24 * 4 },
      { weight: 2, hours: 24 * 11 },
      { weight: 1, hours: 24 * 33 },
    ]).hours;
    await stage.passHours(hours);
    return `${hours} hours pass`;
  }
}

/** The desk, the buyer and every facility that has something to say, in a random order. */
async function whoseTurn(stage: Stage, order: ModelOrder, dice: Dice): Promise<Actor[]> {
  const busy = await stage.rows<{ facility_id: string }>(
    `SELECT facility_id FROM assignment WHERE work_order_id = $1
       AND status IN ('OFFERED', 'ACCEPTED', 'IN_PROGRESS', 'REWORK', 'STOPPING')
     UNION SELECT facility_id FROM call_invitation JOIN call ON call.id = call_id
       WHERE work_order_id = $1 AND call.status IN ('OPEN', 'CLOSED')`,
    [order.id],
  );
  const facilities = stage.facilities.filter((row) => busy.some((each) => each.facility_id === row.organisationId));
  const [row] = await stage.rows<{ status: string; is_sent: boolean }>(
    'SELECT status, submitted_at IS NOT NULL AS is_sent FROM work_order WHERE id = $1',
    [order.id],
  );
  const { status, is_sent: isSent } = row!;
  let left = [
    ...(isSent ? [{ weight: 4, actor: stage.desk }] : []),
    { weight: status === 'DRAFT' || status === 'QUOTED' || status === 'DELIVERED' ? 6 : 1, actor: order.buyer },
    ...facilities.map((actor) => ({ weight: 2, actor })),
  ];
  const turns: Actor[] = [];
  while (left.length > 0) {
    const next = dice.weighted(left);
    turns.push(next.actor);
    left = left.filter((other) => other !== next);
  }
  return turns;
}

/** The quantities are those of the model, and every unit is placed or not. */
function checkQuantities({ quantities, number }: ModelOrder, { order }: Sight): void {
  for (const { id, quantity, steps } of order?.lines ?? []) {
    if (quantities.get(id) !== quantity) {
      throw new Error(`${number} has a line of ${quantity}, and ${quantities.get(id)} were ordered`);
    }
    for (const { placed, unplaced, surplus } of steps) {
      if (placed + unplaced - surplus !== quantity || Math.min(placed, unplaced, surplus) < 0) {
        throw new Error(`${number}: ${placed} placed, ${unplaced} not, ${surplus} too many of ${quantity}`);
      }
    }
  }
}

function amend({ quantities }: ModelOrder, { order }: Sight, amendmentId: string): void {
  for (const { workOrderLineId, quantity } of order?.amendments.find(({ id }) => id === amendmentId)?.lines ?? []) {
    if (quantity !== null) quantities.set(workOrderLineId, quantity);
  }
}

const numbers = fc.noShrink(fc.array(fc.nat({ max: 99_999 }), { minLength: 24, maxLength: 24 }));

/** Whatever people do, and when. */
export function lives(most: number): fc.Arbitrary<Iterable<fc.AsyncCommand<Model, Real>>> {
  const act = numbers.map((row) => new Act(row));
  const arbitraries = [
    numbers.map((row) => new Draft(row)),
    ...Array.from({ length: 16 }, () => act),
    numbers.map((row) => new Trespass(row)),
    numbers.map((row) => new Wait(row)),
  ];
  return fc.commands(arbitraries, { maxCommands: most, size: 'max' });
}
