import type { Transaction } from '#yui/platform';
import { enteredForErrors } from './entered-for.errors.js';
import type { EnteredFor } from './entered-for.entity.js';
import { ENTERED_OPERATIONS } from './entered-operations.js';

/**
 * What the party has done itself since it said so is its later word: what it said before is not entered over it. Asked when
 * the work is done and its rows are locked, so that nothing of the party can come between.
 * @throws ENTERED_FOR.OVERTAKEN
 */
export async function refuseOvertaken(tx: Transaction, entered: EnteredFor): Promise<void> {
  const actions = ENTERED_OPERATIONS[entered.operation]?.overtakenBy ?? [];
  if (actions.length === 0) return;
  const { workOrderId, assignmentId, callId, buyerId, facilityId, deskId, saidAt } = entered;
  const [later] = await tx.manager.query<{ at: Date }[]>(
    `SELECT at FROM audit_entry
     WHERE subject_id IN (${PARTS}) AND at > $4 AND desk_id = $5 AND organisation_id = $6 AND action = ANY($7)
     ORDER BY at DESC LIMIT 1`,
    [workOrderId, assignmentId, callId, saidAt, deskId, buyerId ?? facilityId, actions],
  );
  if (later) throw enteredForErrors.OVERTAKEN({ at: later.at.toISOString() }).at('enteredFor.saidAt');
}

/** What a party acts on: $1 the order, $2 its share, $3 the call. */
const PARTS = `
  SELECT unnest(ARRAY[$1, $2]::uuid[])
  UNION ALL SELECT id FROM share_change WHERE assignment_id = $2
  UNION ALL SELECT id FROM call_response WHERE call_id = $3
  UNION ALL SELECT id FROM quote WHERE work_order_id = $1
  UNION ALL SELECT id FROM amendment WHERE work_order_id = $1
  UNION ALL SELECT id FROM cancellation WHERE work_order_id = $1
  UNION ALL SELECT id FROM work_rejection WHERE work_order_id = $1`;
