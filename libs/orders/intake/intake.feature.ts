import { feature } from '#yui/platform';
import { ChangeDraft } from './change-draft.js';
import { DraftWorkOrder } from './draft-work-order.js';
import { RejectWorkOrder } from './reject-work-order.js';
import { ReviewWorkOrder } from './review-work-order.js';
import { SetSteps } from './set-steps.js';
import { SubmitWorkOrder } from './submit-work-order.js';
import { WithdrawWorkOrder } from './withdraw-work-order.js';

export const intake = feature({
  commands: [
    ChangeDraft,
    DraftWorkOrder,
    RejectWorkOrder,
    ReviewWorkOrder,
    SetSteps,
    SubmitWorkOrder,
    WithdrawWorkOrder,
  ],
  auditSentences: {
    'workOrderLine.setSteps': { ja: '明細の工程を変更しました。', en: 'Changed the steps of a line.' },
  },
});
