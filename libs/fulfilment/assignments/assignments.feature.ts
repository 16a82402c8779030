import { feature } from '#yui/platform';
import { AssignmentReason } from './assignment-reason.entity.js';
import { Assignment } from './assignment.entity.js';
import { AssignmentQueries } from './assignment.queries.js';
import { ProgressReport } from './progress-report.entity.js';

export const assignments = feature({
  entities: [AssignmentReason, Assignment, ProgressReport],
  queries: [AssignmentQueries],
  auditSentences: {
    'assignment.plan': { ja: '割当を作りました。', en: 'Planned an assignment.' },
    'assignment.send': { ja: '割当を打診しました。', en: 'Offered an assignment.' },
    'assignment.accept': { ja: '割当を引き受けました。', en: 'Accepted an assignment.' },
    'assignment.acceptPart': { ja: '割当の一部を引き受けました。', en: 'Accepted a part of an assignment.' },
    'assignment.bind': { ja: '約束していた日程の割当を確定しました。', en: 'Bound a share that was agreed before.' },
    'assignment.confirmPart': { ja: '一部の引き受けを確定しました。', en: 'Confirmed a part.' },
    'assignment.decline': { ja: '割当を辞退しました。', en: 'Declined an assignment.' },
    'assignment.undoAnswer': { ja: '割当への回答を取り消しました。', en: 'Took back the answer to an offer.' },
    'assignment.requestExtension': {
      ja: '返事の期限をのばしてほしいと申し出ました。',
      en: 'Asked for more time to answer an offer.',
    },
    'assignment.extend': { ja: '返事の期限をのばしました。', en: 'Extended the time to answer an offer.' },
    'assignment.refuseExtension': {
      ja: '返事の期限はのばせないと伝えました。',
      en: 'Refused more time to answer an offer.',
    },
    'assignment.expire': { ja: '割当の回答期限が切れました。', en: 'An offer expired.' },
    'assignment.withdraw': { ja: '割当を取り下げました。', en: 'Withdrew an assignment.' },
    'assignment.reportProgress': { ja: '進み具合を報告しました。', en: 'Reported progress.' },
    'assignment.deliverPart': { ja: '一部を納品しました。', en: 'Delivered a part.' },
    'assignment.deliverRest': { ja: '残りをすべて納品しました。', en: 'Delivered the rest.' },
    'assignment.inspect': { ja: '検品しました。', en: 'Inspected a delivery.' },
    'assignment.askRework': { ja: '手直しを依頼しました。', en: 'Asked for rework.' },
    'assignment.finishInspection': { ja: '検品を終えました。', en: 'Finished the inspection.' },
    'assignment.cut': { ja: '割当の数量を減らしました。', en: 'Cut an assignment.' },
    'assignment.cancel': { ja: '割当をキャンセルしました。', en: 'Cancelled an assignment.' },
    'assignment.askStop': { ja: '作業の中止を依頼しました。', en: 'Asked to stop the work.' },
    'assignment.confirmStop': { ja: '作業の中止を確認しました。', en: 'Confirmed that the work stopped.' },
    'assignment.closeRest': { ja: '残りの数量を打ち切りました。', en: 'Closed the rest of an assignment.' },
    'assignment.answerByLink': { ja: 'メールのリンクから回答しました。', en: 'Answered with the link of a mail.' },
    'assignment.counter': { ja: '割当に別の条件を申し入れました。', en: 'Answered an offer with other terms.' },
    'assignment.offerAgain': { ja: '割当をあらためて打診しました。', en: 'Offered an assignment again.' },
    'assignment.handBack': { ja: '引き受けた数量の一部を返しました。', en: 'Handed a part back.' },
    'assignment.returnWork': {
      ja: '納品された作業を事業所に戻しました。',
      en: 'Returned delivered work to the facility.',
    },
    'assignment.complete': { ja: '割当を完了にしました。', en: 'Completed an assignment.' },
  },
});
