import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import { Desk, Facility, WorkType } from '#yui/directory';
import { SYSTEM, type Transaction, UnitOfWork } from '#yui/platform';
import {
  Call,
  CallResponse,
  callTransitions,
  sayNoToCall,
  sayYesToCall,
  STANDING_STATES,
  takeCallAnswerBack,
} from '#yui/sourcing';
import { type LinkedPerson, type LinkRequest, personOf, rehearse } from './act-by-link.js';
import { answerLinkErrors } from './answer-link.errors.js';
import { CallLink } from './call-link.entity.js';
import { hashToken } from './link-token.js';

export type CallLinkAnswer =
  | {
      readonly answer: 'CAN';
      readonly units: number;
      readonly unitPriceSen: number;
      readonly earliestFinishOn: LocalDate;
      readonly remark: string;
    }
  | { readonly answer: 'CANNOT'; readonly reason: string }
  | { readonly answer: 'UNDO' };

/** What somebody with the link reads of a call: nothing of the buyer, of prices, or of who else was called. */
export interface LinkedCall {
  readonly facilityName: string;
  readonly deskName: string;
  readonly title: string;
  readonly workTypeJa: string;
  readonly unit: string;
  readonly specification: string;
  readonly note: string;
  readonly quantity: number;
  readonly dueOn: LocalDate;
  readonly closesAt: Date;
  /** It is not over: what the facility says is taken, or changed. */
  readonly isOpen: boolean;
  /** What the facility has said last, and not taken back. */
  readonly said: Pick<
    CallResponse,
    'status' | 'units' | 'unitPriceSen' | 'earliestFinishOn' | 'remark' | 'isLate'
  > | null;
}

/** A facility answers a call by the link of a mail, without signing in; while the call lasts it may change what it said. */
@Injectable()
export class AnswerCallByLink {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Changes nothing. @throws ANSWER_LINK.UNKNOWN */
  async show(token: string, request: LinkRequest): Promise<LinkedCall> {
    return this.unitOfWork.run({ ...SYSTEM, ...request }, async (tx) => {
      const link = await linkOf(tx, token);
      await personOf(tx, link, request);
      return readLinkedCall(tx, link);
    });
  }

  /** What the answer would come to; nothing is kept. @throws what `execute` throws */
  async review(token: string, said: CallLinkAnswer, request: LinkRequest): Promise<LinkedCall> {
    return rehearse(this.unitOfWork, request, async (tx) => answer(tx, token, said, request));
  }

  /** @throws ANSWER_LINK.UNKNOWN, CALL.*, INPUT.* */
  async execute(token: string, said: CallLinkAnswer, request: LinkRequest): Promise<LinkedCall> {
    return this.unitOfWork.run({ ...SYSTEM, ...request }, async (tx) => answer(tx, token, said, request));
  }
}

async function linkOf(tx: Transaction, token: string): Promise<CallLink> {
  const link = await tx.manager.findOneBy(CallLink, { tokenHash: hashToken(token) });
  if (!link) throw answerLinkErrors.UNKNOWN();
  return link;
}

async function answer(tx: Transaction, token: string, said: CallLinkAnswer, request: LinkRequest): Promise<LinkedCall> {
  const link = await linkOf(tx, token);
  const person = await personOf(tx, link, request);
  await say(person, link.callId, said);
  await person.inTheirName.audit(
    'call.answerByLink',
    { deskId: link.deskId, subjectType: 'Call', subjectId: link.callId },
    { answer: said.answer, sentTo: link.accountId },
  );
  return readLinkedCall(tx, link);
}

async function say({ actor, inTheirName: tx }: LinkedPerson, callId: string, said: CallLinkAnswer): Promise<void> {
  if (said.answer === 'CAN') await sayYesToCall(tx, actor, { callId, ...said });
  else if (said.answer === 'CANNOT') await sayNoToCall(tx, actor, { callId, reason: said.reason });
  else await takeCallAnswerBack(tx, actor, { callId });
}

async function readLinkedCall(tx: Transaction, link: CallLink): Promise<LinkedCall> {
  const call = await tx.get(Call, { id: link.callId });
  const workType = await tx.get(WorkType, { code: call.workTypeCode });
  const { callId, facilityId } = link;
  const standing = { callId, facilityId, status: In([...STANDING_STATES]) };
  return {
    facilityName: (await tx.get(Facility, { id: facilityId })).name,
    deskName: (await tx.get(Desk, { id: link.deskId })).name,
    title: call.title,
    workTypeJa: workType.nameJa,
    unit: workType.unit,
    specification: call.specification,
    note: call.note,
    quantity: call.quantity,
    dueOn: call.dueOn,
    closesAt: call.closesAt,
    isOpen: callTransitions.can(call.status, 'answer'),
    said: await tx.manager.findOneBy(CallResponse, standing),
  };
}
