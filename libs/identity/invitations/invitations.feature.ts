import { feature } from '#yui/platform';
import { ResendInvitation, RevokeInvitation } from './change-invitation.js';
import { Invitation } from './invitation.entity.js';
import { InvitationQueries } from './invitation.queries.js';
import { InvitePerson } from './invite-person.js';
import { JoinOrganisation } from './join-organisation.js';

export const invitations = feature({
  entities: [Invitation],
  commands: [ResendInvitation, RevokeInvitation, InvitePerson, JoinOrganisation],
  queries: [InvitationQueries],
  auditSentences: {
    invitePerson: { ja: '人を招待しました。', en: 'Invited somebody.' },
    resendInvitation: { ja: '招待メールを送り直しました。', en: 'Sent an invitation again.' },
    revokeInvitation: { ja: '招待を取り消しました。', en: 'Revoked an invitation.' },
    acceptInvitation: { ja: '招待を受けました。', en: 'Accepted an invitation.' },
  },
  retention: {
    invitation: `accepted_at IS NULL AND least(expires_at, revoked_at) < now() - interval '90 days'`,
  },
});
