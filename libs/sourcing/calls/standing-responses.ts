import { In } from 'typeorm';
import type { Transaction } from '#yui/platform';
import { CallResponse } from './call-response.entity.js';
import { STANDING_STATES } from './call.transitions.js';

/** What each facility says now, in the order of facilities; who took an answer back is not among them. */
export async function standingResponses(tx: Transaction, callId: string): Promise<CallResponse[]> {
  return tx.manager.find(CallResponse, {
    where: { callId, status: In([...STANDING_STATES]) },
    order: { facilityId: 'ASC' },
  });
}

/** Units facilities could do, all together. */
export function unitsOffered(responses: readonly CallResponse[]): number {
  return responses.reduce((sum, response) => sum + (response.status === 'CAN' ? (response.units ?? 0) : 0), 0);
}
