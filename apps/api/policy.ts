import type { SecondFactorStep, TokenScope } from '#yui/identity';
import { BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, type Role, ROLES } from '#yui/platform';

/** Who may ask for something: people in these roles, or anybody, also without signing in. */
export type Grant = readonly Role[] | 'PUBLIC';

/** Whom an invitation may reach is decided in `libs/identity/invitations/invitation-right.ts`. */
const INVITING_ROLES = [...DESK_ROLES, 'BUYER_ADMIN', 'FACILITY_ADMIN', 'PLATFORM_ADMIN'] as const;

/**
 * Who may do what; what is not written here nobody may do. Whom it may be done to (whose order, whose assignment) is
 * decided where it is read or changed: every query and every use case knows its actor. The process does not start when
 * this list and the schema differ.
 */
export const POLICY: Readonly<Record<string, Grant>> = {
  'HealthController.live': 'PUBLIC',
  'HealthController.ready': 'PUBLIC',
  'AnswerPageController.show': 'PUBLIC',
  'AnswerPageController.answer': 'PUBLIC',

  'Mutation.signIn': 'PUBLIC',
  'Mutation.signOut': 'PUBLIC',
  'Mutation.beginPasskeySignIn': 'PUBLIC',
  'Mutation.signInWithPasskey': 'PUBLIC',
  'Query.signInProviders': 'PUBLIC',
  'Mutation.beginProviderSignIn': 'PUBLIC',
  'Mutation.signInWithProvider': 'PUBLIC',
  'Mutation.requestPasswordReset': 'PUBLIC',
  'Mutation.resetPassword': 'PUBLIC',
  'Query.invitation': 'PUBLIC',
  'Mutation.beginInvitationPasskey': 'PUBLIC',
  'Mutation.acceptInvitation': 'PUBLIC',

  'Query.me': ROLES,
  'Mutation.switchRole': ROLES,
  'Mutation.presentSecondFactor': ROLES,
  'Mutation.enrolTotp': ROLES,
  'Mutation.confirmTotp': ROLES,
  'Mutation.removeTotp': ROLES,
  'Mutation.renewRecoveryCodes': ROLES,
  'Query.passkeys': ROLES,
  'Mutation.beginPasskeyRegistration': ROLES,
  'Mutation.registerPasskey': ROLES,
  'Mutation.removePasskey': ROLES,
  'Query.linkedProviders': ROLES,
  'Mutation.beginProviderLink': ROLES,
  'Mutation.linkProvider': ROLES,
  'Mutation.unlinkProvider': ROLES,
  'Mutation.changePassword': ROLES,
  'Query.sessions': ROLES,
  'Mutation.endSession': ROLES,
  'Mutation.endOtherSessions': ROLES,
  'Mutation.exportMyAccount': ROLES,
  'Mutation.eraseAccount': ROLES,

  'Query.people': ROLES,
  'Query.invitations': INVITING_ROLES,
  'Mutation.invitePerson': INVITING_ROLES,
  'Mutation.resendInvitation': INVITING_ROLES,
  'Mutation.revokeInvitation': INVITING_ROLES,
  'Mutation.joinOrganisation': ROLES,
  'Mutation.revokeRole': ['BUYER_ADMIN', 'DESK_ADMIN', 'FACILITY_ADMIN', 'PLATFORM_ADMIN'],
  'Mutation.setAccountDisabled': ['DESK_ADMIN', 'PLATFORM_ADMIN'],
  'Mutation.resetSecondFactor': ['DESK_ADMIN', 'PLATFORM_ADMIN'],
  'Query.apiTokens': ['BUYER_ADMIN'],
  'Mutation.createApiToken': ['BUYER_ADMIN'],
  'Mutation.revokeApiToken': ['BUYER_ADMIN'],

  'Query.workTypes': ROLES,
  'Query.facilityTypes': ROLES,
  'Query.desks': [...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES, 'PLATFORM_ADMIN'],
  'Query.buyers': [...BUYER_ROLES, ...DESK_ROLES],
  'Query.facilities': DESK_ROLES,
  'Query.facility': [...DESK_ROLES, ...FACILITY_ROLES],
  'Mutation.setCapability': [...DESK_ROLES, ...FACILITY_ROLES],
  'Mutation.setMunicipality': [...DESK_ROLES, ...FACILITY_ROLES],
  'Mutation.setWorkWeek': [...DESK_ROLES, ...FACILITY_ROLES],
  'Mutation.setCalendarException': [...DESK_ROLES, ...FACILITY_ROLES],
  'Mutation.setDeskSettings': ['DESK_ADMIN'],
  'Mutation.importRegistry': ['DESK_ADMIN'],
  'Query.memberships': [...DESK_ROLES, ...FACILITY_ROLES],
  'Mutation.registerFacility': ['DESK_ADMIN'],
  'Mutation.registerMembership': ['DESK_ADMIN'],
  'Mutation.endMembership': ['DESK_ADMIN'],
  'Mutation.changeFacilityProfile': ['FACILITY_ADMIN'],
  'Mutation.issueRegistrationCode': ['BUYER_ADMIN', 'FACILITY_ADMIN'],
  'Mutation.registerBuyer': ['DESK_ADMIN'],
  'Mutation.linkBuyer': ['DESK_ADMIN'],
  'Mutation.addDepartment': ['BUYER_ADMIN', 'DESK_ADMIN'],
  'Mutation.renameDepartment': ['BUYER_ADMIN', 'DESK_ADMIN'],

  'Query.prefectures': ['PLATFORM_ADMIN'],
  'Mutation.createPrefecture': ['PLATFORM_ADMIN'],
  'Mutation.setOverseenDesks': ['PLATFORM_ADMIN'],
  'Query.overseenDesks': ['PREFECTURE_OFFICER'],
  'Query.overseenFacilities': ['PREFECTURE_OFFICER'],
  'Query.overseenContractResults': ['PREFECTURE_OFFICER'],

  'Query.feeRules': DESK_ROLES,
  'Mutation.addFeeRule': ['DESK_ADMIN'],
  'Mutation.endFeeRule': ['DESK_ADMIN'],
  'Query.deskTerms': DESK_ROLES,
  'Mutation.setDeskTerms': ['DESK_ADMIN'],
  'Query.buyerTerms': [...BUYER_ROLES, ...DESK_ROLES],
  'Mutation.setBuyerTerms': ['DESK_ADMIN'],
  'Query.invoiceIssuer': [...DESK_ROLES, ...FACILITY_ROLES],
  'Mutation.setInvoiceIssuer': [...DESK_ROLES, 'FACILITY_ADMIN'],

  'Query.workOrders': [...BUYER_ROLES, ...DESK_ROLES],
  'Query.workOrder': [...BUYER_ROLES, ...DESK_ROLES],
  'Mutation.draftWorkOrder': BUYER_ROLES,
  'Mutation.changeDraft': BUYER_ROLES,
  'Mutation.submitWorkOrder': BUYER_ROLES,
  'Mutation.withdrawWorkOrder': BUYER_ROLES,
  'Mutation.reviewWorkOrder': DESK_ROLES,
  'Mutation.rejectWorkOrder': DESK_ROLES,
  'Mutation.setSteps': DESK_ROLES,
  'Mutation.issueQuote': DESK_ROLES,
  'Mutation.reviseQuote': DESK_ROLES,
  'Mutation.refuseQuote': BUYER_ROLES,
  'Mutation.placeOrder': BUYER_ROLES,
  'Mutation.acceptWork': BUYER_ROLES,
  'Query.amendmentEffect': DESK_ROLES,
  'Mutation.proposeAmendment': BUYER_ROLES,
  'Mutation.withdrawAmendment': BUYER_ROLES,
  'Mutation.acceptAmendment': DESK_ROLES,
  'Mutation.refuseAmendment': DESK_ROLES,
  'Mutation.proposeShareChange': DESK_ROLES,
  'Mutation.withdrawShareChange': DESK_ROLES,
  'Mutation.answerShareChange': FACILITY_ROLES,
  'Mutation.requestCancellation': BUYER_ROLES,
  'Mutation.withdrawCancellation': BUYER_ROLES,
  'Mutation.refuseCancellation': DESK_ROLES,
  'Mutation.cancelWorkOrder': DESK_ROLES,
  'Mutation.confirmStop': [...DESK_ROLES, ...FACILITY_ROLES],

  'Query.allocationPlan': DESK_ROLES,
  'Query.allocation': DESK_ROLES,
  'Query.replayAllocation': DESK_ROLES,
  'Query.weekPlan': DESK_ROLES,
  'Query.allocationTrial': DESK_ROLES,
  'Mutation.approveAllocation': DESK_ROLES,
  'Mutation.repairAllocation': DESK_ROLES,
  'Mutation.sendAssignments': DESK_ROLES,

  'Query.calls': [...DESK_ROLES, ...FACILITY_ROLES],
  'Query.call': [...DESK_ROLES, ...FACILITY_ROLES],
  'Query.priceProposal': DESK_ROLES,
  'Mutation.openCall': DESK_ROLES,
  'Mutation.closeCall': DESK_ROLES,
  'Mutation.cancelCall': DESK_ROLES,
  'Mutation.answerCall': FACILITY_ROLES,
  'Mutation.declineCall': FACILITY_ROLES,
  'Mutation.withdrawCallResponse': FACILITY_ROLES,
  'Mutation.askCallQuestion': FACILITY_ROLES,
  'Mutation.answerCallQuestion': DESK_ROLES,

  'Query.assignments': [...DESK_ROLES, ...FACILITY_ROLES],
  'Query.assignment': [...DESK_ROLES, ...FACILITY_ROLES],
  'Mutation.acceptAssignment': FACILITY_ROLES,
  'Mutation.acceptPartOfAssignment': FACILITY_ROLES,
  'Mutation.counterAssignment': FACILITY_ROLES,
  'Mutation.declineAssignment': FACILITY_ROLES,
  'Mutation.handBackAssignment': FACILITY_ROLES,
  'Mutation.confirmPart': DESK_ROLES,
  'Mutation.offerAgain': DESK_ROLES,
  'Mutation.withdrawAssignment': DESK_ROLES,
  'Mutation.reportProgress': FACILITY_ROLES,
  'Mutation.reportDelivery': FACILITY_ROLES,
  'Mutation.inspectDelivery': DESK_ROLES,

  'Query.contracts': [...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES],
  'Query.contract': [...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES],
  'Mutation.reportNegotiation': [...BUYER_ROLES, ...DESK_ROLES],
  'Mutation.reportReferralOutcome': [...BUYER_ROLES, ...DESK_ROLES],
  'Mutation.recordPaperReturned': DESK_ROLES,
  'Mutation.recordPayment': DESK_ROLES,
  'Mutation.reversePayment': DESK_ROLES,

  'Query.contractResults': DESK_ROLES,

  'Query.notifications': ROLES,
  'Mutation.markNotificationRead': ROLES,

  'Query.auditEntries': ['DESK_ADMIN'],
  'Query.auditActions': ['DESK_ADMIN'],
  'Mutation.moveClock': ['PLATFORM_ADMIN'],
};

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
  'Mutation.draftWorkOrder': 'ORDER',
  'Mutation.changeDraft': 'ORDER',
  'Mutation.submitWorkOrder': 'ORDER',
  'Mutation.withdrawWorkOrder': 'ORDER',
  'Mutation.placeOrder': 'ORDER',
  'Mutation.refuseQuote': 'ORDER',
  'Mutation.acceptWork': 'ORDER',
};
