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

const change = (name: string, selection: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) ${selection} }`;
const orderChange = (name: string) => change(name, `{ workOrder { ${ORDER_FIELDS} } }`);
const assignmentChange = (name: string) => change(name, `{ assignment { ${ASSIGNMENT_FIELDS} } }`);

const CALL_FIELDS = '{ id status responses { status units unitPriceSen facility { id name } } }';
const BILL_FIELDS = '{ id number netYen taxYen grossYen dueOn }';
const PUBLICATION_FIELDS = '{ id kind body pdfPath publishedOn }';

export const QUERIES = {
  me: 'query { me { accountId organisationId organisationName } }',
  desks: 'query { desks { id name } }',
  order: `query ($id: ID!) { workOrder(id: $id) { ${ORDER_FIELDS} } }`,
  assignmentsOfOrder: `query ($id: ID!) { workOrder(id: $id) { assignments { ${ASSIGNMENT_FIELDS} } } }`,
  contractsOfOrder: `query ($id: ID!) { workOrder(id: $id) { buyer { id } desk { id } contracts {
    id type side status amountYen facility { id name } } } }`,
  papersOfOrder: `query ($id: ID!) { papers(filter: { workOrderId: $id }, first: 100) { items {
    title number amountYen issuer { name } recipient { name } pagePath pdfPath } } }`,
  priceProposal: `query ($id: ID!) { priceProposal(workOrderId: $id) { lines { facilityUnitPriceSen } } }`,
  contractBasis: `query ($id: ID!) { contractBasis(workOrderId: $id) {
    amountYen proposed decided options { basis isPossible reasonJa reasonEn } } }`,
  publications: `query ($id: ID!) { publications(workOrderId: $id) ${PUBLICATION_FIELDS} }`,
  facilitiesFor: `query ($workTypeCode: String!) { facilities(filter: { workTypeCode: $workTypeCode }) {
    items { id name } } }`,
  results: `query ($fiscalYear: Int!) { contractResults(fiscalYear: $fiscalYear) {
    byType { contractType figures { facilityCount salesYen orderCount } } total { facilityCount salesYen orderCount } } }`,
  plan: `query ($input: AllocationPlanInput!) { allocationPlan(input: $input) {
    quantity placed unplaced isOptimal snapshotHash
    shares { units reasonCode reasonJa capacityUnits weight facility { id name } } } }`,
} as const;

export const CHANGES = {
  draft: orderChange('draftWorkOrder'),
  submit: orderChange('submitWorkOrder'),
  review: orderChange('reviewWorkOrder'),
  quote: orderChange('issueQuote'),
  placeOrder: orderChange('placeOrder'),
  approve: change('approveAllocation', '{ allocation { id version placed unplaced } }'),
  moveClock: change('moveClock', '{ clock { now } }'),
  reportOutcome: change('reportReferralOutcome', '{ contract { id status } }'),
  send: orderChange('sendAssignments'),
  repair: change('repairAllocation', '{ allocation { id version placed unplaced } }'),
  openCall: change('openCall', `{ call ${CALL_FIELDS} }`),
  answerCall: change('answerCall', `{ call ${CALL_FIELDS} }`),
  closeCall: change('closeCall', `{ call ${CALL_FIELDS} }`),
  issueInvoice: change('issueInvoice', `{ invoice ${BILL_FIELDS} }`),
  recordPayment: change('recordPayment', '{ payment { id amountYen } }'),
  setGovernmentRules: change('setGovernmentRules', '{ governmentRules { kind } }'),
  decideBasis: change('decideContractBasis', '{ contractBasis { decided } }'),
  draftPublication: change('draftPublication', `{ publication ${PUBLICATION_FIELDS} }`),
  editPublication: change('editPublication', `{ publication ${PUBLICATION_FIELDS} }`),
  acceptWork: orderChange('acceptWork'),
  accept: assignmentChange('acceptAssignment'),
  acceptPart: assignmentChange('acceptPartOfAssignment'),
  decline: assignmentChange('declineAssignment'),
  confirmPart: assignmentChange('confirmPart'),
  progress: assignmentChange('reportProgress'),
  deliver: assignmentChange('reportDelivery'),
  inspect: assignmentChange('inspectDelivery'),
} as const;
