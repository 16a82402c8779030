import { formatDateEn, formatDateJa } from '#yui/calendar';
import { MAKING_STATES } from '#yui/fulfilment';
import type { OrderEventName } from '#yui/orders';
import type { PaceFacts } from './facts.js';
import { message, type MessageKind } from './message.js';
import { count, fact, orderFact, orderNameEn, shareEn, toDesk } from './phrases.js';

/** What the desk is notified of a share that will not be finished in time. */
export const paceMessages = {
  'assignment.running-late': {
    isStillTrue: ({ assignment }) => MAKING_STATES.includes(assignment.status),
    messages: (facts) => {
      const { assignment, facility, workType, check } = facts;
      const units = assignment.acceptedUnits ?? 0;
      return [
        message(toDesk(facts), {
          subject: `間に合わないおそれ：${facility.name} ${workType.nameJa} ${count(units, workType.unit)}`,
          paragraphs: [
            `${facility.name} の仕事は、今のままでは納品の日に間に合わないおそれがあります。`,
            [
              orderFact(facts),
              fact('納品の日', formatDateJa(assignment.dueOn)),
              fact('できた数', `${count(assignment.doneUnits, workType.unit)}／${count(units, workType.unit)}`),
              fact(
                'このペースで終わる日',
                check.forecastOn === null
                  ? 'わかりません（報告がないか、止まっています）'
                  : formatDateJa(check.forecastOn),
              ),
            ],
            '事業所に様子を聞いて、必要なら一部をほかの事業所にお願いしてください。',
          ],
          english: `At risk for ${orderNameEn(facts)}: ${shareEn(facts, units)}, due ${formatDateEn(assignment.dueOn)}, forecast ${check.forecastOn === null ? 'unknown' : formatDateEn(check.forecastOn)}.`,
        }),
      ];
    },
  },
} satisfies Partial<Record<OrderEventName, MessageKind<PaceFacts>>>;
