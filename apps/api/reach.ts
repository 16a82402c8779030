import type { SecondFactorStep, TokenScope } from '#yui/identity';

/** The one request that may be larger than the others: a published list of facilities comes as a file. */
export const LARGE_OPERATION = 'Mutation.importRegistry';

/**
 * What a session may do that still owes its second factor, by what it owes; beyond this only what is public. Who has to
 * enrol may do that; who has enrolled may only present what they have.
 */
export const BEFORE_SECOND_FACTOR: Readonly<Record<Exclude<SecondFactorStep, 'NONE'>, readonly string[]>> = {
  CODE: ['Query.me', 'Mutation.presentSecondFactor'],
  PASSKEY: ['Query.me'],
  ENROL: ['Query.me', 'Mutation.enrolTotp', 'Mutation.confirmTotp'],
};

/** What a machine may do with a token, and the scope it takes; never more than the role of the token's owner. */
export const MACHINE_OPERATIONS: Readonly<Record<string, TokenScope>> = {
  'Query.me': 'READ',
  'Query.workTypes': 'READ',
  'Query.desks': 'READ',
  'Query.buyers': 'READ',
  'Query.workOrders': 'READ',
  'Query.workOrder': 'READ',
  'Query.papers': 'READ',
  'Query.paper': 'READ',
  'PaperController.page': 'READ',
  'PaperController.pdf': 'READ',
  'Mutation.draftWorkOrder': 'ORDER',
  'Mutation.changeDraft': 'ORDER',
  'Mutation.submitWorkOrder': 'ORDER',
  'Mutation.withdrawWorkOrder': 'ORDER',
  'Mutation.placeOrder': 'ORDER',
  'Mutation.refuseQuote': 'ORDER',
  'Mutation.acceptWork': 'ORDER',
  'Mutation.rejectWork': 'ORDER',
};
