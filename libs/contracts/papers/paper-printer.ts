import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Attachment } from '#yui/correspondence';
import { PaperPress } from '#yui/papers';
import {
  type EventHandler,
  EventHandlers,
  importOf,
  type OutboxEvent,
  Storage,
  SYSTEM,
  RetryLater,
  UnitOfWork,
} from '#yui/platform';
import { Paper } from './paper.entity.js';
import { emitPaperEvent } from './paper.events.js';

/**
 * Makes the file of a paper that was issued: sets it, keeps it, and records its hash. One paper a task, a few
 * milliseconds each, so other tasks go on in between however many are waiting.
 */
@Injectable()
export class PaperPrinter implements EventHandler, OnModuleInit {
  readonly consumer = 'paper-printer';
  readonly events = ['paper.issued'];
  readonly lane = 'papers';
  /** Opened with the first paper: a process that prints none needs no fonts. */
  private press: PaperPress | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly storage: Storage,
    private readonly handlers: EventHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.add(this);
  }

  /**
   * Done twice it makes the same bytes under the same key, and only the first is recorded.
   * @throws RetryLater while the storage is away
   */
  async before(event: OutboxEvent): Promise<void> {
    const id = String(event.payload.paperId);
    const paper = await this.unitOfWork.read(SYSTEM, async (db) => db.findOneByOrFail(Paper, { id }));
    if (paper.renderedAt !== null) return;
    this.press ??= new PaperPress();
    const pdf = this.press.print(paper.data, await this.photosOf(paper));
    const storageKey = `papers/${paper.deskId}/${id}.pdf`;
    await this.keep(storageKey, pdf);
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      const file = { sha256, storageKey, sizeBytes: pdf.length, renderedAt: tx.now };
      const { affected } = await tx.manager.update(Paper, { id, renderedAt: IsNull() }, file);
      if (affected !== 1) return;
      await emitPaperEvent(tx.asStepOf(importOf(event)), paper.deskId, 'paper.rendered', { paperId: id });
    });
  }

  /** Everything was done before. */
  async handle(): Promise<void> {}

  /** One that was erased meanwhile is missing. @throws RetryLater while the storage is away */
  private async photosOf({ data }: Paper): Promise<Map<string, Uint8Array>> {
    const photos = new Map<string, Uint8Array>();
    if (data.kind !== 'WORK_REPORT' || data.photos.length === 0) return photos;
    const ids = data.photos.map(({ attachmentId }) => attachmentId);
    const files = await this.unitOfWork.read(SYSTEM, async (db) => db.findBy(Attachment, { id: In(ids) }));
    for (const { id, storageKey } of files) {
      try {
        const bytes = await this.storage.get(storageKey);
        if (bytes !== null) photos.set(id, bytes);
      } catch (error) {
        throw new RetryLater(`STORAGE ${(error as Error).name}`);
      }
    }
    return photos;
  }

  private async keep(key: string, pdf: Uint8Array): Promise<void> {
    try {
      await this.storage.put(key, pdf, 'application/pdf');
    } catch (error) {
      throw new RetryLater(`STORAGE ${(error as Error).name}`);
    }
  }
}
