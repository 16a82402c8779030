import { DeskBuyer, Membership } from '#yui/directory';
import {
  accessErrors,
  checkFields,
  checkWithin,
  type EnteredCommand,
  optionalText,
  organisationKindOf,
  requireLine,
  type Said,
  type Transaction,
} from '#yui/platform';
import { Attachment } from '../attachments/attachment.entity.js';
import { enteredForErrors } from './entered-for.errors.js';
import { ENTERED_OPERATIONS } from './entered-operations.js';
import { EnteringRefusal } from './entering-refusal.entity.js';

const MS_PER_DAY = 86_400_000;
const MAX_AGE_DAYS = 366;
/** Clocks of people differ by so much. */
const AHEAD_MS = 5 * 60_000;

/**
 * Whether the desk may enter this for the party, with what it says of it. What the party may do itself the command asks as
 * ever.
 * @throws ACCESS.NOT_FOUND for a party of another desk, ENTERED_FOR.*, INPUT.*
 */
export async function checkEntered(tx: Transaction, { actor, operation }: EnteredCommand): Promise<void> {
  const { organisationId: party, entering } = actor;
  const deskId = entering.desk.organisationId;
  if (organisationKindOf(actor.role) === 'BUYER') await tx.get(DeskBuyer, { deskId, buyerId: party });
  // Work that runs is finished also by one that has left.
  else if (!(await tx.manager.existsBy(Membership, { deskId, facilityId: party }))) throw accessErrors.NOT_FOUND();
  if (await tx.manager.existsBy(EnteringRefusal, { organisationId: party })) throw enteredForErrors.SWITCHED_OFF();
  const { note, attachmentId } = checkSaid(entering.said, tx.now);
  if (attachmentId !== null) await requireFile(tx, attachmentId, actor);
  if (ENTERED_OPERATIONS[operation]?.evidence === 'REQUIRED' && note === '' && attachmentId === null) {
    throw enteredForErrors.EVIDENCE_MISSING().at('enteredFor.note');
  }
}

/** As it is kept. @throws ENTERED_FOR.SAID_AT_IMPOSSIBLE, INPUT.* */
export function checkSaid(said: Said, now: Date) {
  return checkWithin('enteredFor', () =>
    checkFields({
      saidBy: () => requireLine('saidBy', said.saidBy, 100),
      channel: () => said.channel,
      saidAt: () => {
        const saidAt = said.saidAt ?? now;
        const age = now.getTime() - saidAt.getTime();
        if (age >= -AHEAD_MS && age <= MAX_AGE_DAYS * MS_PER_DAY) return saidAt;
        throw enteredForErrors.SAID_AT_IMPOSSIBLE().at('saidAt');
      },
      note: () => optionalText('note', said.note, 1000),
      attachmentId: () => said.attachmentId ?? null,
    }),
  );
}

/** A file of this desk that the party may read. @throws ACCESS.NOT_FOUND */
async function requireFile(tx: Transaction, id: string, actor: EnteredCommand['actor']): Promise<void> {
  const file = await tx.get(Attachment, { id, deskId: actor.entering.desk.organisationId });
  const isTheirs =
    organisationKindOf(actor.role) === 'BUYER'
      ? file.buyerId === actor.organisationId && file.isForBuyer
      : file.facilityId === actor.organisationId;
  if (!isTheirs || file.storedAt === null || file.removedAt !== null) throw accessErrors.NOT_FOUND();
}
