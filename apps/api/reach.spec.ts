import { BUYER_ROLES, DESK_ROLES, FACILITY_ROLES } from '#yui/platform';
import { POLICY } from './policy.js';
import { MACHINE_OPERATIONS } from './reach.js';

/** What people of a buyer, a desk or a facility do and its machines do not, and why. */
const PERSON_OPERATIONS: Readonly<Record<string, readonly string[]>> = {
  'who a person is, and how they sign in': [
    'Mutation.beginPasskeyRegistration',
    'Mutation.beginProviderLink',
    'Mutation.changePassword',
    'Mutation.confirmTotp',
    'Mutation.endOtherSessions',
    'Mutation.endSession',
    'Mutation.enrolTotp',
    'Mutation.eraseAccount',
    'Mutation.exportMyAccount',
    'Mutation.joinOrganisation',
    'Mutation.linkProvider',
    'Mutation.presentSecondFactor',
    'Mutation.registerPasskey',
    'Mutation.removePasskey',
    'Mutation.removeTotp',
    'Mutation.renewRecoveryCodes',
    'Mutation.switchRole',
    'Mutation.unlinkProvider',
    'Query.linkedProviders',
    'Query.passkeys',
    'Query.roleFor',
    'Query.sessions',
  ],
  'who else may act for the organisation': [
    'Mutation.resetSecondFactor',
    'Mutation.setAccountDisabled',
    'Mutation.createApiToken',
    'Mutation.invitePerson',
    'Mutation.issueRegistrationCode',
    'Mutation.resendInvitation',
    'Mutation.revokeApiToken',
    'Mutation.revokeInvitation',
    'Mutation.revokeRole',
    'Mutation.setEntering',
    'Query.apiTokens',
    'Query.entering',
    'Query.invitations',
    'Query.people',
  ],
  'what a person is told': ['EventStreamController.stream', 'Mutation.markNotificationRead', 'Query.notifications'],
  'what the organisation states for years': [
    'Mutation.addFeeRule',
    'Mutation.changeFacilityProfile',
    'Mutation.endEligibility',
    'Mutation.endFeeRule',
    'Mutation.recordEligibility',
    'Mutation.recordHeadCount',
    'Mutation.setBuyerTerms',
    'Mutation.setDeskSettings',
    'Mutation.setDeskTerms',
    'Mutation.setFacilityPeriod',
    'Mutation.setInvoiceIssuer',
    'Mutation.setJournalAccounts',
    'Mutation.setMunicipality',
    'Mutation.addDepartment',
    'Mutation.closeYear',
    'Mutation.importResults',
    'Mutation.recogniseDesk',
    'Mutation.recordPolicy',
    'Mutation.recordResults',
    'Mutation.removeRecordedResult',
    'Mutation.renameDepartment',
    'Mutation.setBusinessProfile',
    'Mutation.setCategoryMapping',
    'Mutation.setGovernmentRules',
    'Mutation.setProcurementRule',
    'Mutation.setProcurementTarget',
  ],
  'what an official decides and signs': [
    'Mutation.decideContractBasis',
    'Mutation.draftPublication',
    'Mutation.editPublication',
  ],
  'who belongs to whom': [
    'MoveInController.template',
    'Mutation.endMembership',
    'Mutation.importRegistry',
    'Mutation.importWorkbook',
    'Mutation.linkBuyer',
    'Mutation.registerBuyer',
    'Mutation.registerFacility',
    'Mutation.registerMembership',
  ],
  'what is told to which program': [
    'Mutation.changeWebhook',
    'Mutation.createWebhook',
    'Mutation.removeWebhook',
    'Mutation.rotateWebhookSecret',
    'Mutation.sendWebhookAgain',
    'Mutation.tryWebhook',
    'Query.webhookDeliveries',
    'Query.webhookEvents',
    'Query.webhooks',
  ],
  'where money goes, and what was paid': [
    'Mutation.cancelTransferRun',
    'Mutation.confirmFacilityAccount',
    'Mutation.correctInvoice',
    'Mutation.decideItem',
    'Mutation.declareUndecided',
    'Mutation.disputeBankAccount',
    'Mutation.makeTransferRun',
    'Mutation.recordPaperReturned',
    'Mutation.recordPayment',
    'Mutation.recordReduction',
    'Mutation.reversePayment',
    'Mutation.setFacilityBankAccount',
    'Mutation.setStatementLineAside',
    'Mutation.setTransferSettings',
    'Mutation.settleStatementLine',
    'Mutation.settleTransferRun',
    'Mutation.withdrawReduction',
    'TransferController.download',
  ],
  'what binds for a year': [
    'Mutation.endStandingOrder',
    'Mutation.proposeStandingOrder',
    'Mutation.withdrawStandingOrder',
  ],
  'what a facility and its desk state of wages': [
    'Mutation.decideWageReturn',
    'Mutation.recallWageReturn',
    'Mutation.saveWagePlan',
    'Mutation.saveWageReturn',
    'Mutation.setWageTargets',
  ],
  'what is sent on paper': ['Mutation.markLettersSent', 'Mutation.setLetterParty'],
};

describe('what a token reaches', () => {
  it('is all that a buyer, a desk or a facility may do, or has a reason not to be', () => {
    const roles = [...BUYER_ROLES, ...DESK_ROLES, ...FACILITY_ROLES];
    const theirs = Object.entries(POLICY)
      .filter(([, grant]) => Array.isArray(grant) && roles.some((role) => grant.includes(role)))
      .map(([operation]) => operation);
    const forPeople = Object.values(PERSON_OPERATIONS).flat();
    const undecided = theirs.filter(
      (operation) => !(operation in MACHINE_OPERATIONS) && !forPeople.includes(operation),
    );
    expect(undecided).toEqual([]);
    expect(forPeople.filter((operation) => operation in MACHINE_OPERATIONS)).toEqual([]);
  });

  it('names nothing that is not there', () => {
    expect(Object.keys(MACHINE_OPERATIONS).filter((operation) => !(operation in POLICY))).toEqual([]);
  });
});
