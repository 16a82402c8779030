export { Account } from './accounts/account.entity.js';
export { AccountQueries, peopleOf, type Recipient } from './accounts/account.queries.js';
export { createAccount } from './accounts/create-account.js';
export { RoleGrant } from './accounts/role-grant.entity.js';
export { IdentityModule } from './identity.module.js';
export { Authenticate } from './sessions/authenticate.js';
export { SignIn } from './sessions/sign-in.js';
export { SignOut } from './sessions/sign-out.js';
export { SwitchRole } from './sessions/switch-role.js';
