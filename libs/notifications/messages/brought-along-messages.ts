import { In } from 'typeorm';
import { Buyer, Desk, Facility } from '#yui/directory';
import { WorkOrder } from '#yui/orders';
import type { Transaction } from '#yui/platform';
import type { LoadFacts } from './load-facts.js';
import { message, type MessageKind, oneLine } from './message.js';
import { fact } from './phrases.js';

/** So many orders are named to who is told of them. */
const MAX_NAMED = 20;

/** Tells a buyer or a facility that orders of it were brought along; with none: that a facility was registered. */
export async function tellBroughtAlong(
  tx: Transaction,
  {
    deskId,
    organisationId,
    workOrderIds,
  }: { readonly deskId: string; readonly organisationId: string; readonly workOrderIds: readonly string[] },
): Promise<void> {
  const firstIds = workOrderIds.slice(0, MAX_NAMED).join(' ');
  await tx.emit('move-in.brought-along', deskId, {
    ...{ organisationId, deskId, firstIds },
    orderCount: workOrderIds.length,
  });
}

interface BroughtAlongFacts {
  readonly party: Pick<Buyer | Facility, 'id' | 'name'>;
  readonly isFacility: boolean;
  readonly desk: Desk;
  readonly orderCount: number;
  /** The first of them. */
  readonly orders: readonly Pick<WorkOrder, 'number' | 'title'>[];
}

export const loadBroughtAlongFacts: LoadFacts<BroughtAlongFacts> = async (manager, payload) => {
  const id = String(payload.organisationId);
  const facility = await manager.findOneBy(Facility, { id });
  const ids = String(payload.firstIds).split(' ').filter(Boolean);
  return {
    party: facility ?? (await manager.findOneByOrFail(Buyer, { id })),
    isFacility: facility !== null,
    desk: await manager.findOneByOrFail(Desk, { id: String(payload.deskId) }),
    orderCount: Number(payload.orderCount),
    orders: await manager.find(WorkOrder, { where: { id: In(ids) }, order: { number: 'ASC' } }),
  };
};

/** What a buyer or a facility is told once when its desk moves in, however many steps of its orders were brought along. */
export const broughtAlongMessages = {
  'move-in.brought-along': {
    isStillTrue: () => true,
    messages: ({ party, isFacility, desk, orderCount, orders }) => [
      message(
        { organisationId: party.id, path: pathFor(isFacility, orderCount) },
        {
          subject: `これまでの記録を画面に移しました：${desk.name}`,
          paragraphs: [
            `${party.name} へのお知らせです。`,
            [
              fact('窓口', desk.name),
              ...(orderCount === 0 ? [] : [fact('移した案件', `${orderCount}件`)]),
              ...orders.map(({ number, title }) => `・${number}「${oneLine(title)}」`),
              ...(orderCount > orders.length ? [`・ほか ${orderCount - orders.length}件`] : []),
            ],
            '窓口が、これまでの記録をこの画面に移しました。書かれていることが違うときは、窓口にお知らせください。',
            isFacility
              ? 'これから、この窓口の仕事の募集や依頼は、ここから届きます。心当たりがないときは、事業所の管理者が登録を終了できます。'
              : '',
          ],
          english:
            orderCount === 0
              ? `${desk.name} has registered you and will ask you about its work from here.`
              : `${desk.name} has brought ${orderCount} of your orders along. Please tell the desk if something is wrong.`,
        },
      ),
    ],
  },
} satisfies Record<string, MessageKind<BroughtAlongFacts>>;

function pathFor(isFacility: boolean, orderCount: number): string {
  if (!isFacility) return '/buyer/orders';
  return orderCount === 0 ? '/facility/desks' : '/facility/assignments';
}
