import { ENDED } from './actions/beginnings.js';
import type { Request } from './actions/request.js';
import { type Choice, choicesOf } from './choices.js';
import type { Dice } from './dice.js';
import { look, type Sight } from './seen.js';
import type { Actor, Stage } from './stage.js';
import { type Model, type ModelOrder, type Real, Step } from './step.js';
import { letTimePass } from './wait.js';

/** Somebody does one of the things the product offers them; where nothing is left to do, a buyer writes an order down. */
export class Act extends Step {
  check(): boolean {
    return true;
  }

  protected async take(model: Model, real: Real, dice: Dice): Promise<string> {
    const { stage, habits } = real;
    const open = await openOrders(model, stage);
    if (open.length === 0) return draft(model, real, dice);
    const order = dice.one(dice.happens(1, 10) ? model.orders : open);
    for (const actor of await whoseTurn(stage, order, dice)) {
      const sight = await look(stage, actor, order);
      checkQuantities(order, sight);
      let offered = choicesOf({ stage, actor, sight, habits, dice }).filter(
        ({ isOffered, weight }) => isOffered && weight > 0,
      );
      while (offered.length > 0) {
        const choice = dice.weighted<{ readonly weight: number } | Choice>([...offered, habits.nothing]);
        if (!('make' in choice)) break;
        const request = await choice.make();
        if (request) return this.ask(order, real, actor, sight, choice, request);
        offered = offered.filter((other) => other !== choice);
      }
    }
    return `nobody does anything: ${await letTimePass(stage, habits, dice)}`;
  }

  private async ask(
    order: ModelOrder,
    { stage, habits, reach }: Real,
    actor: Actor,
    sight: Sight,
    { name, step, thingId }: Choice,
    request: Request,
  ): Promise<string> {
    const { mutation, input, mayFail = [] } = request;
    const words = `${actor.name}: ${name} of ${order.number} by ${mutation} ${JSON.stringify(input)}`;
    const before = mayFail.length > 0 ? await stage.digest() : '';
    const code = await stage.request(actor, mutation, input);
    habits.took(step);
    if (code === null) {
      reach(step);
      if (name === 'Amendment.accept') amend(order, sight, thingId);
      return words;
    }
    if (!mayFail.includes(code)) throw new Error(`${words} was offered, and refused with ${code}`);
    if ((await stage.digest()) !== before) throw new Error(`${words} was refused with ${code}, and something changed`);
    return `${words} → ${code}`;
  }
}

const MAX_ORDERS = 2;

/** A buyer writes one more order down, while the last one is on its way. */
export class Draft extends Step {
  check({ orders }: Readonly<Model>): boolean {
    return orders.length < MAX_ORDERS;
  }

  protected async take(model: Model, real: Real, dice: Dice): Promise<string> {
    if (!real.habits.do('orders again meanwhile', dice)) return 'nobody orders again';
    return draft(model, real, dice);
  }
}

async function draft(model: Model, { stage, habits }: Real, dice: Dice): Promise<string> {
  const buyer = dice.one(stage.buyers);
  const quantities = Array.from({ length: habits.do('orders two lines', dice) ? 2 : 1 }, () =>
    dice.between(1, dice.one([12, 60, 2500])),
  );
  const dueOn = await stage.workingDaysFromNow(dice.one([12, 25, 40]));
  const {
    draftWorkOrder: { workOrder },
  } = await stage.ask<{
    draftWorkOrder: { workOrder: { id: string; number: string; lines: { id: string; quantity: number }[] } };
  }>(
    buyer,
    'mutation ($input: DraftWorkOrderInput!) { draftWorkOrder(input: $input) { workOrder { id number lines { id quantity } } } }',
    {
      input: {
        deskId: stage.desk.organisationId,
        idempotencyKey: `draft order ${model.orders.length}`,
        title: `案内状の封入 ${model.orders.length + 1}`,
        lines: quantities.map((quantity) => ({ workTypeCode: 'ENVELOPE_STUFFING', quantity, dueOn })),
      },
    },
  );
  const { id, number, lines } = workOrder;
  model.orders.push({ id, number, buyer, quantities: new Map(lines.map((line) => [line.id, line.quantity])) });
  return `${buyer.name} drafts order ${model.orders.length}: ${quantities.join(' + ')} until ${dueOn}`;
}

async function openOrders({ orders }: Model, stage: Stage): Promise<ModelOrder[]> {
  const ended = await stage.rows<{ id: string }>('SELECT id FROM work_order WHERE status = ANY($1)', [ENDED]);
  return orders.filter((order) => !ended.some(({ id }) => id === order.id));
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
    ...(isSent ? [{ weight: 3, actor: stage.desk }] : []),
    { weight: status === 'DRAFT' || status === 'QUOTED' || status === 'DELIVERED' ? 6 : 1, actor: order.buyer },
    ...facilities.map((actor) => ({ weight: 3, actor })),
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
