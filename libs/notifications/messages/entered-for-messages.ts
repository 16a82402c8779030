import { formatDateTimeJa } from '#yui/calendar';
import { ENTERED_OPERATIONS, EnteredFor, SAID_BY_WORDS } from '#yui/correspondence';
import { BusinessProfile } from '#yui/directory';
import type { OrderEventName } from '#yui/orders';
import type { OrderFacts } from './facts.js';
import { type LoadFacts, loadOrderFacts } from './load-facts.js';
import { message, type MessageKind } from './message.js';
import { fact, orderFact, orderNameEn, reason, toBuyer } from './phrases.js';

interface EnteredForFacts extends OrderFacts {
  readonly entered: EnteredFor;
  /** Of the desk; null: it has not stated one. */
  readonly deskPhone: string | null;
}

export const loadEnteredForFacts: LoadFacts<EnteredForFacts> = async (manager, payload, now) => {
  const facts = await loadOrderFacts(manager, payload, now);
  const profile = await manager.findOneBy(BusinessProfile, { organisationId: facts.desk.id });
  return {
    ...facts,
    entered: await manager.findOneByOrFail(EnteredFor, { id: String(payload.enteredForId) }),
    deskPhone: profile?.phone ?? null,
  };
};

/** What the party is told of what was entered for it, and how to object. */
export function enteredForContent(
  { entered, desk, deskPhone }: Pick<EnteredForFacts, 'entered' | 'desk' | 'deskPhone'>,
  about: { readonly facts: readonly string[]; readonly nameEn: string },
) {
  const what = ENTERED_OPERATIONS[entered.operation]?.name ?? { ja: entered.operation, en: entered.operation };
  const call = deskPhone === null ? '' : `（電話 ${deskPhone}）`;
  return {
    subject: `窓口が代わりに入力しました：${what.ja}（ちがうときはご連絡ください）`,
    paragraphs: [
      `${desk.name} が、${SAID_BY_WORDS[entered.channel]}でうかがった内容を、代わりに入力しました。`,
      [
        ...about.facts,
        fact('入力した内容', what.ja),
        fact('お話しくださった方', entered.saidBy),
        fact('うかがった日時', formatDateTimeJa(entered.saidAt)),
        reason('メモ', entered.note),
      ],
      `内容がちがうとき、おぼえがないときは、すぐに ${desk.name}${call} へご連絡ください。入力の記録はページで確かめられます。代わりの入力を止めることもできます（設定の「代理入力」）。`,
    ],
    english: `${desk.name} entered for you what it was told (${what.en}) on ${about.nameEn}. If that is wrong, please contact the desk at once.`,
  };
}

/** The party for whom the desk entered something learns it at once. */
export const enteredForMessages = {
  'entered-for.recorded': {
    isStillTrue: () => true,
    messages: (facts) => [
      message(receiver(facts), enteredForContent(facts, { facts: [orderFact(facts)], nameEn: orderNameEn(facts) })),
    ],
  },
} satisfies Partial<Record<OrderEventName, MessageKind<EnteredForFacts>>>;

function receiver(facts: EnteredForFacts): { organisationId: string; path: string } {
  const { facilityId, assignmentId, callId } = facts.entered;
  if (facilityId === null) return toBuyer(facts);
  const page = callId === null ? `/facility/assignments/${assignmentId ?? ''}` : `/facility/calls/${callId}`;
  return { organisationId: facilityId, path: page };
}
