import { feature } from '#yui/platform';
import { OrderTerms } from './order-terms.entity.js';
import { WorkOrderLine } from './work-order-line.entity.js';
import { WorkOrder } from './work-order.entity.js';
import { WorkOrderQueries } from './work-order.queries.js';

export const workOrders = feature({
  entities: [OrderTerms, WorkOrderLine, WorkOrder],
  queries: [WorkOrderQueries],
  auditSentences: {
    'workOrder.comeAgain': {
      ja: '年間契約・単価契約の1回分が案件になりました。',
      en: 'Work that comes again became an order.',
    },
    'workOrder.draft': { ja: '案件の下書きを作りました。', en: 'Drafted a work order.' },
    'workOrder.changeDraft': { ja: '案件の下書きを変更しました。', en: 'Changed a draft.' },
    'workOrder.submit': { ja: '案件を窓口に送りました。', en: 'Submitted a work order.' },
    'workOrder.withdraw': { ja: '案件を取り下げました。', en: 'Withdrew a work order.' },
    'workOrder.review': { ja: '案件の確認を始めました。', en: 'Began to review a work order.' },
    'workOrder.reject': { ja: '案件をお断りしました。', en: 'Rejected a work order.' },
    'workOrder.setSteps': { ja: '案件の工程を変更しました。', en: 'Changed the steps of a work order.' },
    'workOrder.quote': { ja: '案件の見積を出しました。', en: 'Quoted a work order.' },
    'workOrder.expireQuote': { ja: '見積の期限が切れました。', en: 'A quote expired.' },
    'workOrder.order': { ja: '発注しました。', en: 'Placed an order.' },
    'workOrder.sendAssignments': { ja: '割当を事業所に打診しました。', en: 'Offered the shares to facilities.' },
    'workOrder.startProduction': { ja: '生産に入りました。', en: 'Production began.' },
    'workOrder.reopenAllocation': { ja: '配分をやり直せるようにしました。', en: 'The allocation was opened again.' },
    'workOrder.finishProduction': { ja: '生産が終わりました。', en: 'Production ended.' },
    'workOrder.accept': { ja: '検収しました。', en: 'Accepted the work.' },
    'workOrder.close': { ja: '案件を完了にしました。', en: 'Closed a work order.' },
    'workOrder.cancel': { ja: '案件のキャンセルを始めました。', en: 'Began to cancel a work order.' },
    'workOrder.finishCancellation': { ja: '案件がキャンセルされました。', en: 'A work order was cancelled.' },
    'workOrder.settle': { ja: '案件の精算が済みました。', en: 'A work order was settled.' },
    'workOrder.nameLead': { ja: 'まとめ役の事業所を変更しました。', en: 'Changed the lead facility of an order.' },
    'workOrder.refuseQuote': { ja: '見積をお断りしました。', en: 'Refused a quote.' },
    'workOrder.reviseQuote': { ja: '見積を取り下げて見直しています。', en: 'Took the quote back to revise it.' },
    'workOrder.deemAccepted': {
      ja: '期限が過ぎたため、検収済みとなりました。',
      en: 'The work counted as accepted when time ran out.',
    },
    'workOrder.rejectWork': { ja: '納品されたものを不合格にしました。', en: 'Rejected delivered work.' },
  },
});
