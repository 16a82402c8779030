import { type Choice, choicesOf } from './choices.js';
import type { Dice } from './dice.js';
import { look } from './seen.js';
import { type Model, type Real, Step } from './step.js';

/** Actions that are the same request, of the same thing or of the order. */
const SAME: Readonly<Record<string, string>> = {
  'Assignment.deliverPart': 'Assignment.deliverRest',
  'CallResponse.revise': 'Call.answer',
  'CallResponse.refuse': 'Call.decline',
};
const SAID_AGAIN = new Set(['Assignment.accept', 'Assignment.acceptPart', 'Assignment.counter', 'Assignment.decline']);

/** Somebody tries what the product does not offer them. */
export class Trespass extends Step {
  check({ orders }: Readonly<Model>): boolean {
    return orders.length > 0;
  }

  protected async take(model: Model, { stage, habits }: Real, dice: Dice): Promise<string> {
    const order = dice.one(model.orders);
    const everybody = [stage.desk, order.buyer, ...stage.facilities];
    const [seer, actor] = [dice.one(everybody), dice.one([...everybody, ...stage.strangers, ...stage.buyers])];
    const sight = await look(stage, seer, order).catch(() => null);
    // Facilities see no orders, and the desk no drafts.
    if (!sight) return 'nothing is seen';
    const own = actor === seer ? sight : await look(stage, actor, order).catch(() => null);
    const situation = { stage, actor, sight, habits, dice };
    const requestOf = ({ name, thingId }: Choice) =>
      // The order is cancelled with a request of the buyer, and without.
      name === 'Cancellation.grant' ? `WorkOrder.cancel ${order.id}` : `${SAME[name] ?? name} ${thingId}`;
    const allowed = new Set(
      (own ? choicesOf({ ...situation, sight: own }) : []).filter(({ isOffered }) => isOffered).map(requestOf),
    );
    const forbidden = choicesOf(situation).filter(
      (choice) => choice.name.includes('.') && !allowed.has(requestOf(choice)),
    );
    if (forbidden.length === 0) return 'nothing is forbidden';
    const choice = dice.one(forbidden);
    const request = await Promise.resolve(choice.make()).catch(() => null);
    if (!request) return `${choice.name} cannot even be asked for`;
    const words = `${actor.name} tries ${choice.name} of ${order.number} by ${request.mutation} ${JSON.stringify(request.input)}`;
    const before = await stage.digest();
    const code = await stage.request(actor, request.mutation, request.input);
    const hasChanged = (await stage.digest()) !== before;
    if (hasChanged) throw new Error(`${words}: ${code ?? 'done'}, and something changed`);
    // Who says the same again gets the same answer; nothing else is granted.
    if (code === null && !SAID_AGAIN.has(choice.name)) throw new Error(`${words}: granted, though not offered`);
    return `${words} → ${code}`;
  }
}
