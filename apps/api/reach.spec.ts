import { BUYER_ROLES } from '#yui/platform';
import { POLICY } from './policy.js';
import { MACHINE_OPERATIONS } from './reach.js';

/** What a buyer's people do and its machines do not, and why. */
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
    'Mutation.addDepartment',
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
};

describe('what a token reaches', () => {
  it('is all that a buyer may do, or has a reason not to be', () => {
    const ofBuyers = Object.entries(POLICY)
      .filter(([, grant]) => Array.isArray(grant) && BUYER_ROLES.some((role) => grant.includes(role)))
      .map(([operation]) => operation);
    const forPeople = Object.values(PERSON_OPERATIONS).flat();
    const undecided = ofBuyers.filter(
      (operation) => !(operation in MACHINE_OPERATIONS) && !forPeople.includes(operation),
    );
    expect(undecided).toEqual([]);
    expect(forPeople.filter((operation) => operation in MACHINE_OPERATIONS)).toEqual([]);
  });

  it('names nothing that is not there', () => {
    expect(Object.keys(MACHINE_OPERATIONS).filter((operation) => !(operation in POLICY))).toEqual([]);
  });
});
