import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { ApiToken } from './api-token.entity.js';
import { type ApiTokenAction, apiTokenActions } from './api-token.policy.js';

@Injectable()
export class ApiTokenQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The tokens of the acting organisation that were not revoked, the newest first; expired ones too. */
  async ofOrganisation(actor: PersonActor): Promise<ApiToken[]> {
    return this.unitOfWork.read(actor, async (db) =>
      db.find(ApiToken, {
        where: { organisationId: actor.organisationId, revokedAt: IsNull() },
        order: { createdAt: 'DESC', id: 'DESC' },
      }),
    );
  }

  /** What the actor may do with it now. */
  availableActions(actor: PersonActor, token: ApiToken): ApiTokenAction[] {
    return apiTokenActions(actor, token);
  }
}
