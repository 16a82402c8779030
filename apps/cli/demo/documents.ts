/** What the people of the demo ask for and do, in the language of the public API. */

const ORDER_FIELDS = `
  id number title status contractType
  lines { id quantity placed committed unplaced steps { id } }
  quotes { id version status amountYen taxYen candidates { id name } }
`;

const ASSIGNMENT_FIELDS = `
  id orderNumber orderTitle status offeredUnits acceptedUnits answerBy dueOn unitPriceSen
  facility { id name }
  deliveries { id units inspection { id } }
`;

export interface Order {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly contractType: string | null;
  readonly lines: readonly {
    readonly id: string;
    readonly quantity: number;
    readonly placed: number;
    readonly committed: number;
    readonly unplaced: number;
    readonly steps: readonly { readonly id: string }[];
  }[];
  readonly quotes: readonly {
    readonly id: string;
    readonly version: number;
    readonly status: string;
    readonly amountYen: number;
    readonly taxYen: number;
    readonly candidates: readonly { readonly id: string; readonly name: string }[];
  }[];
}

export interface Assignment {
  readonly id: string;
  readonly orderNumber: string;
  readonly orderTitle: string;
  readonly status: string;
  readonly offeredUnits: number;
  readonly acceptedUnits: number | null;
  readonly answerBy: string | null;
  readonly dueOn: string;
  readonly unitPriceSen: number;
  readonly facility: { readonly id: string; readonly name: string };
  readonly deliveries: readonly { readonly id: string; readonly units: number; readonly inspection: object | null }[];
}

export interface Plan {
  readonly quantity: number;
  readonly placed: number;
  readonly unplaced: number;
  readonly isOptimal: boolean;
  readonly snapshotHash: string;
  readonly shares: readonly {
    readonly units: number;
    readonly reasonCode: string;
    readonly reasonJa: string;
    readonly capacityUnits: number;
    readonly weight: number;
    readonly facility: { readonly id: string; readonly name: string };
  }[];
}

/** A question to facilities, with what they answered. */
export interface Call {
  readonly id: string;
  readonly status: string;
  readonly responses: readonly {
    readonly status: string;
    readonly units: number | null;
    readonly unitPriceSen: number | null;
    readonly facility: { readonly id: string; readonly name: string };
  }[];
}

export interface Contract {
  readonly id: string;
  readonly side: string;
  readonly status: string;
  readonly facility: { readonly id: string; readonly name: string } | null;
}

/** The contracts of an order and between whom they can be. */
export interface OrderContracts {
  readonly buyer: { readonly id: string };
  readonly desk: { readonly id: string };
  readonly contracts: readonly Contract[];
}

export interface Bill {
  readonly id: string;
  readonly number: string;
  readonly netYen: number;
  readonly taxYen: number;
  readonly grossYen: number;
  readonly dueOn: string;
}

export interface Paper {
  readonly title: string;
  readonly number: string;
  readonly amountYen: number | null;
  readonly issuer: { readonly name: string };
  readonly recipient: { readonly name: string };
  readonly pagePath: string;
  readonly pdfPath: string | null;
}

const orderStep = (name: string, input = 'WorkOrderStepInput') =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${ORDER_FIELDS} } }`;
const assignmentStep = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${ASSIGNMENT_FIELDS} } }`;

const CALL_FIELDS = '{ id status responses { status units unitPriceSen facility { id name } } }';
const BILL_FIELDS = '{ id number netYen taxYen grossYen dueOn }';
const PUBLICATION_FIELDS = '{ id kind body pdfPath publishedOn }';

export const QUERIES = {
  me: 'query { me { accountId organisationId organisationName } }',
  desks: 'query { desks { id name } }',
  order: `query ($id: Uuid!) { workOrder(id: $id) { ${ORDER_FIELDS} } }`,
  assignmentsOfOrder: `query ($id: Uuid!) { workOrder(id: $id) { assignments { ${ASSIGNMENT_FIELDS} } } }`,
  contractsOfOrder: `query ($id: Uuid!) { workOrder(id: $id) { buyer { id } desk { id } contracts {
    id type side status amountYen facility { id name } } } }`,
  papersOfOrder: `query ($id: Uuid!) { papers(filter: { workOrderId: $id }, page: { take: 100 }) { items {
    title number amountYen issuer { name } recipient { name } pagePath pdfPath } } }`,
  priceProposal: `query ($id: Uuid!) { priceProposal(workOrderId: $id) { lines { facilityUnitPriceSen } } }`,
  contractBasis: `query ($id: Uuid!) { contractBasis(workOrderId: $id) {
    amountYen proposed decided options { basis isPossible reasonJa reasonEn } } }`,
  publications: `query ($id: Uuid!) { publications(workOrderId: $id) ${PUBLICATION_FIELDS} }`,
  facilitiesFor: `query ($workTypeCode: String!) { facilities(filter: { workTypeCode: $workTypeCode }) {
    items { id name } } }`,
  results: `query ($fiscalYear: Int!) { contractResults(fiscalYear: $fiscalYear) {
    byType { contractType figures { facilityCount salesYen orderCount } } total { facilityCount salesYen orderCount } } }`,
  plan: `query ($input: AllocationPlanInput!) { allocationPlan(input: $input) {
    quantity placed unplaced isOptimal snapshotHash
    shares { units reasonCode reasonJa capacityUnits weight facility { id name } } } }`,
} as const;

export const CHANGES = {
  draft: orderStep('draftWorkOrder', 'DraftWorkOrderInput'),
  submit: orderStep('submitWorkOrder'),
  review: orderStep('reviewWorkOrder'),
  quote: orderStep('issueQuote', 'IssueQuoteInput'),
  placeOrder: orderStep('placeOrder', 'PlaceOrderInput'),
  approve:
    'mutation ($input: ApproveAllocationInput!) { approveAllocation(input: $input) { id version placed unplaced } }',
  moveClock: 'mutation ($input: MoveClockInput!) { moveClock(input: $input) { now } }',
  reportOutcome:
    'mutation ($input: ReportReferralOutcomeInput!) { reportReferralOutcome(input: $input) { id status } }',
  send: orderStep('sendAssignments'),
  repair:
    'mutation ($input: ApproveAllocationInput!) { repairAllocation(input: $input) { id version placed unplaced } }',
  openCall: `mutation ($input: OpenCallInput!) { openCall(input: $input) ${CALL_FIELDS} }`,
  answerCall: `mutation ($input: AnswerCallInput!) { answerCall(input: $input) ${CALL_FIELDS} }`,
  closeCall: `mutation ($input: CallStepInput!) { closeCall(input: $input) ${CALL_FIELDS} }`,
  issueInvoice: `mutation ($input: IssueInvoiceInput!) { issueInvoice(input: $input) ${BILL_FIELDS} }`,
  recordPayment: 'mutation ($input: RecordPaymentInput!) { recordPayment(input: $input) { id amountYen } }',
  setGovernmentRules: 'mutation ($input: SetGovernmentRulesInput!) { setGovernmentRules(input: $input) { kind } }',
  decideBasis: 'mutation ($input: DecideContractBasisInput!) { decideContractBasis(input: $input) { decided } }',
  draftPublication: `mutation ($input: DraftPublicationInput!) { draftPublication(input: $input) ${PUBLICATION_FIELDS} }`,
  editPublication: `mutation ($input: EditPublicationInput!) { editPublication(input: $input) ${PUBLICATION_FIELDS} }`,
  acceptWork: orderStep('acceptWork'),
  accept: assignmentStep('acceptAssignment', 'AssignmentStepInput'),
  acceptPart: assignmentStep('acceptPartOfAssignment', 'AcceptPartInput'),
  decline: assignmentStep('declineAssignment', 'ReasonedAssignmentInput'),
  confirmPart: assignmentStep('confirmPart', 'AssignmentStepInput'),
  progress: assignmentStep('reportProgress', 'ReportProgressInput'),
  deliver: assignmentStep('reportDelivery', 'ReportDeliveryInput'),
  inspect: assignmentStep('inspectDelivery', 'InspectDeliveryInput'),
} as const;
