import { DomainError } from '#yui/platform';
import {
  AcceptAssignment,
  AcceptPartOfAssignment,
  Assignment,
  DeclineAssignment,
  WithdrawAssignment,
} from '#yui/fulfilment';
import { createProduct, newKey, type Product } from '../harness/product.js';
import { tryAgainWhenBusy } from '../harness/try-again.js';
import { assignmentsOf, placedOrder, promisedSeconds, splitAndSend } from './order-fixtures.js';
import { outcome } from './outcome.js';

function tally(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of outcomes) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

describe('Simultaneous answers', () => {
  let product: Product;
  let second: Product;

  beforeAll(async () => {
    product = await createProduct();
    second = await product.another();
  });
  afterAll(() => product.close());

  /** Offers of one facility, each so large that only one of them fits. */
  async function rivalOffers(count: number): Promise<{ facilityId: string; ids: string[] }> {
    const { workOrderId, lineId } = await placedOrder(product, 3000);
    await splitAndSend(product, lineId);
    const [model] = await assignmentsOf(product, workOrderId);
    if (!model) throw new Error('The order was not split');
    await product.db.query('DELETE FROM capacity_promise WHERE facility_id = $1', [model.facilityId]);
    await product.db.query('UPDATE facility_capacity SET promised_seconds = 0 WHERE facility_id = $1', [
      model.facilityId,
    ]);
    // The whole pool until the due date holds 1.5 offers: found by asking for too much and reading the answer.
    const facility = await product.as('FACILITY_ADMIN', model.facilityId);
    await product.db.manager.update(Assignment, { id: model.id }, { offeredUnits: 100_000_000 });
    const refusal = await product
      .get(AcceptAssignment)
      .execute(facility, { idempotencyKey: newKey(), assignmentId: model.id })
      .catch((error: DomainError) => error);
    const possible = Number((refusal as DomainError).details.possibleUnits);
    const units = Math.floor(possible / 1.5);
    await product.db.manager.update(Assignment, { id: model.id }, { offeredUnits: units });
    const ids = [model.id];
    for (let index = 1; index < count; index += 1) {
      const id = crypto.randomUUID();
      await product.db.manager.insert(Assignment, { ...model, id, status: 'OFFERED', offeredUnits: units });
      ids.push(id);
    }
    return { facilityId: model.facilityId, ids };
  }

  it('let one of 200 take the last capacity and tell the other 199 so', async () => {
    const { facilityId, ids } = await rivalOffers(200);
    const facility = await product.as('FACILITY_ADMIN', facilityId);
    const outcomes = await Promise.all(
      ids.map((assignmentId, index) =>
        outcome(
          tryAgainWhenBusy(async () =>
            (index % 2 ? product : second)
              .get(AcceptAssignment)
              .execute(facility, { idempotencyKey: newKey(), assignmentId }),
          ),
        ),
      ),
    );
    expect(tally(outcomes)).toEqual({ ok: 1, 'CAPACITY.EXCEEDED': 199 });
    const { booked, carried } = await promisedSeconds(product);
    expect(booked).toBe(carried);
  });

  it('give one effect and fifty equal answers to fifty requests with one key', async () => {
    const { workOrderId, lineId } = await placedOrder(product, 2000);
    await splitAndSend(product, lineId);
    const [offer] = await assignmentsOf(product, workOrderId);
    if (!offer) throw new Error('The order was not split');
    const facility = await product.as('FACILITY_ADMIN', offer.facilityId);
    const idempotencyKey = newKey();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        (index % 2 ? product : second)
          .get(AcceptAssignment)
          .execute(facility, { idempotencyKey, assignmentId: offer.id }),
      ),
    );
    expect(new Set(answers.map((answer) => answer.assignmentId))).toEqual(new Set([offer.id]));
    const [events] = await product.db.query<[{ count: number }]>(
      `SELECT count(*) AS count FROM outbox_event WHERE name = 'assignment.accepted' AND payload->>'assignmentId' = $1`,
      [offer.id],
    );
    expect(events.count).toBe(1);
    const other = product.get(DeclineAssignment).execute(facility, {
      idempotencyKey,
      assignmentId: offer.id,
      reason: '人手が足りません',
    });
    await expect(other).rejects.toThrow('IDEMPOTENCY.KEY_REUSED');
  });

  it('keep the books right when accepting, accepting a part, declining and withdrawing race', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { workOrderId, lineId, desk } = await placedOrder(product, 4000);
      await splitAndSend(product, lineId);
      const offers = await assignmentsOf(product, workOrderId);
      const outcomes = await Promise.all(
        offers.flatMap((offer, index) => {
          const side = index % 2 ? product : second;
          const key = { assignmentId: offer.id };
          const facility = product.as('FACILITY_ADMIN', offer.facilityId);
          const answer = async (work: (actor: Awaited<typeof facility>) => Promise<unknown>) =>
            outcome(work(await facility));
          return [
            answer((actor) => side.get(AcceptAssignment).execute(actor, { idempotencyKey: newKey(), ...key })),
            answer((actor) =>
              second
                .get(AcceptPartOfAssignment)
                .execute(actor, { idempotencyKey: newKey(), ...key, units: 1, reason: '一部だけ' }),
            ),
            answer((actor) =>
              product.get(DeclineAssignment).execute(actor, { idempotencyKey: newKey(), ...key, reason: '休みです' }),
            ),
            outcome(
              side.get(WithdrawAssignment).execute(desk, { idempotencyKey: newKey(), ...key, reason: '発注者の都合' }),
            ),
          ];
        }),
      );
      const known = new Set([
        'ok',
        'ASSIGNMENT.ANSWERED_DIFFERENTLY',
        'ASSIGNMENT.WITHDRAWN',
        'ASSIGNMENT.PART_OUT_OF_RANGE',
        'TRANSITION.NOT_ALLOWED',
        'CAPACITY.EXCEEDED',
      ]);
      expect(outcomes.filter((name) => !known.has(name))).toEqual([]);
      const { booked, carried } = await promisedSeconds(product);
      expect(booked).toBe(carried);
      const [row] = await product.db.query<[{ lost: number; ghosts: number }]>(
        `SELECT (SELECT count(*) FROM assignment WHERE status IN ('ACCEPTED', 'PARTLY_ACCEPTED')
                  AND NOT EXISTS (SELECT 1 FROM capacity_promise p WHERE p.assignment_id = assignment.id
                                  AND p.units = assignment.accepted_units)) AS lost,
                (SELECT count(*) FROM capacity_promise p JOIN assignment a ON a.id = p.assignment_id
                  WHERE a.status NOT IN ('ACCEPTED', 'PARTLY_ACCEPTED')) AS ghosts`,
      );
      expect(row).toEqual({ lost: 0, ghosts: 0 });
    }
  });

  it('says so when the disk of the database is full, leaves nothing half done, and goes on once there is room', async () => {
    const { workOrderId, lineId } = await placedOrder(product, 3000);
    await splitAndSend(product, lineId);
    const [offer] = await assignmentsOf(product, workOrderId);
    if (!offer) throw new Error('The order was not split');
    const facility = await product.as('FACILITY_ADMIN', offer.facilityId);
    const accept = { idempotencyKey: newKey(), assignmentId: offer.id };
    const execute = async () => outcome(product.get(AcceptAssignment).execute(facility, accept));
    const left = async () => {
      const [written] = await product.db.query<object[]>(
        `SELECT (SELECT status FROM assignment WHERE id = $1), (SELECT count(*) FROM audit_entry WHERE subject_id = $1) AS audited,
           (SELECT count(*) FROM outbox_event WHERE payload->>'assignmentId' = $1::text) AS told,
           (SELECT count(*) FROM idempotency_key WHERE key = $2) AS keys`,
        [offer.id, accept.idempotencyKey],
      );
      return { ...written, ...(await promisedSeconds(product)) };
    };
    const before = await left();
    // What PostgreSQL answers when a table cannot grow (disk_full), at the last thing that is written.
    await product.db.query(`CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`);
    await product.db.query(
      'CREATE TRIGGER disk_is_full BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION disk_is_full()',
    );
    expect(await execute()).toBe('PLATFORM.NO_SPACE');
    expect(await left()).toEqual(before);
    await product.db.query('DROP TRIGGER disk_is_full ON audit_entry');
    expect(await execute()).toBe('ok');
    expect(await left()).toMatchObject({ status: 'ACCEPTED', keys: 1 });
  });
});
