import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Account } from './accounts/account.entity.js';
import { AccountQueries } from './people/account.queries.js';
import { EraseAccount } from './people/erase-account.js';
import { ExportMyAccount } from './people/export-my-account.js';
import { RoleGrant } from './accounts/role-grant.entity.js';
import { AcceptInvitation } from './people/accept-invitation.js';
import { ResendInvitation, RevokeInvitation } from './invitations/change-invitation.js';
import { Invitation } from './invitations/invitation.entity.js';
import { InvitationQueries } from './invitations/invitation.queries.js';
import { InvitePerson } from './invitations/invite-person.js';
import { JoinOrganisation } from './invitations/join-organisation.js';
import { AccountMails } from './mails/account-mail.js';
import { LinkProvider, UnlinkProvider } from './oidc/link-provider.js';
import { OidcExchange } from './oidc/oidc-exchange.js';
import { OidcIdentity } from './oidc/oidc-identity.entity.js';
import { OidcProviders } from './oidc/oidc-providers.js';
import { SignInWithProvider } from './oidc/sign-in-with-provider.js';
import { Passkey } from './passkeys/passkey.entity.js';
import { RegisterPasskey } from './passkeys/register-passkey.js';
import { RelyingParty } from './passkeys/relying-party.js';
import { RemovePasskey } from './passkeys/remove-passkey.js';
import { SignInWithPasskey } from './passkeys/sign-in-with-passkey.js';
import { ChangePassword } from './passwords/change-password.js';
import { RequestPasswordReset } from './passwords/request-password-reset.js';
import { ResetPassword } from './passwords/reset-password.js';
import { PeopleQueries } from './people/people.queries.js';
import { ResetSecondFactor } from './people/reset-second-factor.js';
import { RevokeRole } from './people/revoke-role.js';
import { SetAccountDisabled } from './people/set-account-disabled.js';
import { ConfirmTotp } from './second-factor/confirm-totp.js';
import { EnrolTotp } from './second-factor/enrol-totp.js';
import { PresentSecondFactor } from './second-factor/present-second-factor.js';
import { RemoveTotp } from './second-factor/remove-totp.js';
import { RenewRecoveryCodes } from './second-factor/renew-recovery-codes.js';
import { Totp } from './second-factor/totp.entity.js';
import { SecretBox } from './secrets/secret-box.js';
import { Authenticate } from './sessions/authenticate.js';
import { EndSession } from './sessions/end-session.js';
import { OpenSessions } from './sessions/open-sessions.js';
import { SessionQueries } from './sessions/session.queries.js';
import { SignIn } from './passwords/sign-in.js';
import { SignOut } from './sessions/sign-out.js';
import { SwitchRole } from './sessions/switch-role.js';
import { Attempt } from './throttle/attempt.entity.js';
import { ApiToken } from './tokens/api-token.entity.js';
import { ApiTokenQueries } from './tokens/api-token.queries.js';
import { AuthenticateToken } from './tokens/authenticate-token.js';
import { CreateApiToken } from './tokens/create-api-token.js';
import { RevokeApiToken } from './tokens/revoke-api-token.js';

const entities = [Account, ApiToken, Attempt, Invitation, OidcIdentity, Passkey, RoleGrant, Totp];
const parts = [OidcExchange, RelyingParty, SecretBox];
const useCases = [
  AcceptInvitation,
  AccountMails,
  Authenticate,
  AuthenticateToken,
  ChangePassword,
  ConfirmTotp,
  CreateApiToken,
  EndSession,
  EnrolTotp,
  EraseAccount,
  ExportMyAccount,
  InvitePerson,
  JoinOrganisation,
  LinkProvider,
  OidcProviders,
  PresentSecondFactor,
  RegisterPasskey,
  RemovePasskey,
  RemoveTotp,
  RenewRecoveryCodes,
  RequestPasswordReset,
  ResendInvitation,
  ResetPassword,
  ResetSecondFactor,
  RevokeApiToken,
  RevokeInvitation,
  RevokeRole,
  SetAccountDisabled,
  SignIn,
  SignInWithPasskey,
  SignInWithProvider,
  SignOut,
  SwitchRole,
  UnlinkProvider,
];
const queries = [AccountQueries, ApiTokenQueries, InvitationQueries, OpenSessions, PeopleQueries, SessionQueries];

/** Who people are, how they prove it, and which roles they hold. */
@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  providers: [...parts, ...useCases, ...queries],
  exports: [...useCases, ...queries],
})
export class IdentityModule {}
