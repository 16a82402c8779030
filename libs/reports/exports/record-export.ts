import { Injectable } from '@nestjs/common';
import { organisationKindOf, type PersonActor, RecordRead } from '#yui/platform';

/** Somebody takes a whole list along: that is recorded before the first row is handed over. */
@Injectable()
export class RecordExport {
  constructor(private readonly recordRead: RecordRead) {}

  /** @throws PLATFORM.BUSY */
  async execute(actor: PersonActor, exported: { readonly list: string; readonly format: string }): Promise<void> {
    const deskId = organisationKindOf(actor.role) === 'DESK' ? actor.organisationId : null;
    await this.recordRead.execute(
      actor,
      'list.export',
      { deskId, subjectType: 'List', subjectId: actor.organisationId },
      { ...exported },
    );
  }
}
