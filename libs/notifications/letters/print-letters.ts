import { setImmediate as nextTurn } from 'node:timers/promises';
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
import { type ClaimedLetter, claimLetters, lockClaimed, releaseLetters } from './claim-letters.js';
import { composeLetter } from './compose-letter.js';
import { letterErrors } from './letter.errors.js';
import { namedLetters, waitingLetters } from './open-letters.js';
import type { OpenLetter } from './write-letter.js';

/** Not recorded as sent yet. */
const OPEN = ['QUEUED', 'PRINTED'] as const;
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
  readonly claimed: ClaimedLetter;
  readonly letter: Letter;
}

/** What became of letters that were looked at. */
interface Looked {
  readonly written: Written[];
  readonly hasOvertaken: boolean;
  readonly hasFaulty: boolean;
}

/**
 * The desk prints what it sends by fax or post; who prints a letter has it alone until it is printed. What has been overtaken is
 * dropped; what had been printed before can still be recorded as sent, and a copy may be printed again as long as what it says
 * holds. A letter that cannot be made keeps no other from being printed.
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
   * @throws ACCESS.NOT_FOUND, LETTER.NOTHING_TO_PRINT, .OVERTAKEN, .UNDER_WAY, .UNWRITABLE, .TOO_MANY, .PAPERS_AWAY
   */
  async execute(actor: PersonActor, letterIds: readonly string[] | null): Promise<PrintedLetters> {
    if (!(DESK_ROLES as readonly Role[]).includes(actor.role)) throw accessErrors.NOT_FOUND();
    if (letterIds !== null && letterIds.length > MAX_LETTERS) throw letterErrors.TOO_MANY({ most: MAX_LETTERS });
    const claimed: ClaimedLetter[] = [];
    try {
      return await this.print(actor, letterIds, claimed);
    } catch (error) {
      await this.giveBack(actor, claimed);
      throw error;
    }
  }

  /** @param claimed what is claimed on the way */
  private async print(
    actor: PersonActor,
    letterIds: readonly string[] | null,
    claimed: ClaimedLetter[],
  ): Promise<PrintedLetters> {
    const looked = await (letterIds === null
      ? this.lookAtWaiting(actor, claimed)
      : this.lookAtNamed(actor, letterIds, claimed));
    if (letterIds !== null && looked.hasOvertaken) throw letterErrors.OVERTAKEN();
    const { pdf, bound } = await this.bind(actor, looked.written);
    const hasFaulty = looked.hasFaulty || bound.length < looked.written.length;
    if (hasFaulty && (letterIds !== null || bound.length === 0)) throw letterErrors.UNWRITABLE();
    if (bound.length === 0) throw letterErrors.NOTHING_TO_PRINT();
    // Only what is really there counts as printed.
    const today = await this.unitOfWork.run(actor, async (tx) => {
      await markPrinted(tx, actor, bound);
      await releaseLetters(tx, claimed);
      return todayInTokyo(tx.now);
    });
    return { fileName: `手紙_${today}_${bound.length}通.pdf`, pdf };
  }

  /** Where even this fails, the letters are free again after a while. */
  private async giveBack(actor: PersonActor, claimed: readonly ClaimedLetter[]): Promise<void> {
    try {
      await this.unitOfWork.run(actor, async (tx) => releaseLetters(tx, claimed));
    } catch (error) {
      this.logger.warn({ msg: 'letters stay claimed', error: errorForLog(error) });
    }
  }

  private async lookAtNamed(actor: PersonActor, ids: readonly string[], claimed: ClaimedLetter[]): Promise<Looked> {
    const letters = await this.claim(actor, claimed, async (tx) => namedLetters(tx, actor, ids));
    return this.write(actor, letters);
  }

  /** The oldest that can be printed: those that cannot be stand in nobody's way. */
  private async lookAtWaiting(actor: PersonActor, claimed: ClaimedLetter[]): Promise<Looked> {
    let all: Looked = { written: [], hasOvertaken: false, hasFaulty: false };
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const most = MAX_LETTERS - all.written.length;
      const except = claimed.map(({ id }) => id);
      const letters = await this.claim(actor, claimed, async (tx) => waitingLetters(tx, actor, { except, most }));
      const looked = await this.write(actor, letters);
      all = {
        written: [...all.written, ...looked.written],
        hasOvertaken: all.hasOvertaken || looked.hasOvertaken,
        hasFaulty: all.hasFaulty || looked.hasFaulty,
      };
      if (letters.length < most || all.written.length >= MAX_LETTERS) break;
    }
    return all;
  }

  /** In a transaction of its own, a short one: who comes second is told so at once. @throws LETTER.UNDER_WAY */
  private async claim(
    actor: PersonActor,
    claimed: ClaimedLetter[],
    find: (tx: Transaction) => Promise<OpenLetter[]>,
  ): Promise<ClaimedLetter[]> {
    const letters = await this.unitOfWork.run(actor, async (tx) => claimLetters(tx, await find(tx)));
    claimed.push(...letters);
    return letters;
  }

  private async write(actor: PersonActor, letters: readonly ClaimedLetter[]): Promise<Looked> {
    return this.unitOfWork.run(actor, async (tx) => {
      const written: Written[] = [];
      let [hasOvertaken, hasFaulty] = [false, false];
      for (const claimed of letters) {
        const letter = await this.compose(tx, actor, claimed);
        if (letter === 'FAULTY') hasFaulty = true;
        else if (letter !== null) written.push({ claimed, letter });
        else {
          hasOvertaken = true;
          await tx.manager.update(Notification, { id: claimed.id, status: In([...OPEN]) }, { status: 'DROPPED' });
        }
      }
      return { written, hasOvertaken, hasFaulty };
    });
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
      // Setting a letter keeps the process to itself: in between everybody else has a turn.
      await nextTurn();
      const { id, paperId } = each.claimed;
      try {
        const parts: Uint8Array[] = [this.press.printLetter(each.letter)];
        if (paperId !== null) parts.push((await this.papers.load(actor, paperId)).content);
        const pages = [];
        for (const part of parts) {
          const source = await PDFDocument.load(part);
          pages.push(...(await file.copyPages(source, source.getPageIndices())));
        }
        for (const page of pages) file.addPage(page);
        bound.push(each);
      } catch (error) {
        if (error instanceof RetryLater) throw letterErrors.PAPERS_AWAY();
        this.skip(id, error);
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

/** What was sent stays sent, also when a copy of it is printed. @throws LETTER.UNDER_WAY */
async function markPrinted(tx: Transaction, actor: PersonActor, bound: readonly Written[]): Promise<void> {
  const letters = bound.map(({ claimed }) => claimed);
  await lockClaimed(tx, letters);
  for (const { id, deskId, status } of letters) {
    if (status === 'SENT') continue;
    await tx.manager.update(Notification, { id }, { status: 'PRINTED', printedAt: tx.now, printedBy: actor.accountId });
    await tx.audit('letter.print', { deskId, subjectType: 'Notification', subjectId: id }, {});
  }
}
