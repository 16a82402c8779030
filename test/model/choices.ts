import { BEGINNINGS, recordMaterial } from './actions/beginnings.js';
import { CALL_ACTIONS, RESPONSE_ACTIONS } from './actions/calls.js';
import { AMENDMENT_ACTIONS, CANCELLATION_ACTIONS, QUESTION_ACTIONS } from './actions/changes.js';
import { CONTRACT_ACTIONS, REFERRAL_ACTIONS } from './actions/contracts.js';
import { ORDER_ACTIONS } from './actions/orders.js';
import { PUBLICATION_ACTIONS } from './actions/publications.js';
import type { Makers, Request, Situation } from './actions/request.js';
import { CHANGE_ACTIONS, REJECTION_ACTIONS, SHARE_ACTIONS } from './actions/shares.js';
import type { Thing } from './seen.js';

/** One thing somebody could try. */
export interface Choice {
  /** `Assignment.accept`: the same for all states. */
  readonly name: string;
  /** `Assignment OFFERED accept`: as a step of the table is called. */
  readonly step: string;
  readonly thingId: string;
  readonly weight: number;
  /** The product offers it to the one who looks. */
  readonly isOffered: boolean;
  readonly make: () => Promise<Request | null> | Request | null;
}

/**
 * All that could be tried from where one stands, whether it is offered or not.
 * @throws Error when something is offered that nobody here knows how to do
 */
export function choicesOf(situation: Situation): Choice[] {
  const { actor, sight, habits, dice } = situation;
  const { order, shares, calls, publications } = sight;
  const of = <Subject extends Thing, Asked extends { readonly id: string } = Subject>(
    subject: string,
    makers: Makers<Asked>,
    things: readonly Subject[],
    askedOf: (thing: Subject) => Asked = (thing) => thing as unknown as Asked,
  ): Choice[] =>
    things.flatMap((thing) => {
      const unknown = thing.availableActions.filter((action) => !(action in makers));
      if (unknown.length > 0) throw new Error(`${subject} offers ${unknown.join(', ')}, which the model does not know`);
      return Object.entries(makers).map(([action, make]) => ({
        name: `${subject}.${action}`,
        step: `${subject} ${thing.status} ${action}`,
        thingId: askedOf(thing).id,
        weight: habits.weightOf(`${subject} ${thing.status} ${action}`),
        isOffered: thing.availableActions.includes(action),
        make: () => make(askedOf(thing), situation),
      }));
    });
  const questions = [...(order?.questions ?? []), ...shares.flatMap((share) => share.questions)];
  const contracts = order?.contracts ?? [];
  return [
    ...of('WorkOrder', ORDER_ACTIONS, order ? [order] : []),
    ...of('Assignment', SHARE_ACTIONS, shares),
    ...of('Amendment', AMENDMENT_ACTIONS, order?.amendments ?? []),
    ...of('Cancellation', CANCELLATION_ACTIONS, order?.cancellations ?? []),
    ...of('WorkRejection', REJECTION_ACTIONS, order?.rejections ?? []),
    ...of(
      'Contract',
      CONTRACT_ACTIONS,
      contracts.filter(({ type }) => type !== 'REFERRAL'),
    ),
    ...of(
      'Referral',
      REFERRAL_ACTIONS,
      contracts.filter(({ type }) => type === 'REFERRAL'),
    ),
    ...of(
      'ShareChange',
      CHANGE_ACTIONS,
      shares.flatMap((share) => share.shareChanges),
    ),
    ...of('Question', QUESTION_ACTIONS, [...new Map(questions.map((each) => [each.id, each])).values()]),
    ...of('Call', CALL_ACTIONS, calls),
    ...calls.flatMap((call) => of('CallResponse', RESPONSE_ACTIONS, call.responses, () => call)),
    ...of('Publication', PUBLICATION_ACTIONS, publications ?? []),
    ...shares.flatMap(({ materials }) =>
      materials.flatMap(({ id, availableActions }) =>
        availableActions.map((kind) => ({
          name: `Material.${kind}`,
          step: `Material ${kind}`,
          thingId: id,
          weight: habits.weightOf(`Material ${kind}`),
          isOffered: true,
          make: async () => recordMaterial(id, kind, dice),
        })),
      ),
    ),
    ...Object.entries(BEGINNINGS)
      .filter(([, { by }]) => by.includes(actor.kind))
      .map(([name, { make }]) => ({
        name,
        step: name,
        thingId: order?.id ?? '',
        weight: habits.weightOf(name),
        isOffered: true,
        make: () => make(null, situation),
      })),
  ];
}
