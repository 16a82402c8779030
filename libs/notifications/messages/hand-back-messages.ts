import type { OrderEventName } from '#yui/orders';
import type { HandBackFacts } from './facts.js';
import { message, type MessageKind } from './message.js';
import { count, fact, orderFact, orderNameEn, reason, shareEn, toDesk } from './phrases.js';

/** What the desk hears when a facility gives work back. */
export const handBackMessages = {
  'assignment.handed-back': {
    isStillTrue: () => true,
    messages: (facts) => {
      const { facility, workType, handBack, assignment } = facts;
      const units = count(handBack.units, workType.unit);
      return [
        message(toDesk(facts), {
          subject: `引き受けたあとの返上：${facility.name} ${workType.nameJa} ${units}（配分をやり直してください）`,
          paragraphs: [
            `${facility.name} から、引き受けた仕事の一部または全部ができなくなったという連絡がありました。`,
            [
              orderFact(facts),
              fact('仕事', workType.nameJa),
              fact('返された数', units),
              fact('続ける数', count(assignment.acceptedUnits ?? 0, workType.unit)),
              reason('理由', handBack.reason),
            ],
            '返された分は、まだ決まっていません。配分をやり直してください。',
          ],
          english: `Handed back for ${orderNameEn(facts)}: ${shareEn(facts, handBack.units)}. Please allocate it again.`,
        }),
      ];
    },
  },
} satisfies Partial<Record<OrderEventName, MessageKind<HandBackFacts>>>;
