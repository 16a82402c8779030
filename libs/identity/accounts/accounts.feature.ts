import { feature } from '#yui/platform';
import { Account } from './account.entity.js';
import { RoleGrant } from './role-grant.entity.js';

export const accounts = feature({
  entities: [Account, RoleGrant],
});
