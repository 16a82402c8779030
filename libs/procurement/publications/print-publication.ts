import { Injectable } from '@nestjs/common';
import { todayInTokyo } from '#yui/calendar';
import { Buyer } from '#yui/directory';
import { PaperPress } from '#yui/papers';
import { type PersonActor, RecordRead, UnitOfWork } from '#yui/platform';
import { PublicationQueries } from './publication.queries.js';
import { publicationSheet } from './publication-sheet.js';

/** A publication as a PDF. Made when it is asked for: a draft changes, and what is published does not. */
@Injectable()
export class PrintPublication {
  private press: PaperPress | null = null;

  constructor(
    private readonly queries: PublicationQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly recordRead: RecordRead,
  ) {}

  /** @throws ACCESS.NOT_FOUND */
  async execute(actor: PersonActor, publicationId: string): Promise<{ fileName: string; pdf: Uint8Array }> {
    const publication = await this.queries.one(actor, publicationId);
    const { name } = await this.unitOfWork.read(actor, async (db) =>
      db.findOneByOrFail(Buyer, { id: publication.buyerId }),
    );
    const fact = { deskId: publication.deskId, subjectType: 'Publication', subjectId: publication.id };
    await this.recordRead.execute(actor, 'publication.read', fact);
    const draftedOn = todayInTokyo(publication.draftedAt);
    this.press ??= new PaperPress();
    const sheet = publicationSheet(publication, name, draftedOn);
    const pdf = this.press.printSheet(sheet, publication.publishedOn ?? draftedOn);
    return { fileName: `公表文_${publication.kind}_${sheet.number}.pdf`, pdf };
  }
}
