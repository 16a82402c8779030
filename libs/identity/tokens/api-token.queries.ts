import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { PersonActor } from '#yui/platform';
import { ApiToken } from './api-token.entity.js';

@Injectable()
export class ApiTokenQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The tokens of the acting organisation that were not revoked, the newest first; expired ones too. */
  async ofOrganisation(actor: PersonActor): Promise<ApiToken[]> {
    return this.dataSource.manager.find(ApiToken, {
      where: { organisationId: actor.organisationId, revokedAt: IsNull() },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }
}
