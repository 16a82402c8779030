import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { UnitOfWork, verifyAudit } from '#yui/platform';
import { audit } from '../../apps/cli/commands/audit.js';
import { type AuditBench, openAuditBench } from './audit-fixtures.js';

const DESK_LINKS = 5;

describe('the audit of a desk', () => {
  let bench: AuditBench;
  beforeEach(async () => {
    bench = await openAuditBench();
    for (let number = 1; number <= DESK_LINKS; number += 1) await bench.write(number);
    await bench.write(1, null);
  });
  afterEach(() => bench.close());

  /** What the verifier says of the chain of the desk. */
  const verdict = async (noted?: { sequence: number; hash: string }) => {
    const [report] = await verifyAudit(bench.db, 'KOCHI', noted ?? null);
    if (!report) throw new Error('There is no report');
    return report;
  };

  it('is one chain, that of no desk another', async () => {
    const reports = await verifyAudit(bench.db);
    expect(reports.map(({ deskCode, count, fault }) => ({ deskCode, count, fault }))).toEqual([
      { deskCode: null, count: 1, fault: null },
      { deskCode: 'KOCHI', count: DESK_LINKS, fault: null },
    ]);
    expect(await verifyAudit(bench.db, '-')).toHaveLength(1);
    expect(await verifyAudit(bench.db, 'NOWHERE')).toEqual([]);
  });

  it.each(['audit_entry', 'audit_link'])('lets nobody change or empty %s', async (table) => {
    for (const statement of [
      `UPDATE ${table} SET desk_id = desk_id`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ]) {
      await expect(bench.db.query(statement)).rejects.toThrow('rows are never changed');
    }
    await expect(bench.db.query(`UPDATE audit_origin SET address = ''`)).rejects.toThrow('rows are never changed');
  });

  it.each([
    ['what was done', `UPDATE audit_entry SET action = 'thing.read'`],
    ['what became different', `UPDATE audit_entry SET change = jsonb_set(change, '{after,price}', '3')`],
    ['who did it', `UPDATE audit_entry SET account_id = gen_random_uuid()`],
    ['when', `UPDATE audit_entry SET at = at + interval '1 microsecond'`],
    ['the machine', `UPDATE audit_entry SET api_token_id = gen_random_uuid()`],
    ['where from', `UPDATE audit_entry SET origin_hash = NULL`],
  ])('shows that %s was altered', async (_what, statement) => {
    const entryId = await bench.entryAt(3);
    await bench.tamper(`${statement} WHERE id = '${entryId}'`);
    expect(await verdict()).toMatchObject({ count: 2, fault: { kind: 'ENTRY_ALTERED', sequence: 3, entryId } });
  });

  it('shows that a network address was altered, and not that it was deleted in time', async () => {
    const entryId = await bench.entryAt(2);
    await bench.tamper(`UPDATE audit_origin SET address = '203.0.113.9' WHERE entry_id = '${entryId}'`);
    expect((await verdict()).fault).toEqual({ kind: 'ORIGIN_ALTERED', sequence: 2, entryId });
    await bench.db.query('DELETE FROM audit_origin');
    expect((await verdict()).fault).toBeNull();
  });

  it('shows that an entry was deleted, with its link or without', async () => {
    const entryId = await bench.entryAt(4);
    await bench.tamper(`DELETE FROM audit_entry WHERE id = '${entryId}'`);
    expect((await verdict()).fault).toEqual({ kind: 'ENTRY_MISSING', sequence: 4, entryId });
    await bench.db.query('DELETE FROM audit_link WHERE desk_id = $1 AND sequence = 4', [bench.deskId]);
    expect((await verdict()).fault).toEqual({ kind: 'LINK_MISSING', sequence: 4, entryId: null });
  });

  it('shows that the gap of a deleted entry was closed', async () => {
    const entryId = await bench.entryAt(4);
    await bench.tamper(
      `DELETE FROM audit_entry WHERE id = '${await bench.entryAt(3)}'`,
      `DELETE FROM audit_link WHERE sequence = 3`,
      `UPDATE audit_link SET sequence = 3 WHERE sequence = 4`,
      `UPDATE audit_link SET sequence = 4 WHERE sequence = 5`,
    );
    expect((await verdict()).fault).toEqual({ kind: 'ENTRY_ALTERED', sequence: 3, entryId });
  });

  it('shows that two entries were swapped', async () => {
    const [second, fourth] = [await bench.entryAt(2), await bench.entryAt(4)];
    await bench.tamper(
      `UPDATE audit_link SET entry_id = gen_random_uuid() WHERE entry_id = '${second}'`,
      `UPDATE audit_link SET entry_id = '${second}' WHERE entry_id = '${fourth}'`,
      `UPDATE audit_link SET entry_id = '${fourth}' WHERE desk_id = '${bench.deskId}' AND sequence = 2`,
    );
    expect((await verdict()).fault).toEqual({ kind: 'ENTRY_ALTERED', sequence: 2, entryId: fourth });
  });

  it('shows an entry that was put in past the chain, and one that was given to another desk', async () => {
    const forged = randomUUID();
    await bench.tamper(
      `INSERT INTO audit_entry (id, at, desk_id, role, action, subject_type) VALUES
         ('${forged}', now(), '${bench.deskId}', 'SYSTEM', 'thing.change', 'Thing')`,
    );
    expect((await verdict()).fault).toEqual({ kind: 'ENTRY_UNLINKED', sequence: null, entryId: forged });
    const entryId = await bench.entryAt(1);
    await bench.db.query('UPDATE audit_entry SET desk_id = NULL WHERE id = $1', [entryId]);
    expect((await verdict()).fault).toEqual({ kind: 'ENTRY_MOVED', sequence: 1, entryId });
  });

  it('shows that the whole chain of a desk that has orders is gone, or that of an order', async () => {
    const orderId = randomUUID();
    await bench.order(orderId);
    expect((await verdict()).fault).toMatchObject({ kind: 'ORDER_UNRECORDED', workOrderId: orderId });
    await bench.unitOfWork.run(bench.officer, async (tx) =>
      tx.audit('workOrder.draft', { deskId: bench.deskId, subjectType: 'WorkOrder', subjectId: orderId }),
    );
    expect((await verdict()).fault).toBeNull();
    await bench.tamper('DELETE FROM audit_link', 'DELETE FROM audit_entry', 'DELETE FROM audit_origin');
    expect(await verdict()).toMatchObject({ count: 0, fault: { kind: 'ORDER_UNRECORDED', workOrderId: orderId } });
  });

  it('shows against a noted link that its end was cut off, or that all of it was written again', async () => {
    const { count, lastHash } = await verdict();
    const noted = { sequence: count, hash: lastHash };
    await bench.write(6);
    expect((await verdict(noted)).fault).toBeNull();

    const last = await bench.entryAt(5);
    await bench.tamper(
      `DELETE FROM audit_entry WHERE id IN ('${last}', '${await bench.entryAt(6)}')`,
      `DELETE FROM audit_link WHERE sequence > 4`,
    );
    expect((await verdict()).fault).toBeNull();
    expect((await verdict(noted)).fault).toEqual({ kind: 'NOTED_MISSING', sequence: 5, entryId: null });

    await bench.db.query('ALTER TABLE audit_entry ENABLE TRIGGER USER');
    await bench.write(5);
    expect((await verdict()).fault).toBeNull();
    expect((await verdict(noted)).fault).toMatchObject({ kind: 'NOTED_DIFFERS', sequence: 5 });
  });

  it('has no link for what was rolled back, and no gap', async () => {
    const work = bench.unitOfWork.run(bench.officer, async (tx) => {
      await tx.audit('thing.change', { deskId: bench.deskId, subjectType: 'Thing', subjectId: randomUUID() });
      throw new Error('on second thought');
    });
    await expect(work).rejects.toThrow('on second thought');
    await bench.write(6);
    expect(await verdict()).toMatchObject({ count: 6, fault: null });
  });

  it('stays one chain while many write, also to several desks in one transaction in any order', async () => {
    const others = [randomUUID(), randomUUID()];
    const desks = [bench.deskId, ...others, null];
    const work = Array.from({ length: 120 }, async (_, index) =>
      bench.unitOfWork.run(bench.officer, async (tx) => {
        for (let step = 0; step < 3; step += 1) {
          const deskId = desks[(index * (step + 1)) % desks.length] ?? null;
          await tx.audit('thing.change', { deskId, subjectType: 'Thing', subjectId: randomUUID() }, { index, step });
        }
      }),
    );
    await Promise.all(work);
    const reports = await verifyAudit(bench.db);
    expect(reports.map(({ fault }) => fault)).toEqual(reports.map(() => null));
    expect(reports.reduce((sum, { count }) => sum + count, 0)).toBe(DESK_LINKS + 1 + 360);
  });

  it('is held only while a transaction commits', async () => {
    let letGo: () => void = () => undefined;
    const isHeld = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let isInside: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => {
      isInside = resolve;
    });
    const fact = { deskId: bench.deskId, subjectType: 'Thing', subjectId: randomUUID() };
    const slow = new UnitOfWork(bench.db).run(bench.officer, async (tx) => {
      await tx.audit('thing.change', fact);
      isInside();
      await isHeld;
    });
    await inside;
    await bench.write(6);
    letGo();
    await slow;
    expect(await verdict()).toMatchObject({ count: 7, fault: null });
    expect(await bench.entryAt(7)).not.toBe(await bench.entryAt(6));
  });
});

describe('yui audit verify', () => {
  let bench: AuditBench;
  const lines: string[] = [];
  const before = process.env.DATABASE_URL;
  beforeAll(async () => {
    bench = await openAuditBench();
    for (let number = 1; number <= 3; number += 1) await bench.write(number);
    process.env.DATABASE_URL = bench.url;
    jest.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)));
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    await bench.close();
  });
  const run = async (...args: string[]) => {
    lines.length = 0;
    return audit.run(['verify', ...args]);
  };

  it('prints how many entries there are and what to note, and takes that back later', async () => {
    expect(await run('--desk', 'KOCHI')).toBe(0);
    const seal = /3:[0-9a-f]{64}/.exec(lines.join('\n'))?.[0];
    expect(seal).toBeDefined();
    expect(await run('--desk', 'KOCHI', '--expect', seal ?? '')).toBe(0);
    expect(await run('--desk', 'KOCHI', '--expect', `4:${'a'.repeat(64)}`)).toBe(1);
    expect(lines.join('\n')).toContain('NOTED_MISSING');
  });

  it('names the first entry that was tampered with and ends with 1', async () => {
    const entryId = await bench.entryAt(2);
    await bench.tamper(`UPDATE audit_entry SET role = 'DESK_COORDINATOR' WHERE id = '${entryId}'`);
    expect(await run()).toBe(1);
    expect(lines.join('\n')).toMatch(new RegExp(`KOCHI .*2.*${entryId}.*ENTRY_ALTERED`));
  });

  it('wants to know its arguments', async () => {
    await expect(run('--desk', 'NOWHERE')).rejects.toMatchObject({ code: 'AUDIT.DESK_UNKNOWN' });
    for (const args of [['--expect', 'x'], ['--expect', `1:${'a'.repeat(64)}`], ['again']]) {
      await expect(run(...args)).rejects.toMatchObject({ code: 'CLI.BAD_ARGUMENT' });
    }
  });
});
