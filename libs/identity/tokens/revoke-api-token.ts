import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type PersonActor, UnitOfWork } from '#yui/platform';
import { ApiToken } from './api-token.entity.js';

/** Makes a token of the acting organisation worthless, at once. */
@Injectable()
export class RevokeApiToken {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND */
  async execute(actor: PersonActor, input: { apiTokenId: string }): Promise<{ apiTokenId: string }> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { organisationId } = actor;
      const { id } = await tx.lock(ApiToken, { id: input.apiTokenId, organisationId, revokedAt: IsNull() });
      await tx.manager.update(ApiToken, { id }, { revokedAt: () => 'now()' });
      await tx.audit('revokeApiToken', { deskId: null, subjectType: 'ApiToken', subjectId: id });
      return { apiTokenId: id };
    });
  }
}
