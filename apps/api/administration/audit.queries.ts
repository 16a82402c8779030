import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditEntry, type PersonActor } from '#yui/platform';
import type { AuditEntryPageType } from './administration.types.js';

@Injectable()
export class AuditQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** What was done to one thing at the acting desk, the newest first. Another desk's thing has no entries. */
  async page(actor: PersonActor, subjectId: string, page: { skip: number; take: number }): Promise<AuditEntryPageType> {
    const [entries, totalItems] = await this.dataSource.manager.findAndCount(AuditEntry, {
      where: { deskId: actor.organisationId, subjectId },
      order: { at: 'DESC', id: 'DESC' },
      ...page,
    });
    const items = entries.map(({ change, ...entry }) => ({ ...entry, changeJson: JSON.stringify(change) }));
    return { items, totalItems };
  }
}
