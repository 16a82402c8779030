import {
  AMENDMENT_ACTIONS,
  CALL_ACTIONS,
  CANCELLATION_ACTIONS,
  CHANGE_ACTIONS,
  CONTRACT_ACTIONS,
  MATERIAL_WEIGHT,
  MORE_ACTIONS,
  ORDER_ACTIONS,
  QUESTION_ACTIONS,
  recordMaterial,
  REJECTION_ACTIONS,
  type Request,
  RESPONSE_ACTIONS,
  SHARE_ACTIONS,
  type Situation,
} from './actions.js';

/** One thing somebody could try. */
export interface Choice {
  /** `Assignment.accept` */
  readonly name: string;
  readonly thingId: string;
  readonly weight: number;
  /** The product offers it to whoever looks. */
  readonly isOffered: boolean;
  readonly make: () => Promise<Request | null> | Request | null;
}

/**
 * All that could be tried from where one stands, whether it is offered or not.
 * @throws Error when something is offered that nobody here knows how to do
 */
export function choicesOf(situation: Situation): Choice[] {
  const { actor, sight, dice } = situation;
  const { order, shares, calls } = sight;
  const of = <Subject extends { readonly id: string; readonly availableActions: readonly string[] }>(
    name: string,
    makers: Readonly<Record<string, { weight: number; make: (subject: never, situation: Situation) => unknown }>>,
    things: readonly Subject[],
    idOf: (thing: Subject) => { readonly id: string } = (thing) => thing,
  ): Choice[] =>
    things.flatMap((thing) => {
      const unknown = thing.availableActions.filter((action) => !(action in makers));
      if (unknown.length > 0) throw new Error(`${name} offers ${unknown.join(', ')}, which the model does not know`);
      return Object.entries(makers).map(([action, { weight, make }]) => ({
        name: `${name}.${action}`,
        thingId: thing.id,
        weight,
        isOffered: thing.availableActions.includes(action),
        make: () => make(idOf(thing) as never, situation) as ReturnType<Choice['make']>,
      }));
    });
  const orders = order ? [order] : [];
  const questions = [...(order?.questions ?? []), ...shares.flatMap((share) => share.questions)];
  return [
    ...of('WorkOrder', ORDER_ACTIONS, orders),
    ...of('Assignment', SHARE_ACTIONS, shares),
    ...of('Amendment', AMENDMENT_ACTIONS, order?.amendments ?? []),
    ...of('Cancellation', CANCELLATION_ACTIONS, order?.cancellations ?? []),
    ...of('WorkRejection', REJECTION_ACTIONS, order?.rejections ?? []),
    ...of('Contract', CONTRACT_ACTIONS, order?.contracts ?? []),
    ...of(
      'ShareChange',
      CHANGE_ACTIONS,
      shares.flatMap((share) => share.shareChanges),
    ),
    ...of('Question', QUESTION_ACTIONS, [...new Map(questions.map((each) => [each.id, each])).values()]),
    ...of('Call', CALL_ACTIONS, calls),
    ...calls.flatMap((call) => of('CallResponse', RESPONSE_ACTIONS, call.responses, () => call)),
    ...shares.flatMap(({ materials }) =>
      materials.flatMap(({ id, availableActions }) =>
        availableActions.map((kind) => ({
          name: `Material.${kind}`,
          thingId: id,
          weight: MATERIAL_WEIGHT,
          isOffered: true,
          make: async () => recordMaterial(id, kind, dice),
        })),
      ),
    ),
    ...Object.entries(MORE_ACTIONS)
      .filter(([, { by }]) => by === actor.kind)
      .map(([name, { weight, make }]) => ({
        name,
        thingId: order?.id ?? '',
        weight,
        isOffered: true,
        make: () => make(null, situation),
      })),
  ];
}
