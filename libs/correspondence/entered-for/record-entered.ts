import { IsNull } from 'typeorm';
import { Assignment, Material } from '#yui/fulfilment';
import { emitOrderEvent, Quote } from '#yui/orders';
import { accessErrors, type EnteredCommand, organisationKindOf, type Transaction } from '#yui/platform';
import { Call } from '#yui/sourcing';
import { Attachment } from '../attachments/attachment.entity.js';
import { Question } from '../questions/question.entity.js';
import { checkSaid } from './check-entered.js';
import { EnteredFor } from './entered-for.entity.js';
import { refuseOvertaken } from './overtaken.js';

type Subject = Pick<EnteredFor, 'workOrderId' | 'standingOrderId' | 'assignmentId' | 'callId'>;

/**
 * Keeps who said what was entered, next to what it is about, and has the party told.
 * @throws ENTERED_FOR.OVERTAKEN
 */
export async function recordEntered(tx: Transaction, command: EnteredCommand, result: object): Promise<void> {
  const { actor, operation } = command;
  const { id, desk, said } = actor.entering;
  const subject = await subjectOf(tx, { ...command.content, ...result });
  // The file proves this, so it is of this order, and stays.
  const { attachmentId } = said;
  if (attachmentId) {
    // Files belong to orders: of what is no order yet there is a note.
    if (subject.workOrderId === null) throw accessErrors.NOT_FOUND().at('enteredFor.attachmentId');
    await tx.lock(Attachment, { id: attachmentId, workOrderId: subject.workOrderId, removedAt: IsNull() });
  }
  const isBuyer = organisationKindOf(actor.role) === 'BUYER';
  const entered: EnteredFor = {
    id,
    deskId: desk.organisationId,
    buyerId: isBuyer ? actor.organisationId : null,
    facilityId: isBuyer ? null : actor.organisationId,
    operation,
    ...subject,
    ...checkSaid(said, tx.now),
    enteredBy: actor.accountId,
    enteredAt: tx.now,
  };
  await refuseOvertaken(tx, entered);
  await tx.manager.insert(EnteredFor, entered);
  await tx.audit(
    'enteredFor.record',
    { deskId: entered.deskId, subjectType: 'EnteredFor', subjectId: id },
    {
      kind: operation,
      workOrderId: subject.workOrderId,
      standingOrderId: subject.standingOrderId,
      channel: said.channel,
    },
  );
  // Of what is about a standing order alone, the party is told by what knows standing orders.
  if (subject.workOrderId === null) return;
  await emitOrderEvent(tx, entered.deskId, 'entered-for.recorded', {
    workOrderId: subject.workOrderId,
    enteredForId: id,
  });
}

/** What a command is about, from the ids it was given and gives back. */
async function subjectOf(tx: Transaction, ids: Readonly<Record<string, unknown>>): Promise<Subject> {
  const idOf = (name: string) => (typeof ids[name] === 'string' ? ids[name] : null);
  const none = { standingOrderId: null, assignmentId: null, callId: null };
  const questionId = idOf('questionId');
  if (questionId) {
    const { workOrderId, assignmentId } = await tx.get(Question, { id: questionId });
    return { ...none, workOrderId, assignmentId };
  }
  const materialId = idOf('materialId');
  const assignmentId =
    idOf('assignmentId') ?? (materialId && (await tx.get(Material, { id: materialId })).assignmentId);
  if (assignmentId) {
    const { workOrderId } = await tx.get(Assignment, { id: assignmentId });
    return { ...none, workOrderId, assignmentId };
  }
  const callId = idOf('callId');
  if (callId) return { ...none, workOrderId: (await tx.get(Call, { id: callId })).workOrderId, callId };
  const quoteId = idOf('quoteId');
  const workOrderId = idOf('workOrderId') ?? (quoteId && (await tx.get(Quote, { id: quoteId })).workOrderId);
  const standingOrderId = idOf('standingOrderId');
  if (standingOrderId) return { ...none, workOrderId, standingOrderId };
  if (!workOrderId)
    throw new Error(`What is entered for others answers with what it is about: ${Object.keys(ids).join(', ')}`);
  return { ...none, workOrderId };
}
