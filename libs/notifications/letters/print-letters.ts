import { PDFDocument } from '@cantoo/pdf-lib';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { EntityNotFoundError, In } from 'typeorm';
import { todayInTokyo } from '#yui/calendar';
import { type Letter, PaperPress } from '#yui/papers';
import {
  accessErrors,
  CONFIG,
  type Config,
  DESK_ROLES,
  DomainError,
  errorForLog,
  passingFaultOf,
  type PersonActor,
  RetryLater,
  type Role,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { PaperAttachment } from '../attachments/paper-attachment.js';
import { Notification } from '../inbox/notification.entity.js';
import { composeLetter } from './compose-letter.js';
import { letterErrors } from './letter.errors.js';
import { namedLetters, waitingLetters } from './open-letters.js';
import type { OpenLetter } from './write-letter.js';

/** So many are set at one press: some seconds of work. */
export const MAX_LETTERS = 100;
/** So many times the next of those that wait are looked at, to fill one press. */
const MAX_ROUNDS = 10;

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

/** What became of letters that were looked at. */
interface Looked {
  readonly written: Written[];
  readonly hasOvertaken: boolean;
  readonly hasFaulty: boolean;
}

/**
 * The desk prints what it sends by fax or post. What has been overtaken before it was printed is dropped; what was printed can
 * still be recorded as sent, and a copy may be printed again as long as what it says holds. A letter that cannot be made keeps
 * no other from being printed.
 */
@Injectable()
export class PrintLetters {
  private press: PaperPress | null = null;
  private readonly logger = new Logger(PrintLetters.name);

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'PUBLIC_URL'>,
    private readonly unitOfWork: UnitOfWork,
    private readonly papers: PaperAttachment,
  ) {}

  /**
   * @param letterIds null: all that wait to be printed, the oldest 100 of them
   * @throws ACCESS.NOT_FOUND, LETTER.NOTHING_TO_PRINT, .OVERTAKEN, .UNWRITABLE, .TOO_MANY, .PAPERS_AWAY
   */
  async execute(actor: PersonActor, letterIds: readonly string[] | null): Promise<PrintedLetters> {
    if (!(DESK_ROLES as readonly Role[]).includes(actor.role)) throw accessErrors.NOT_FOUND();
    if (letterIds !== null && letterIds.length > MAX_LETTERS) throw letterErrors.TOO_MANY({ most: MAX_LETTERS });
    const looked = await (letterIds === null ? this.lookAtWaiting(actor) : this.lookAtNamed(actor, letterIds));
    if (letterIds !== null && looked.hasOvertaken) throw letterErrors.OVERTAKEN();
    const { pdf, bound } = await this.bind(actor, looked.written);
    const hasFaulty = looked.hasFaulty || bound.length < looked.written.length;
    if (hasFaulty && (letterIds !== null || bound.length === 0)) throw letterErrors.UNWRITABLE();
    if (bound.length === 0) throw letterErrors.NOTHING_TO_PRINT();
    // Only what is really there counts as printed; what somebody has sent meanwhile stays sent.
    const today = await this.unitOfWork.run(actor, async (tx) => {
      await markPrinted(tx, actor, bound);
      return todayInTokyo(tx.now);
    });
    return { fileName: `手紙_${today}_${bound.length}通.pdf`, pdf };
  }

  private async lookAtNamed(actor: PersonActor, ids: readonly string[]): Promise<Looked> {
    return this.unitOfWork.run(actor, async (tx) => this.write(tx, actor, await namedLetters(tx, actor, ids)));
  }

  /** The oldest that can be printed: those that cannot be stand in nobody's way. */
  private async lookAtWaiting(actor: PersonActor): Promise<Looked> {
    const seen: string[] = [];
    let all: Looked = { written: [], hasOvertaken: false, hasFaulty: false };
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const most = MAX_LETTERS - all.written.length;
      const { ids, looked } = await this.unitOfWork.run(actor, async (tx) => {
        const letters = await waitingLetters(tx, actor, { except: seen, most });
        return { ids: letters.map(({ id }) => id), looked: await this.write(tx, actor, letters) };
      });
      seen.push(...ids);
      all = {
        written: [...all.written, ...looked.written],
        hasOvertaken: all.hasOvertaken || looked.hasOvertaken,
        hasFaulty: all.hasFaulty || looked.hasFaulty,
      };
      if (ids.length < most || all.written.length >= MAX_LETTERS) break;
    }
    return all;
  }

  private async write(tx: Transaction, actor: PersonActor, letters: readonly OpenLetter[]): Promise<Looked> {
    const written: Written[] = [];
    let [hasOvertaken, hasFaulty] = [false, false];
    for (const open of letters) {
      const { id, paperId } = open;
      const letter = await this.compose(tx, actor, open);
      if (letter === 'FAULTY') hasFaulty = true;
      else if (letter !== null) written.push({ id, paperId, letter });
      else {
        hasOvertaken = true;
        await tx.manager.update(Notification, { id, status: 'QUEUED' }, { status: 'DROPPED' });
      }
    }
    return { written, hasOvertaken, hasFaulty };
  }

  /** Null: overtaken. What it is about may have gone out of sight of the desk. */
  private async compose(tx: Transaction, actor: PersonActor, open: OpenLetter): Promise<Letter | 'FAULTY' | null> {
    try {
      return await tx.part(actor, async (part) => composeLetter(part, open, this.config.PUBLIC_URL));
    } catch (error) {
      if (error instanceof EntityNotFoundError || isNotFound(error)) return null;
      this.skip(open.id, error);
      return 'FAULTY';
    }
  }

  private async bind(
    actor: PersonActor,
    written: readonly Written[],
  ): Promise<{ readonly pdf: Uint8Array; readonly bound: Written[] }> {
    this.press ??= new PaperPress();
    const file = await PDFDocument.create();
    const bound: Written[] = [];
    for (const each of written) {
      try {
        const parts: Uint8Array[] = [this.press.printLetter(each.letter)];
        if (each.paperId !== null) parts.push((await this.papers.load(actor, each.paperId)).content);
        const pages = [];
        for (const part of parts) {
          const source = await PDFDocument.load(part);
          pages.push(...(await file.copyPages(source, source.getPageIndices())));
        }
        for (const page of pages) file.addPage(page);
        bound.push(each);
      } catch (error) {
        if (error instanceof RetryLater) throw letterErrors.PAPERS_AWAY();
        this.skip(each.id, error);
      }
    }
    return { pdf: await file.save(), bound };
  }

  /** @throws the error again when it passes by itself */
  private skip(letterId: string, error: unknown): void {
    if (passingFaultOf(error) !== null) throw error;
    this.logger.error({ msg: 'letter cannot be made', letterId, error: errorForLog(error) });
  }
}

const isNotFound = (error: unknown) => error instanceof DomainError && error.code === 'ACCESS.NOT_FOUND';

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
