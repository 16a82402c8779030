import { formatDateEn, formatDateJa } from '#yui/calendar';
import type { OrderEventName } from '#yui/orders';
import type { DeliveryFacts } from './facts.js';
import { message, type MessageKind } from './message.js';
import { count, countEn, fact, orderFact, orderNameEn, reason, toDesk, toFacility, toFacilityOf } from './phrases.js';

/** What people are told about one delivery. */
export const deliveryMessages = {
  'delivery.reported': {
    isStillTrue: ({ inspection }) => inspection === null,
    messages: (facts) => {
      const { delivery, facility, workType } = facts;
      const units = count(delivery.units, workType.unit);
      return [
        message(toDesk(facts), {
          subject: `納品：${facility.name} ${workType.nameJa} ${units}（検品をお願いします）`,
          paragraphs: [
            `${facility.name} から納品がありました。`,
            [
              orderFact(facts),
              fact('仕事', workType.nameJa),
              fact('納品した数', units),
              reason('メモ', delivery.note),
            ].filter((line) => line !== ''),
            '品物を検品して、結果を記録してください。',
          ],
          english: `Delivered for ${orderNameEn(facts)}: ${workType.nameEn}, ${countEn(delivery.units)}. Please inspect.`,
        }),
      ];
    },
  },
  'delivery.inspected': {
    isStillTrue: ({ inspection }) => inspection !== null,
    messages: (facts) => {
      const { inspection, workType, delivery } = facts;
      if (inspection === null) return [];
      const accepted = count(inspection.acceptedUnits, workType.unit);
      const defects = count(inspection.defectUnits, workType.unit);
      const isRework = inspection.defectHandling === 'REWORK';
      const dueOn = inspection.reworkDueOn;
      const outcome =
        inspection.defectUnits === 0
          ? 'すべて合格でした。ありがとうございました。'
          : isRework && dueOn !== null
            ? `不良の${defects}を直して、${formatDateJa(dueOn)}までに、もう一度納品してください。`
            : `不良の${defects}は、今回の数から引きます。直す必要はありません。`;
      return [
        message(toFacilityOf(facts), {
          subject:
            inspection.defectUnits === 0
              ? `検品の結果：${workType.nameJa} ${accepted} すべて合格`
              : `検品の結果：${workType.nameJa} 不良 ${defects}${isRework ? '（直しをお願いします）' : ''}`,
          paragraphs: [
            toFacility(facts),
            '納品していただいた品物の、検品が終わりました。',
            [
              orderFact(facts),
              fact('仕事', workType.nameJa),
              fact('納品した数', count(delivery.units, workType.unit)),
              fact('合格', accepted),
              ...(inspection.defectUnits > 0 ? [fact('不良', defects)] : []),
              reason('窓口のメモ', inspection.note),
            ].filter((line) => line !== ''),
            outcome,
          ],
          english:
            inspection.defectUnits === 0
              ? `Inspection: all ${countEn(inspection.acceptedUnits)} passed. Thank you.`
              : isRework && dueOn !== null
                ? `Inspection: ${countEn(inspection.defectUnits)} defective. Please rework them by ${formatDateEn(dueOn)}.`
                : `Inspection: ${countEn(inspection.defectUnits)} defective and taken off. No rework needed.`,
        }),
      ];
    },
  },
} satisfies Partial<Record<OrderEventName, MessageKind<DeliveryFacts>>>;
