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

const orderStep = (name: string, input = 'WorkOrderStepInput') =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${ORDER_FIELDS} } }`;
const assignmentStep = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${ASSIGNMENT_FIELDS} } }`;

export const QUERIES = {
  me: 'query { me { accountId organisationId organisationName } }',
  desks: 'query { desks { id name } }',
  order: `query ($id: Uuid!) { workOrder(id: $id) { ${ORDER_FIELDS} } }`,
  assignmentsOfOrder: `query ($id: Uuid!) { workOrder(id: $id) { assignments { ${ASSIGNMENT_FIELDS} } } }`,
  contractsOfOrder: `query ($id: Uuid!) { workOrder(id: $id) { contracts { id type side status amountYen } } }`,
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
  acceptWork: orderStep('acceptWork'),
  accept: assignmentStep('acceptAssignment', 'AssignmentStepInput'),
  acceptPart: assignmentStep('acceptPartOfAssignment', 'AcceptPartInput'),
  decline: assignmentStep('declineAssignment', 'ReasonedAssignmentInput'),
  confirmPart: assignmentStep('confirmPart', 'AssignmentStepInput'),
  progress: assignmentStep('reportProgress', 'ReportProgressInput'),
  deliver: assignmentStep('reportDelivery', 'ReportDeliveryInput'),
  inspect: assignmentStep('inspectDelivery', 'InspectDeliveryInput'),
} as const;
