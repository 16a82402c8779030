import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import {
  checkFields,
  MAX_UNIT_PRICE_SEN,
  optionalText,
  type PartyActor,
  type PersonActor,
  requireInteger,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { callErrors } from './call.errors.js';
import type { CallInput } from './close-call.js';
import { giveAnswer } from './give-answer.js';

export interface AnswerCallInput extends CallInput {
  readonly units: number;
  readonly unitPriceSen: number;
  readonly earliestFinishOn: LocalDate;
  readonly remark?: string | null;
}

const MAX_DAYS_AHEAD = 366;

/** A facility says how many it could do, at what price and until when, or changes what it said. Nothing is promised yet. */
@Injectable()
export class AnswerCall {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, CALL.OVER, CALL.UNITS_OUT_OF_RANGE, CALL.FINISH_OUT_OF_RANGE, INPUT.* */
  async execute(actor: PersonActor, input: AnswerCallInput): Promise<{ callId: string }> {
    return this.unitOfWork.command('answerCall', actor, input, async (tx) => sayYesToCall(tx, actor, input));
  }
}

/** The answer of the acting facility. @throws what AnswerCall throws */
export async function sayYesToCall(
  tx: Transaction,
  actor: PartyActor,
  { callId, units, unitPriceSen, earliestFinishOn, remark }: Omit<AnswerCallInput, 'idempotencyKey'>,
): Promise<{ callId: string }> {
  return giveAnswer(tx, actor, callId, 'answer', (call) => {
    const most = call.quantity;
    const today = todayInTokyo(tx.now);
    const answer = checkFields({
      units: () => requireInteger('units', units, 1, most, callErrors.UNITS_OUT_OF_RANGE({ most })),
      unitPriceSen: () => requireInteger('unitPriceSen', unitPriceSen, 0, MAX_UNIT_PRICE_SEN),
      earliestFinishOn: () => {
        if (earliestFinishOn >= today && earliestFinishOn <= addDays(today, MAX_DAYS_AHEAD)) return earliestFinishOn;
        throw callErrors.FINISH_OUT_OF_RANGE().at('earliestFinishOn');
      },
      remark: () => optionalText('remark', remark, 1000),
    });
    return { status: 'CAN', ...answer };
  });
}
