import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Account } from './accounts/account.entity.js';
import { AccountQueries } from './accounts/account.queries.js';
import { RoleGrant } from './accounts/role-grant.entity.js';
import { Authenticate } from './sessions/authenticate.js';
import { SignIn } from './sessions/sign-in.js';
import { SignOut } from './sessions/sign-out.js';
import { SwitchRole } from './sessions/switch-role.js';

const useCases = [SignIn, SignOut, SwitchRole, Authenticate, AccountQueries];

@Module({
  imports: [TypeOrmModule.forFeature([Account, RoleGrant])],
  providers: useCases,
  exports: useCases,
})
export class IdentityModule {}
