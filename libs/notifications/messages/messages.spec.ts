import type { LocalDate } from '#yui/calendar';
import type { MilestoneKind } from '#yui/contracts';
import { writeMail } from '../mail-text.js';
import { amendmentMessages } from './amendment-messages.js';
import { assignmentMessages } from './assignment-messages.js';
import { callMessages } from './call-messages.js';
import { cancellationMessages } from './cancellation-messages.js';
import { paceMessages } from './pace-messages.js';
import { rejectionMessages, returnedWorkMessages } from './rejection-messages.js';
import { handBackMessages } from './hand-back-messages.js';
import { deliveryMessages } from './delivery-messages.js';
import type {
  AmendmentFacts,
  AssignmentFacts,
  CallFacts,
  CancellationFacts,
  DeliveryFacts,
  DueMilestone,
  OrderFacts,
  QuestionFacts,
  QuoteFacts,
  ReferralFacts,
  RejectionFacts,
  ShareChangeFacts,
} from './facts.js';
import { accountMailWords } from '../account-mail-words.js';
import type { Message, MessageKind } from './message.js';
import { inPeoplesWords } from './peoples-words.js';
import { milestoneMessages } from './milestone-messages.js';
import { orderMessages } from './order-messages.js';
import { leadMessages } from './lead-messages.js';
import { materialMessages } from './material-messages.js';
import { questionMessages } from './question-messages.js';
import { quoteMessages } from './quote-messages.js';
import { stopMessages } from './stop-messages.js';
import { shareChangeMessages } from './share-change-messages.js';
import { referralMessages } from './referral-messages.js';

/** Rows are made by hand here; only what messages look at is filled in. */
const row = <T>(values: NoInfer<Partial<T>>): T => values as T;

const tokyo = (text: string) => new Date(`${text}+09:00`);

/** Every break, control, format and bidi character in turn, with a paragraph and links of somebody else's. */
const POISON = [
  '\r\n\r\n',
  '\n\n',
  '\u2028',
  '\u2029',
  '\u0085',
  '\v',
  '\f',
  '\u0000',
  '\u001b',
  '\u009f',
  ...[
    '\u00ad',
    '\u061c',
    '\u200b',
    '\u200e',
    '\u200f',
    '\u202a',
    '\u202e',
    '\u2060',
    '\u2066',
    '\u2069',
    '\ufeff',
    '\ufff9',
  ],
]
  .map((character) => `${character}https://evil.example/ www.evil.example`)
  .join('');

const PRICE_FOR_BUYER = '1,234,567円';

const order: OrderFacts = {
  now: tokyo('2026-11-24T10:00'),
  order: row({
    id: 'order-id',
    number: 'KOCHI-R8-0012',
    title: '年末の案内状の\n封入',
    status: 'SUBMITTED',
    contractType: 'DESK_CONTRACT',
    rejectionReason: '12月18日までに\nできる事業所が見つかりませんでした。',
  }),
  desk: row({ id: 'desk-id', name: '高知県共同受注窓口' }),
  buyer: row({ id: 'buyer-id', name: '株式会社とさ商事' }),
  lines: [
    {
      line: row({ id: 'line-1-id', quantity: 50_000, dueOn: '2026-12-18' }),
      workType: row({ nameJa: '封入・封かん', nameEn: 'Envelope stuffing', unit: '通' }),
    },
    {
      line: row({ quantity: 1, dueOn: '2026-12-21' }),
      workType: row({ nameJa: '箱詰め・梱包', nameEn: 'Packing', unit: '箱' }),
    },
  ],
  facilityIds: ['facility-1-id', 'facility-2-id'],
};

const quote: QuoteFacts = {
  ...order,
  order: { ...order.order, status: 'QUOTED' },
  quote: row({
    version: 2,
    status: 'ISSUED',
    contractType: 'DESK_CONTRACT',
    amountYen: 1_234_567,
    taxYen: 123_456,
    validUntil: tokyo('2026-11-30T23:59:59.999'),
  }),
};

const assignment: AssignmentFacts = {
  ...order,
  ownReason: {
    ja: '仕事を公平に分けた数です。この仕事で、今年度の実績は1人あたり1,200円から1,614円になります。',
    en: 'This is the fair share. With it, what each person has had this year goes from ¥1,200 to ¥1,614.',
  },
  order: { ...order.order, status: 'ALLOCATING' },
  facility: row({ id: 'facility-1-id', name: 'ひまわり作業所' }),
  workType: row({ nameJa: '封入・封かん', nameEn: 'Envelope stuffing', unit: '通' }),
  assignment: row({
    id: 'assignment-id',
    status: 'OFFERED',
    offeredUnits: 2_300,
    acceptedUnits: null,
    reducedUnits: 0,
    unitPriceSen: 360,
    dueOn: '2026-12-16',
    answerBy: tokyo('2026-12-01T17:00'),
    answerReason: null,
    proposedDueOn: null,
    proposedUnitPriceSen: null,
    extensionUntil: null,
    extensionReason: null,
    extensionRefusal: null,
  }),
};

const answered = (change: Partial<AssignmentFacts['assignment']>): AssignmentFacts => ({
  ...assignment,
  assignment: { ...assignment.assignment, ...change },
});

const delivery: DeliveryFacts = {
  ...answered({ status: 'DELIVERED', acceptedUnits: 2_300 }),
  delivery: row({ units: 2_300, note: '箱3つで送りました' }),
  inspection: null,
};

const inspected = (inspection: Partial<NonNullable<DeliveryFacts['inspection']>>): DeliveryFacts => ({
  ...delivery,
  inspection: row({ defectHandling: null, reworkDueOn: null, note: '', ...inspection }),
});

const rejection: RejectionFacts = {
  ...order,
  order: { ...order.order, status: 'IN_PRODUCTION' },
  rejection: row({ status: 'OPEN', reason: '封がはがれているものがあります', answer: null }),
  rejected: [
    {
      units: 120,
      toRedo: '封を\n貼り直す',
      workType: row({ nameJa: '封入・封かん', nameEn: 'Envelope stuffing', unit: '通' }),
    },
  ],
};

const call: CallFacts = {
  ...order,
  call: row({
    id: 'call-id',
    status: 'OPEN',
    title: '案内状の封入',
    quantity: 50_000,
    dueOn: '2026-12-16',
    closesAt: tokyo('2026-11-27T17:00'),
    note: '封筒は窓口が届けます。',
    closing: null,
    cancelReason: null,
  }),
  workType: row({ nameJa: '封入・封かん', nameEn: 'Envelope stuffing', unit: '通' }),
  called: ['1', '2', '3'].map((n) => row({ id: `facility-${n}-id`, name: `第${n}作業所` })),
  responses: [
    row({ facilityId: 'facility-1-id', status: 'CAN', units: 2_000 }),
    row({ facilityId: 'facility-2-id', status: 'CANNOT', units: null }),
  ],
  question: null,
};

const calledAs = (change: Partial<CallFacts['call']>): CallFacts => ({ ...call, call: { ...call.call, ...change } });

const question: NonNullable<CallFacts['question']> = row({
  facilityId: 'facility-2-id',
  question: '封筒の大きさは？',
  answer: null,
});

const referral: ReferralFacts = {
  ...order,
  order: { ...order.order, status: 'ORDERED', contractType: 'REFERRAL' },
  facility: row({ id: 'facility-1-id', name: 'ひまわり作業所' }),
  contract: row({ status: 'INTRODUCED', amountYen: null, outcomeReason: null, remindedAt: tokyo('2026-12-15T09:00') }),
  reportedBy: null,
};

const amendment: AmendmentFacts = {
  ...order,
  order: { ...order.order, status: 'ALLOCATING' },
  amendment: row({ status: 'PROPOSED', isProposedByBuyer: true, reason: '参加者が増えました', refusalReason: null }),
  amended: [
    row({
      workOrderLineId: 'line-1-id',
      quantity: 60_000,
      dueOn: '2026-12-25',
      specification: 'A5\n二つ折り',
      previousQuantity: 50_000,
      previousDueOn: '2026-12-18',
      unitPriceSen: null,
    }),
  ],
};

const offered: AmendmentFacts = {
  ...amendment,
  amendment: { ...amendment.amendment, isProposedByBuyer: false, reason: '紙の値段が上がりました' },
  amended: amendment.amended.map((change) => ({ ...change, unitPriceSen: 450, previousUnitPriceSen: 400 })),
};

const shareChange: ShareChangeFacts = {
  ...answered({ status: 'ACCEPTED', acceptedUnits: 2_300 }),
  shareChange: row({
    status: 'PROPOSED',
    units: 2_000,
    dueOn: '2026-12-10',
    reason: '発注の数が減り、早くなりました',
    answerReason: null,
  }),
};

const orderQuestion: QuestionFacts = {
  ...order,
  order: { ...order.order, status: 'ALLOCATING' },
  question: row({
    status: 'OPEN',
    askedBy: 'FACILITY',
    askedOf: 'DESK',
    facilityId: 'facility-1-id',
    assignmentId: 'assignment-id',
    body: '封筒は\n角2ですか。',
    answer: null,
  }),
  facility: row({ id: 'facility-1-id', name: 'ひまわり作業所' }),
  readers: [],
};

const cancellation: CancellationFacts = {
  ...order,
  order: { ...order.order, status: 'ALLOCATING' },
  cancellation: row({
    status: 'REQUESTED',
    isRequestedByBuyer: true,
    reason: '催しが中止になりました',
    refusalReason: null,
  }),
};

const inState = (status: OrderFacts['order']['status'], change: Partial<OrderFacts['order']> = {}): OrderFacts => ({
  ...order,
  order: { ...order.order, status, ...change },
});

/** Every kind in every form it takes, as things stand when it is to be told. */
const TOLD: [name: string, messages: Message[], hostile: Message[]][] = [
  told('work-order.submitted', orderMessages['work-order.submitted'], inState('SUBMITTED')),
  told('work-order.places-changed', orderMessages['work-order.places-changed'], inState('ORDERED')),
  told('work-order.rejected', orderMessages['work-order.rejected'], inState('REJECTED')),
  told('work-order.withdrawn', orderMessages['work-order.withdrawn'], inState('WITHDRAWN')),
  told('work-order.ordered', orderMessages['work-order.ordered'], inState('ORDERED')),
  told(
    'work-order.ordered, a referral',
    orderMessages['work-order.ordered'],
    inState('ORDERED', { contractType: 'REFERRAL' }),
  ),
  told('work-order.delivered', orderMessages['work-order.delivered'], inState('DELIVERED')),
  told('work-order.accepted', orderMessages['work-order.accepted'], inState('ACCEPTED')),
  told('quote.issued', quoteMessages['quote.issued'], quote),
  told('quote.issued, a referral', quoteMessages['quote.issued'], {
    ...quote,
    quote: { ...quote.quote, version: 1, contractType: 'REFERRAL', amountYen: 0, taxYen: 0 },
  }),
  told('quote.taken-back', quoteMessages['quote.taken-back'], {
    ...quote,
    order: { ...quote.order, status: 'REVIEWING' },
    quote: { ...quote.quote, status: 'TAKEN_BACK' },
  }),
  told('quote.refused', quoteMessages['quote.refused'], {
    ...quote,
    order: { ...quote.order, status: 'REVIEWING' },
    quote: { ...quote.quote, status: 'REFUSED', refusalReason: '予算を超えています' },
  }),
  told('quote.expired', quoteMessages['quote.expired'], {
    ...quote,
    order: { ...quote.order, status: 'QUOTE_EXPIRED' },
    quote: { ...quote.quote, status: 'EXPIRED' },
  }),
  told('work-order.deemed-accepted', orderMessages['work-order.deemed-accepted'], inState('ACCEPTED')),
  told('assignment.running-late', paceMessages['assignment.running-late'], {
    ...answered({ status: 'IN_PROGRESS', acceptedUnits: 2_300, doneUnits: 700 }),
    check: row({ forecastOn: '2026-12-22' }),
  }),
  told('assignment.running-late, nothing heard', paceMessages['assignment.running-late'], {
    ...answered({ status: 'ACCEPTED', acceptedUnits: 2_300, doneUnits: 0 }),
    check: row({ forecastOn: null }),
  }),
  told('work-order.work-rejected', rejectionMessages['work-order.work-rejected'], rejection),
  told('work-order.rejection-answered', rejectionMessages['work-order.rejection-answered'], {
    ...rejection,
    rejection: { ...rejection.rejection, status: 'ANSWERED', answer: '12月22日までに貼り直します。' },
  }),
  told('assignment.work-returned', returnedWorkMessages['assignment.work-returned'], {
    ...answered({ status: 'REWORK', acceptedUnits: 2_300 }),
    returned: row({ units: 120, toRedo: '封を貼り直す', reworkDueOn: '2026-12-21' }),
  }),
  told('call.opened', callMessages['call.opened'], call),
  told('call.reminded', callMessages['call.reminded'], call),
  told('call.closed', callMessages['call.closed'], calledAs({ status: 'CLOSED', closing: 'ENOUGH' })),
  told('call.closed, by time', callMessages['call.closed'], calledAs({ status: 'CLOSED', closing: 'DEADLINE' })),
  told('call.used', callMessages['call.used'], calledAs({ status: 'USED' })),
  told(
    'call.cancelled',
    callMessages['call.cancelled'],
    calledAs({ status: 'CANCELLED', cancelReason: '数が変わりました' }),
  ),
  told('call.asked', callMessages['call.asked'], { ...call, question }),
  told('call.question-answered', callMessages['call.question-answered'], {
    ...call,
    question: { ...question, answer: '角形2号です。' },
  }),
  told('assignment.offered', assignmentMessages['assignment.offered'], assignment),
  told(
    'assignment.reminded',
    assignmentMessages['assignment.reminded'],
    answered({ answerBy: tokyo('2026-12-01T17:30') }),
  ),
  told(
    'assignment.extension-requested',
    assignmentMessages['assignment.extension-requested'],
    answered({ extensionUntil: '2026-12-04', extensionReason: '職員会議で\n決めるため' }),
  ),
  told(
    'assignment.extended',
    assignmentMessages['assignment.extended'],
    answered({ answerBy: tokyo('2026-12-04T17:00') }),
  ),
  told(
    'assignment.extension-refused',
    assignmentMessages['assignment.extension-refused'],
    answered({ extensionRefusal: '発注者に5日までに返事をするため' }),
  ),
  told(
    'assignment.withdrawn',
    assignmentMessages['assignment.withdrawn'],
    answered({ status: 'WITHDRAWN', answerReason: '発注者の都合で数が減りました' }),
  ),
  told('cancellation.requested', cancellationMessages['cancellation.requested'], cancellation),
  told('amendment.proposed', amendmentMessages['amendment.proposed'], amendment),
  told('amendment.offered', amendmentMessages['amendment.offered'], offered),
  ...(['withdrawn', 'refused', 'accepted'] as const).map((name) =>
    told(`amendment.${name}, of the desk`, amendmentMessages[`amendment.${name}`], {
      ...offered,
      amendment: {
        ...offered.amendment,
        status: name.toUpperCase() as 'WITHDRAWN',
        refusalReason: name === 'refused' ? '予算が決まっているためです' : null,
      },
    }),
  ),
  ...(['withdrawn', 'refused', 'accepted'] as const).map((name) =>
    told(`amendment.${name}`, amendmentMessages[`amendment.${name}`], {
      ...amendment,
      amendment: {
        ...amendment.amendment,
        status: name.toUpperCase() as 'WITHDRAWN',
        refusalReason: name === 'refused' ? '材料を切ったあとです' : null,
      },
    }),
  ),
  told('share-change.proposed', shareChangeMessages['share-change.proposed'], shareChange),
  told('share-change.reminded', shareChangeMessages['share-change.reminded'], shareChange),
  told('share-change.unanswered', shareChangeMessages['share-change.unanswered'], shareChange),
  told('share-change.withdrawn', shareChangeMessages['share-change.withdrawn'], {
    ...shareChange,
    shareChange: { ...shareChange.shareChange, status: 'WITHDRAWN' },
  }),
  told('share-change.answered, yes', shareChangeMessages['share-change.answered'], {
    ...shareChange,
    shareChange: { ...shareChange.shareChange, status: 'AGREED', dueOn: null },
  }),
  told('share-change.answered, no', shareChangeMessages['share-change.answered'], {
    ...shareChange,
    shareChange: { ...shareChange.shareChange, status: 'REFUSED', units: null, answerReason: '人手が足りません' },
  }),
  told('assignment.cut', assignmentMessages['assignment.cut'], answered({ status: 'ACCEPTED', acceptedUnits: 2_000 })),
  told('assignment.postponed', assignmentMessages['assignment.postponed'], answered({ dueOn: '2026-12-24' })),
  told(
    'assignment.postponed, accepted',
    assignmentMessages['assignment.postponed'],
    answered({ status: 'IN_PROGRESS', acceptedUnits: 2_000, dueOn: '2026-12-24' }),
  ),
  told(
    'assignment.respecified',
    assignmentMessages['assignment.respecified'],
    answered({ status: 'IN_PROGRESS', acceptedUnits: 2_000 }),
  ),
  told('question.asked', questionMessages['question.asked'], orderQuestion),
  told('question.asked, of the buyer', questionMessages['question.asked'], {
    ...orderQuestion,
    question: { ...orderQuestion.question, askedBy: 'DESK', askedOf: 'BUYER', facilityId: null, assignmentId: null },
    facility: null,
  }),
  told('question.answered', questionMessages['question.answered'], {
    ...orderQuestion,
    question: { ...orderQuestion.question, status: 'ANSWERED', answer: '長形3号です。' },
    readers: [{ facilityId: 'facility-2-id', assignmentId: 'another-assignment-id' }],
  }),
  told('work-order.lead-named', leadMessages['work-order.lead-named'], {
    ...answered({ status: 'ACCEPTED', acceptedUnits: 2_300 }),
    order: { ...order.order, leadFacilityId: 'facility-1-id' },
  }),
  ...(['material.sent', 'material.returned'] as const).map((name) =>
    told(name, materialMessages[name], {
      ...answered({ status: 'ACCEPTED', acceptedUnits: 2_300 }),
      material: row({ name: '封筒（長形3号）', unit: '枚', unitPriceSen: null, payOn: null, payBy: null }),
      quantity: 2_400,
    }),
  ),
  told('material.sent, against payment', materialMessages['material.sent'], {
    ...answered({ status: 'ACCEPTED', acceptedUnits: 2_300 }),
    material: row({ name: '生地', unit: 'm', unitPriceSen: 45_050, payOn: '2027-01-29', payBy: '代金と相殺' }),
    quantity: 12,
  }),
  told('cancellation.withdrawn', cancellationMessages['cancellation.withdrawn'], {
    ...cancellation,
    cancellation: { ...cancellation.cancellation, status: 'WITHDRAWN' },
  }),
  told('cancellation.refused', cancellationMessages['cancellation.refused'], {
    ...cancellation,
    cancellation: { ...cancellation.cancellation, status: 'REFUSED', refusalReason: 'すべて発送した後です' },
  }),
  told('cancellation.granted', cancellationMessages['cancellation.granted'], {
    ...cancellation,
    cancellation: { ...cancellation.cancellation, status: 'GRANTED' },
  }),
  told('work-order.cancelled', cancellationMessages['work-order.cancelled'], {
    ...cancellation,
    order: { ...cancellation.order, status: 'CANCELLED' },
    cancellation: { ...cancellation.cancellation, status: 'FINISHED' },
  }),
  told(
    'assignment.cancelled',
    assignmentMessages['assignment.cancelled'],
    answered({ status: 'CANCELLED', acceptedUnits: 2_300, answerReason: '催しが中止になりました' }),
  ),
  told(
    'assignment.stop-asked',
    assignmentMessages['assignment.stop-asked'],
    answered({ status: 'STOPPING', acceptedUnits: 2_300, answerReason: '催しが中止になりました' }),
  ),
  ...(['assignment.stop-reminded', 'assignment.stop-unanswered'] as const).map((name) =>
    told(
      name,
      stopMessages[name],
      answered({ status: 'STOPPING', acceptedUnits: 2_300, answerReason: '催しが中止になりました' }),
    ),
  ),
  told(
    'assignment.stopped',
    assignmentMessages['assignment.stopped'],
    answered({ status: 'IN_PROGRESS', acceptedUnits: 800, doneUnits: 800 }),
  ),
  told('assignment.expired', assignmentMessages['assignment.expired'], answered({ status: 'EXPIRED' })),
  told(
    'assignment.accepted',
    assignmentMessages['assignment.accepted'],
    answered({ status: 'ACCEPTED', acceptedUnits: 2_300 }),
  ),
  told(
    'assignment.partly-accepted',
    assignmentMessages['assignment.partly-accepted'],
    answered({ status: 'PARTLY_ACCEPTED', acceptedUnits: 1_000, answerReason: '人手が足りないため' }),
  ),
  told(
    'assignment.partly-accepted, other terms',
    assignmentMessages['assignment.partly-accepted'],
    answered({
      status: 'PARTLY_ACCEPTED',
      acceptedUnits: 2_300,
      proposedDueOn: '2026-12-18',
      proposedUnitPriceSen: 410,
      answerReason: '年末で混み合うため',
    }),
  ),
  told('assignment.handed-back', handBackMessages['assignment.handed-back'], {
    ...answered({ status: 'ACCEPTED', acceptedUnits: 1_800 }),
    handBack: row({ units: 500, reason: '職員が2人休んでいます' }),
  }),
  told(
    'assignment.part-confirmed',
    assignmentMessages['assignment.part-confirmed'],
    answered({ status: 'ACCEPTED', acceptedUnits: 1_000 }),
  ),
  told(
    'assignment.bound',
    assignmentMessages['assignment.bound'],
    answered({ status: 'ACCEPTED', acceptedUnits: 2_300 }),
  ),
  told('assignment.answer-undone', assignmentMessages['assignment.answer-undone'], assignment),
  told(
    'assignment.declined',
    assignmentMessages['assignment.declined'],
    answered({ status: 'DECLINED', answerReason: '別の仕事と重なるため' }),
  ),
  told('delivery.reported', deliveryMessages['delivery.reported'], delivery),
  told(
    'delivery.inspected, all good',
    deliveryMessages['delivery.inspected'],
    inspected({ acceptedUnits: 2_300, defectUnits: 0 }),
  ),
  told(
    'delivery.inspected, to be reworked',
    deliveryMessages['delivery.inspected'],
    inspected({
      acceptedUnits: 2_290,
      defectUnits: 10,
      defectHandling: 'REWORK',
      reworkDueOn: '2026-12-18',
      note: '封がはがれています',
    }),
  ),
  told(
    'delivery.inspected, taken off',
    deliveryMessages['delivery.inspected'],
    inspected({ acceptedUnits: 2_299, defectUnits: 1, defectHandling: 'REDUCE' }),
  ),
  told('referral.reminded', referralMessages['referral.reminded'], referral),
  told('referral.reported, concluded', referralMessages['referral.reported'], {
    ...referral,
    contract: { ...referral.contract, status: 'CONCLUDED', amountYen: 80_000 },
    reportedBy: 'buyer-id',
  }),
  told('referral.reported, not concluded', referralMessages['referral.reported'], {
    ...referral,
    contract: { ...referral.contract, status: 'NOT_CONCLUDED', outcomeReason: '日程が合わなかった' },
    reportedBy: 'desk-id',
  }),
  told('referral.lapsed', referralMessages['referral.lapsed'], {
    ...referral,
    contract: { ...referral.contract, status: 'LAPSED' },
  }),
];

const dueMilestone = (
  kind: MilestoneKind,
  stage: DueMilestone['stage'],
  side: DueMilestone['contract']['side'],
  { facility = 1, dueOn = '2026-12-18' }: { facility?: number; dueOn?: LocalDate } = {},
): DueMilestone => ({
  contract: row({
    deskId: 'desk-id',
    side,
    facilityId: side === 'BUYER_DESK' ? null : `facility-${facility}-id`,
    assignmentId: side === 'BUYER_DESK' ? null : 'assignment-id',
  }),
  milestone: row({ kind, status: 'OPEN', dueOn }),
  stage,
  facility:
    side === 'BUYER_DESK'
      ? null
      : row({ id: `facility-${facility}-id`, name: facility === 1 ? 'ひまわり作業所' : 'そよかぜ作業所' }),
});
const milestone = (
  kind: MilestoneKind,
  stage: DueMilestone['stage'],
  side: DueMilestone['contract']['side'],
): [string, Message[], Message[]] =>
  told(`milestones.due, ${kind} ${stage} ${side}`, milestoneMessages['milestones.due'], {
    ...inState('IN_PRODUCTION'),
    due: [dueMilestone(kind, stage, side)],
  });
TOLD.push(
  milestone('PAPER_RETURN', 'NEAR', 'BUYER_DESK'),
  milestone('DELIVERY', 'NEAR', 'DESK_FACILITY'),
  milestone('DELIVERY', 'OVERDUE', 'DESK_FACILITY'),
  milestone('ACCEPTANCE', 'TODAY', 'BUYER_DESK'),
  milestone('ACCEPTANCE', 'TODAY', 'DESK_FACILITY'),
  milestone('INVOICE', 'TODAY', 'BUYER_FACILITY'),
  milestone('PAYMENT', 'OVERDUE', 'BUYER_DESK'),
  milestone('PAYMENT', 'NEAR', 'DESK_FACILITY'),
  told('milestones.due, several of 契約型: one mail for each', milestoneMessages['milestones.due'], {
    ...inState('IN_PRODUCTION'),
    due: [
      dueMilestone('ACCEPTANCE', 'NEAR', 'DESK_FACILITY', { facility: 2, dueOn: '2026-12-24' }),
      dueMilestone('DELIVERY', 'OVERDUE', 'DESK_FACILITY', { facility: 2 }),
      dueMilestone('DELIVERY', 'OVERDUE', 'DESK_FACILITY'),
      {
        ...dueMilestone('PAYMENT', 'TODAY', 'DESK_FACILITY'),
        milestone: row<DueMilestone['milestone']>({ kind: 'PAYMENT', status: 'REACHED' }),
      },
    ],
  }),
  told('milestones.due, several of BUYER_FACILITY: the buyer knows them', milestoneMessages['milestones.due'], {
    ...inState('DELIVERED'),
    due: [1, 2].map((facility) => dueMilestone('PAYMENT', 'TODAY', 'BUYER_FACILITY', { facility })),
  }),
);

function told<Facts>(name: string, kind: MessageKind<Facts>, facts: Facts): [string, Message[], Message[]] {
  expect(kind.isStillTrue(facts)).toBe(true);
  return [name, kind.messages(facts), kind.messages(inPeoplesWords(poisoned(facts)))];
}

/** The facts with that behind all that people wrote. What is ASCII alone are ids, states and dates. */
function poisoned<Facts>(facts: Facts): Facts {
  const poison = (value: unknown): unknown => {
    if (typeof value === 'string') return /[^\x00-\x7f]/.test(value) ? value + POISON : value;
    if (Array.isArray(value)) return value.map(poison);
    if (value === null || typeof value !== 'object' || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, poison(each)]));
  };
  return poison(facts) as Facts;
}

const partOf = (message: Message, id = '0199', more: object = {}) => ({
  notification: { id, subject: message.subject, body: message.body, link: message.path, ...more },
  answerPath: null,
});
const hanako = { accountId: 'account-id', name: '山田 花子', email: 'hanako@example.jp' };
const frame = { PUBLIC_URL: 'https://yui.example.jp', MAIL_FROM: '結 <yui@mail.example.jp>' };
const mailOf = (message: Message) => writeMail([partOf(message)], hanako, frame);

describe('the catalogue of messages', () => {
  it.each(TOLD)('%s', (_, messages) => {
    expect(
      messages.map((each) => [each.organisationId, each.subject, each.body, each.path].join('\n')).join('\n====\n'),
    ).toMatchSnapshot();
  });

  it('covers every kind', () => {
    const kinds = [
      orderMessages,
      quoteMessages,
      callMessages,
      handBackMessages,
      paceMessages,
      rejectionMessages,
      returnedWorkMessages,
      assignmentMessages,
      deliveryMessages,
      referralMessages,
      cancellationMessages,
      amendmentMessages,
      shareChangeMessages,
      stopMessages,
      milestoneMessages,
      questionMessages,
      materialMessages,
      leadMessages,
    ];
    const names = kinds.flatMap((group) => Object.keys(group)).sort();
    expect([...new Set(TOLD.map(([name]) => name.split(',')[0]))].sort()).toEqual(names);
  });

  it('tells facilities neither the price for the buyer nor another facility, and buyers no facility under 契約型', () => {
    for (const [name, messages] of TOLD) {
      for (const { organisationId, subject, body } of messages) {
        const words = `${subject}\n${body}`;
        if (organisationId.startsWith('facility')) expect(words).not.toContain(PRICE_FOR_BUYER);
        const isParty = name.startsWith('referral') || name.includes('BUYER_FACILITY');
        if (organisationId === 'buyer-id' && !isParty) expect(words).not.toContain('ひまわり');
      }
    }
  });

  it('says dates as people do, in both languages', () => {
    for (const [, messages] of TOLD) for (const { body } of messages) expect(body).not.toMatch(/\d{4}-\d\d-\d\d/);
  });

  it('keeps subjects on one line', () => {
    for (const [, messages] of TOLD) for (const { subject } of messages) expect(subject).not.toMatch(/[\r\n]/);
  });
});

describe('what people typed', () => {
  const lines = (messages: readonly Message[]) =>
    messages.map(({ subject, body }) => [subject, ...body.split('\n')].length);

  it.each(TOLD)('writes no paragraph and no link into %s', (_, messages, hostile) => {
    expect(lines(hostile)).toEqual(lines(messages));
    for (const { subject, body } of hostile) {
      for (const line of [subject, ...body.split('\n')]) expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      expect(`${subject}\n${body}`).not.toMatch(/:\/\/|[\p{L}\p{N}]\.[\p{L}]{2}/u);
    }
  });

  it('nor into mails about accounts, nor into the greeting', () => {
    const soon = tokyo('2026-12-01T10:00');
    const to = { name: `山田${POISON}`, address: 'hanako@example.jp' };
    const organisationName = `とさ商事${POISON}`;
    const inviter = { name: `窓口${POISON}`, organisationName: `高知${POISON}` };
    const base = { token: 'T0ken_-', expiresAt: soon, to };
    const mails = [
      { ...base, kind: 'INVITATION', role: 'BUYER_ADMIN', organisationName, inviter, hasAccount: false },
      { ...base, kind: 'PASSWORD_RESET' },
      { kind: 'SECURED', change: 'PASSKEY_ADDED', at: soon, to },
    ] as const;
    for (const mail of mails) {
      const { link, ...words } = accountMailWords(mail);
      const recipient = { accountId: 'account-id', name: to.name, email: to.address };
      const notification = { id: '0199', link, ...words };
      const { subject, text } = writeMail([{ notification, answerPath: null }], recipient, frame);
      expect(text.match(/:\/\//g)).toHaveLength(1);
      expect(text).not.toContain('evil.example');
      for (const line of [subject, ...text.split('\n')]) expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      expect(text.split('\n')[0]).toMatch(/^山田.* 様$/);
    }
  });
});

describe('a mail', () => {
  const [offer] = assignmentMessages['assignment.offered'].messages(assignment);

  it('greets, says it all, and has one link', () => {
    const mail = mailOf(offer as Message);
    expect(mail.text).toMatchSnapshot();
    expect(mail.text.match(/https?:\/\//g)).toHaveLength(1);
    expect(mail.messageId).toBe('<0199@mail.example.jp>');
  });

  it('of several things says each under its own heading, and is one thread where it is about one order', () => {
    const [confirmed] = assignmentMessages['assignment.part-confirmed'].messages(
      answered({ status: 'ACCEPTED', acceptedUnits: 1_000 }),
    );
    const about = { workOrderId: 'order-id' };
    const paper = {
      organisationId: 'x',
      path: '/papers/1',
      subject: '【結】書類：発注書 1',
      body: '発注書をお届けします。\n\nA paper.',
    };
    const mail = writeMail(
      [partOf(confirmed as Message, '1', about), partOf(paper, '2', { ...about, paperId: 'paper-id' })],
      hanako,
      frame,
    );
    expect(mail.subject).toBe('【結】お仕事が決まりました：封入・封かん 1,000通（書類1通）');
    expect(mail.text).toContain('■ 書類：発注書 1');
    expect(mail.text).toContain('▼ 書類を開く\nhttps://yui.example.jp/papers/1');
    expect(mail.text).toContain('▼ お仕事の画面を開く');
    expect(mail).toMatchObject({
      messageId: '<1@mail.example.jp>',
      inReplyTo: '<order-order-id@mail.example.jp>',
      references: '<order-order-id@mail.example.jp>',
    });
    const strangers = writeMail(
      [partOf(paper, '1', about), partOf(paper, '2', { workOrderId: 'other' })],
      hanako,
      frame,
    );
    expect(strangers.inReplyTo).toBeUndefined();
  });

  it('explains to facilities the words of the trade it uses, and to nobody else', () => {
    expect(mailOf(offer as Message).text).toContain('納品（のうひん）：できあがったものを届けること。');
    expect(mailOf({ ...(offer as Message), path: '/desk/orders/1' }).text).not.toContain('のうひん');
  });

  it('has an HTML twin in which what people typed is text', () => {
    const mail = mailOf({ ...(offer as Message), body: '<b>1 & "2"</b>\n\n二' });
    expect(mail.html).toMatchSnapshot();
  });
});

describe('what a share stands for', () => {
  it('is told as it is now, in every message about it', () => {
    const kinds = Object.entries(assignmentMessages).filter(([name]) => !/offered|reminded|undone|exten/.test(name));
    for (const [name, kind] of kinds) {
      // Of 6,397 offered the facility took 3,198, and 98 were taken off since.
      const facts = answered({ offeredUnits: 6_397, acceptedUnits: 3_198, reducedUnits: 0, doneUnits: 3_198 });
      for (const { organisationId, subject, body } of kind.messages(facts)) {
        const words = `${subject}\n${body}`;
        expect([name, words]).toEqual([name, expect.stringContaining('3,198')]);
        if (organisationId.startsWith('facility'))
          expect([name, words]).toEqual([name, expect.not.stringContaining('6,397')]);
        if (words.includes('金額：'))
          expect(words).toContain(`金額：${Math.floor((3_198 * 360) / 100).toLocaleString('ja-JP')}円`);
      }
    }
  });

  it('is less what was taken off', () => {
    const facts = answered({ status: 'WITHDRAWN', offeredUnits: 6_397, acceptedUnits: 3_198, reducedUnits: 98 });
    const [told] = assignmentMessages['assignment.withdrawn'].messages(facts);
    expect(told?.subject).toContain('3,100通');
  });
});

describe('what has been overtaken', () => {
  const { 'assignment.offered': offered, 'assignment.accepted': accepted } = assignmentMessages;

  it.each(['WITHDRAWN', 'DECLINED', 'ACCEPTED', 'EXPIRED', 'PARTLY_ACCEPTED'] as const)(
    'an offer is not sent when it is %s',
    (status) => {
      expect(offered.isStillTrue(answered({ status }))).toBe(false);
      expect(assignmentMessages['assignment.reminded'].isStillTrue(answered({ status }))).toBe(false);
    },
  );

  it('nor when the time to answer is over', () => {
    expect(offered.isStillTrue({ ...assignment, now: tokyo('2026-12-01T17:00') })).toBe(false);
  });

  it('a yes is not told when the share was taken back', () => {
    expect(accepted.isStillTrue(answered({ status: 'WITHDRAWN' }))).toBe(false);
  });

  it('a delivery is not to be inspected twice', () => {
    expect(deliveryMessages['delivery.reported'].isStillTrue(inspected({}))).toBe(false);
  });

  it('a quote is not sent when there is a newer one, or none', () => {
    const issued = quoteMessages['quote.issued'];
    expect(issued.isStillTrue({ ...quote, quote: { ...quote.quote, status: 'REPLACED' } })).toBe(false);
    expect(issued.isStillTrue({ ...quote, order: { ...quote.order, status: 'WITHDRAWN' } })).toBe(false);
    expect(quoteMessages['quote.expired'].isStillTrue(quote)).toBe(false);
  });

  it('who still talks is asked for the outcome as well, and not once that was reported again', () => {
    const { isStillTrue } = referralMessages['referral.reminded'];
    const talking = { ...referral.contract, status: 'NEGOTIATING' as const };
    expect(isStillTrue({ ...referral, contract: talking })).toBe(true);
    expect(isStillTrue({ ...referral, contract: { ...talking, remindedAt: null } })).toBe(false);
    expect(isStillTrue({ ...referral, contract: { ...talking, status: 'CONCLUDED' } })).toBe(false);
  });

  it('a new order is not told when it was withdrawn', () => {
    expect(orderMessages['work-order.submitted'].isStillTrue(inState('WITHDRAWN'))).toBe(false);
  });
});
