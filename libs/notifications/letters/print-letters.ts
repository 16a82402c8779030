import { PDFDocument } from '@cantoo/pdf-lib';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { todayInTokyo } from '#yui/calendar';
import { type Letter, PaperPress } from '#yui/papers';
import {
  accessErrors,
  CONFIG,
  type Config,
  DESK_ROLES,
  type PersonActor,
  RetryLater,
  type Role,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { PaperAttachment } from '../attachments/paper-attachment.js';
import { Notification } from '../inbox/notification.entity.js';
import { isStillTold } from '../messages/is-still-told.js';
import { letterErrors } from './letter.errors.js';
import { IS_TO_PRINT } from './letter.queries.js';
import { type OpenLetter, writeLetter } from './write-letter.js';

/** So many are set at one press: some seconds of work. */
export const MAX_LETTERS = 100;

/** One file of letters, each followed by the papers that go along. */
interface PrintedLetters {
  readonly fileName: string;
  readonly pdf: Uint8Array;
}

interface Written {
  readonly id: string;
  readonly paperId: string | null;
  readonly letter: Letter;
}

/** The desk prints what it sends by fax or post. What has been overtaken meanwhile is dropped; a copy may be printed again. */
@Injectable()
export class PrintLetters {
  private press: PaperPress | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
    private readonly unitOfWork: UnitOfWork,
    private readonly papers: PaperAttachment,
  ) {}

  /**
   * @param letterIds null: all that wait to be printed, the oldest 100 of them
   * @throws ACCESS.NOT_FOUND, LETTER.NOTHING_TO_PRINT, .TOO_MANY, .PAPERS_AWAY
   */
  async execute(actor: PersonActor, letterIds: readonly string[] | null): Promise<PrintedLetters> {
    if (!(DESK_ROLES as readonly Role[]).includes(actor.role)) throw accessErrors.NOT_FOUND();
    if (letterIds !== null && letterIds.length > MAX_LETTERS) throw letterErrors.TOO_MANY({ most: MAX_LETTERS });
    const { written, today } = await this.unitOfWork.run(actor, async (tx) => ({
      written: await this.write(tx, await openLetters(tx, actor.organisationId, letterIds)),
      today: todayInTokyo(tx.now),
    }));
    if (written.length === 0) throw letterErrors.NOTHING_TO_PRINT();
    const pdf = await this.bind(actor, written);
    // Only what is really there counts as printed; what somebody has sent meanwhile stays sent.
    await this.unitOfWork.run(actor, async (tx) => markPrinted(tx, actor, written));
    return { fileName: `手紙_${today}_${written.length}通.pdf`, pdf };
  }

  private async write(tx: Transaction, letters: readonly OpenLetter[]): Promise<Written[]> {
    const written: Written[] = [];
    for (const letter of letters) {
      const cause = { name: letter.kind, payload: letter.payload ?? {} };
      if (!(await isStillTold(tx, cause, letter.organisationId))) {
        await tx.manager.update(Notification, { id: letter.id }, { status: 'DROPPED' });
        continue;
      }
      const { id, paperId } = letter;
      written.push({ id, paperId, letter: await writeLetter(tx, letter, cause, this.config.PUBLIC_URL) });
    }
    return written;
  }

  private async bind(actor: PersonActor, written: readonly Written[]): Promise<Uint8Array> {
    this.press ??= new PaperPress();
    const bound = await PDFDocument.create();
    for (const { letter, paperId } of written) {
      const parts: Uint8Array[] = [this.press.printLetter(letter)];
      if (paperId !== null) parts.push(await this.paper(actor, paperId));
      for (const part of parts) {
        const pages = await PDFDocument.load(part);
        for (const page of await bound.copyPages(pages, pages.getPageIndices())) bound.addPage(page);
      }
    }
    return bound.save();
  }

  private async paper(actor: PersonActor, id: string): Promise<Uint8Array> {
    try {
      return (await this.papers.load(actor, id)).content;
    } catch (error) {
      throw error instanceof RetryLater ? letterErrors.PAPERS_AWAY() : error;
    }
  }
}

/** @throws ACCESS.NOT_FOUND when one of those that were named is not there */
async function openLetters(tx: Transaction, deskId: string, ids: readonly string[] | null): Promise<OpenLetter[]> {
  const query = tx.manager
    .createQueryBuilder(Notification, 'letter')
    .where({ deskId, channel: 'LETTER' })
    .orderBy('letter.createdAt')
    .addOrderBy('letter.id')
    .limit(MAX_LETTERS);
  if (ids === null) query.andWhere(IS_TO_PRINT);
  else query.andWhere({ id: In([...ids]) }).andWhere(`letter.status <> 'DROPPED'`);
  const letters = await query.setLock('pessimistic_write').getMany();
  if (ids !== null && letters.length < new Set(ids).size) throw accessErrors.NOT_FOUND();
  return letters as OpenLetter[];
}

async function markPrinted(tx: Transaction, actor: PersonActor, written: readonly Written[]): Promise<void> {
  const letters = await tx.manager.find(Notification, {
    where: { id: In(written.map(({ id }) => id)), status: In(['QUEUED', 'PRINTED']) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  for (const { id, deskId } of letters) {
    await tx.manager.update(Notification, { id }, { status: 'PRINTED', printedAt: tx.now, printedBy: actor.accountId });
    await tx.audit('letter.print', { deskId, subjectType: 'Notification', subjectId: id }, {});
  }
}
