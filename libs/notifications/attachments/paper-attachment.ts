import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Paper } from '#yui/contracts';
import { PAPER_TITLES } from '#yui/papers';
import { type Actor, Storage, RetryLater, UnitOfWork } from '#yui/platform';

/** A file that goes along with a mail or a letter. */
export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** The file of a paper, to go along with a mail or a letter. */
@Injectable()
export class PaperAttachment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly storage: Storage,
  ) {}

  /**
   * @param actor who may read the paper: the product itself, or the desk that prints it
   * @throws RetryLater while the storage is away; Error when the file is not what was issued
   */
  async load(actor: Actor, paperId: string): Promise<Attachment> {
    const paper = await this.unitOfWork.read(actor, async (db) => db.findOneByOrFail(Paper, { id: paperId }));
    const pdf = await this.read(paper.storageKey ?? '');
    if (pdf === null || createHash('sha256').update(pdf).digest('hex') !== paper.sha256) {
      throw new Error(`the file of paper ${paperId} is not what was issued`);
    }
    return {
      filename: `${PAPER_TITLES[paper.kind]}_${paper.number}.pdf`,
      contentType: 'application/pdf',
      content: Buffer.from(pdf),
    };
  }

  private async read(key: string): Promise<Uint8Array | null> {
    try {
      return await this.storage.get(key);
    } catch (error) {
      throw new RetryLater(`STORAGE ${(error as Error).name}`);
    }
  }
}
