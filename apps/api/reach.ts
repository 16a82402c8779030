import type { SecondFactorStep, TokenScope } from '#yui/identity';

/** Requests that may be larger than the others: a list of facilities, or the workbook of a desk that moves in, comes as a file. */
export const LARGE_OPERATIONS: readonly string[] = ['Mutation.importRegistry', 'Mutation.importWorkbook'];

/**
 * What a session may do that still owes its second factor, by what it owes; beyond this only what is public. Who has to
 * enrol may do that; who has enrolled may only present what they have.
 */
export const BEFORE_SECOND_FACTOR: Readonly<Record<Exclude<SecondFactorStep, 'NONE'>, readonly string[]>> = {
  CODE: ['Query.me', 'Mutation.presentSecondFactor'],
  PASSKEY: ['Query.me'],
  ENROL: ['Query.me', 'Mutation.enrolTotp', 'Mutation.confirmTotp'],
};

/**
 * What a machine may do with a token, and the scope it takes; never more than the role of the token's owner. All that a
 * buyer may do is here or in `PERSON_OPERATIONS`.
 */
export const MACHINE_OPERATIONS: Readonly<Record<string, TokenScope>> = {
  'Query.me': 'READ',
  'Query.bankBranches': 'READ',
  'Query.banks': 'READ',
  'Query.businessProfile': 'READ',
  'Query.buyerTerms': 'READ',
  'Query.buyerToday': 'READ',
  'Query.buyers': 'READ',
  'Query.contract': 'READ',
  'Query.contractBasis': 'READ',
  'Query.contracts': 'READ',
  'Query.desks': 'READ',
  'Query.dueDateAdvice': 'READ',
  'Query.facilityTypes': 'READ',
  'Query.governmentRules': 'READ',
  'Query.invoice': 'READ',
  'Query.invoices': 'READ',
  'Query.paper': 'READ',
  'Query.papers': 'READ',
  'Query.payments': 'READ',
  'Query.priceGuide': 'READ',
  'Query.procurementCategories': 'READ',
  'Query.procuredRows': 'READ',
  'Query.procurementPolicies': 'READ',
  'Query.procurementResults': 'READ',
  'Query.procurementRules': 'READ',
  'Query.procurementTable': 'READ',
  'Query.procurementTargets': 'READ',
  'Query.publications': 'READ',
  'Query.recordedResults': 'READ',
  'Query.recordedSources': 'READ',
  'Query.settlementLines': 'READ',
  'Query.standingOrder': 'READ',
  'Query.standingOrders': 'READ',
  'Query.suggestWorkTypes': 'READ',
  'Query.workOrder': 'READ',
  'Query.workOrderCounts': 'READ',
  'Query.workOrders': 'READ',
  'Query.workTypes': 'READ',
  'AttachmentController.download': 'READ',
  'AttachmentController.preview': 'READ',
  'ExportController.download': 'READ',
  'PaperController.page': 'READ',
  'PaperController.pdf': 'READ',
  'PublicationController.pdf': 'READ',
  'AttachmentController.upload': 'ORDER',
  'Mutation.acceptMonth': 'ORDER',
  'Mutation.acceptWork': 'ORDER',
  'Mutation.setOrderContact': 'ORDER',
  'Mutation.agreeStandingOrder': 'ORDER',
  'Mutation.answerQuestion': 'ORDER',
  'Mutation.askQuestion': 'ORDER',
  'Mutation.callOff': 'ORDER',
  'Mutation.changeDraft': 'ORDER',
  'Mutation.draftWorkOrder': 'ORDER',
  'Mutation.placeOrder': 'ORDER',
  'Mutation.proposeAmendment': 'ORDER',
  'Mutation.refuseQuote': 'ORDER',
  'Mutation.refuseStandingOrder': 'ORDER',
  'Mutation.rejectWork': 'ORDER',
  'Mutation.removeAttachment': 'ORDER',
  'Mutation.reportNegotiation': 'ORDER',
  'Mutation.reportReferralOutcome': 'ORDER',
  'Mutation.requestCancellation': 'ORDER',
  'Mutation.submitWorkOrder': 'ORDER',
  'Mutation.withdrawAmendment': 'ORDER',
  'Mutation.withdrawCancellation': 'ORDER',
  'Mutation.withdrawQuestion': 'ORDER',
  'Mutation.withdrawWorkOrder': 'ORDER',
};
