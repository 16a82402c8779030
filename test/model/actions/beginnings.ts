import { addDays } from '#yui/calendar';
import type { Dice } from '../dice.js';
import type { Actor } from '../stage.js';
import { approve } from './calls.js';
import { type Maker, REASON, type Request } from './request.js';
import { handedOver } from './shares.js';

const CALLING = ['REVIEWING', 'QUOTED', 'QUOTE_EXPIRED', 'ORDERED', 'ALLOCATING', 'IN_PRODUCTION'];
const SPLITTING = ['ORDERED', 'ALLOCATING', 'IN_PRODUCTION'];
export const ENDED = ['REJECTED', 'WITHDRAWN', 'CANCELLED', 'CLOSED'];

interface Beginning {
  readonly by: readonly Actor['kind'][];
  readonly make: Maker<null>;
}

/** What can be done besides the actions things name: it begins something new. */
export const BEGINNINGS: Readonly<Record<string, Beginning>> = {
  split: {
    by: ['DESK'],
    make: (_, situation) => {
      const { sight, dice } = situation;
      if (!sight.order || sight.order.contractType === 'REFERRAL' || !SPLITTING.includes(sight.order.status))
        return null;
      const open = sight.order.lines.flatMap(({ steps }) => steps.filter(({ unplaced }) => unplaced > 0));
      if (open.length === 0) return null;
      return approve(dice.one(['approveAllocation', 'repairAllocation']), dice.one(open).id, situation);
    },
  },
  openCall: {
    by: ['DESK'],
    make: async (_, { stage, sight: { order }, dice }) => {
      if (!order || !CALLING.includes(order.status)) return null;
      const closesAt = new Date((await stage.now()).getTime() + dice.between(1, 72) * 3_600_000).toISOString();
      return {
        mutation: 'openCall',
        input: {
          stepId: dice.one(dice.one(order.lines).steps).id,
          closesAt,
          isClosedWhenEnough: dice.happens(1, 2),
          facilityIds: dice.happens(1, 2) ? stage.facilities.slice(0, 2).map((row) => row.organisationId) : null,
        },
        mayFail: ['CALL.DEADLINE_UNUSABLE', 'CALL.DUE_DATE_UNUSABLE'],
      };
    },
  },
  askLess: {
    by: ['DESK'],
    make: (_, { sight, habits, dice }) => {
      const bound = sight.shares.filter(({ status }) => ['ACCEPTED', 'IN_PROGRESS', 'REWORK'].includes(status));
      if (bound.length === 0 || sight.order?.status === 'CANCELLING') return null;
      const share = dice.one(bound);
      const units = habits.do('asks for no more', dice)
        ? handedOver(share)
        : dice.between(0, (share.acceptedUnits ?? 1) - 1);
      const wish = dice.happens(3, 4) ? { units } : { dueOn: addDays(share.dueOn, -dice.between(1, 5)) };
      const input = { assignmentId: share.id, reason: REASON, ...wish };
      return {
        mutation: 'proposeShareChange',
        input,
        mayFail: ['SHARE_CHANGE.ASKED_BEFORE', 'SHARE_CHANGE.NOTHING_CHANGES', 'ASSIGNMENT.CUT_OUT_OF_RANGE'],
      };
    },
  },
  supplyMaterial: {
    by: ['DESK'],
    make: (_, { sight, dice }) => {
      const share = sight.shares.find(({ status }) => status === 'ACCEPTED' || status === 'IN_PROGRESS');
      if (!share) return null;
      const input = { assignmentId: share.id, name: '封筒', unit: '枚', quantity: dice.between(1, 500) };
      return { mutation: 'supplyMaterial', input };
    },
  },
  askBuyer: {
    by: ['DESK'],
    make: (_, { sight: { order } }) =>
      order && !ENDED.includes(order.status)
        ? { mutation: 'askQuestion', input: { workOrderId: order.id, body: '納品先はどちらですか。' } }
        : null,
  },
  askDesk: {
    by: ['FACILITY'],
    make: (_, { sight, dice }) => {
      if (sight.shares.length === 0) return null;
      const input = { assignmentId: dice.one(sight.shares).id, body: '箱はいくつ届きますか。' };
      return { mutation: 'askQuestion', input, mayFail: ['QUESTION.ORDER_ENDED'] };
    },
  },
  draftPublication: {
    by: ['BUYER', 'DESK'],
    make: (_, { sight: { order, publications }, dice }) => {
      const kinds = ['EXPECTED', 'BEFORE_CONTRACT', 'AFTER_CONTRACT'].filter(
        (kind) => !publications?.some((publication) => publication.kind === kind),
      );
      if (!order || !publications || kinds.length === 0) return null;
      const input = { workOrderId: order.id, kind: dice.one(kinds) };
      return { mutation: 'draftPublication', input, mayFail: ['GOVERNMENT.TOO_EARLY_FOR_RESULT'] };
    },
  },
  pay: {
    by: ['DESK'],
    make: async (_, { stage, sight: { order }, habits, dice }) => {
      const open = await stage.rows<{ contract_id: string; is_fee: boolean; open_yen: number }>(
        `SELECT contract_id, is_fee, sum(yen)::bigint AS open_yen FROM (
           SELECT contract_id, kind = 'FEE' AS is_fee, gross_yen AS yen FROM settlement_line WHERE work_order_id = $1
           UNION ALL SELECT contract_id, is_fee, -amount_yen FROM payment_part WHERE work_order_id = $1) money
         GROUP BY 1, 2 HAVING sum(yen) > 0 ORDER BY 1, 2`,
        [order?.id ?? null],
      );
      if (open.length === 0) return null;
      const { contract_id: contractId, is_fee: isFee, open_yen: most } = dice.one(open);
      const amountYen = habits.do('pays in parts', dice) ? dice.between(1, most) : most;
      const paidOn = await stage.daysFromNow(0);
      return { mutation: 'recordPayment', input: { contractId, isFee, amountYen, paidOn } };
    },
  },
  takeBackPayment: {
    by: ['DESK'],
    make: async (_, { stage, sight: { order } }) => {
      const [payment] = await stage.rows<{ id: string }>(
        `SELECT payment.id FROM payment JOIN payment_part ON payment_id = payment.id
         WHERE work_order_id = $1 AND reverses_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM payment later WHERE later.reverses_id = payment.id) LIMIT 1`,
        [order?.id ?? null],
      );
      if (!payment || order?.status === 'CLOSED') return null;
      return { mutation: 'reversePayment', input: { paymentId: payment.id, reason: REASON } };
    },
  },
  bill: {
    by: ['DESK'],
    make: async (_, { stage, actor, sight: { order }, dice }) => {
      const { billables } = await stage.ask<{ billables: { payer: string; payerId: string; payeeId: string }[] }>(
        actor,
        '{ billables { payer payerId payeeId } }',
      );
      if (billables.length === 0) return null;
      const { payer, payerId, payeeId } = dice.one(billables);
      const kind = payer === 'DESK' ? dice.one(['INVOICE', 'PAYMENT_NOTICE']) : 'INVOICE';
      const workOrderId = dice.happens(1, 2) ? (order?.id ?? null) : null;
      const input = { kind, deskId: actor.organisationId, payerId, payeeId, workOrderId };
      return { mutation: 'issueInvoice', input, mayFail: ['INVOICE.NOTHING_TO_BILL'] };
    },
  },
  correctBill: {
    by: ['DESK'],
    make: async (_, { stage, dice }) => {
      const bills = await stage.rows<{ id: string }>('SELECT id FROM invoice ORDER BY id');
      if (bills.length === 0) return null;
      const input = { invoiceId: dice.one(bills).id, reason: REASON };
      return { mutation: 'correctInvoice', input, mayFail: ['INVOICE.UNCHANGED', 'INVOICE.CORRECTED_BEFORE'] };
    },
  },
};

export async function recordMaterial(id: string, kind: string, dice: Dice): Promise<Request> {
  const input = { materialId: id, kind, quantity: dice.between(1, 60) };
  return { mutation: 'recordMaterial', input, mayFail: ['MATERIAL.QUANTITY_OUT_OF_RANGE'] };
}
