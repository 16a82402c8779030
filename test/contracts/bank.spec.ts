import { readFile } from 'node:fs/promises';
import { withKey } from '../harness/mutation.js';
import { Story } from '../scenarios/story.js';
import type { Bill, Order } from '../scenarios/seen.js';

const WISH = { title: '案内状の封入', lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3000 }] };
const RUN = `{ id status transferOn recordCount totalYen sha256 availableActions
  records { position bankCode bankName branchCode branchName accountNumber accountHolderKana amountYen facility { id }
    items { invoiceId number amountYen outcome } } }`;

interface Run {
  readonly id: string;
  readonly status: string;
  readonly recordCount: number;
  readonly totalYen: number;
  readonly availableActions: readonly string[];
  readonly records: readonly {
    readonly facility: { readonly id: string };
    readonly amountYen: number;
    readonly items: readonly { readonly invoiceId: string; readonly amountYen: number; readonly outcome: string }[];
  }[];
}
interface Candidate {
  readonly invoiceId: string;
  readonly openYen: number;
  readonly obstacle: string | null;
}

describe('The bank of a desk', () => {
  let story: Story;
  let order: Order;
  let facilityIds: string[];
  let notices: Bill[];
  let transferOn: string;
  beforeAll(async () => {
    story = await Story.begin();
    order = await story.ordered(story.company, WISH, 'DESK_CONTRACT', 500);
    const shares = await story.works(order, { maxFacilities: 2, reason: '二か所で分けるため' });
    order = await story.buyerAccepts(story.company, order);
    facilityIds = [...new Set(shares.flatMap(({ facility }) => facility?.id ?? []))];
    notices = [];
    for (const payeeId of facilityIds) {
      notices.push(await story.bills(story.desk, order, { payerId: order.desk.id, payeeId, kind: 'PAYMENT_NOTICE' }));
    }
    transferOn = await nextBankDay();
  });
  afterAll(() => story.end());

  async function nextBankDay(): Promise<string> {
    for (let days = 0; ; days += 1) {
      const day = await story.daysFromNow(days);
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      const code = await story.refused(story.desk, 'makeTransferRun', { transferOn: day, invoiceIds: [NOBODY] });
      if (weekday !== 0 && weekday !== 6 && code !== 'TRANSFER.NO_BANK_DAY') return day;
    }
  }
  const candidates = async () => {
    const { transferCandidates } = await story.desk.ask<{ transferCandidates: Candidate[] }>(
      '{ transferCandidates { invoiceId number openYen obstacle facility { id } } }',
    );
    return transferCandidates;
  };
  const make = async (...bills: readonly Bill[]) => {
    const { makeTransferRun } = await story.desk.ask<{ makeTransferRun: { transferRun: Run } }>(
      `mutation ($input: MakeTransferRunInput!) { makeTransferRun(input: $input) { transferRun ${RUN} } }`,
      { input: withKey('makeTransferRun', { transferOn, invoiceIds: bills.map(({ id }) => id) }) },
    );
    return makeTransferRun.transferRun;
  };
  const makeRefused = async (...bills: readonly Bill[]) =>
    story.refused(story.desk, 'makeTransferRun', { transferOn, invoiceIds: bills.map(({ id }) => id) });
  const openOf = async (bill: Bill) => {
    const { invoice } = await story.desk.ask<{ invoice: { openYen: number } }>(
      'query ($id: ID!) { invoice(id: $id) { openYen } }',
      { id: bill.id },
    );
    return invoice.openYen;
  };
  const account = (accountNumber: string) => ({
    bankCode: '9999',
    branchCode: '012',
    accountType: 'ORDINARY',
    accountNumber,
    holderKana: 'フク）ミホンサギョウショ',
  });

  it('finds banks and branches by name, kana and code', async () => {
    const found = async (search: string) =>
      (
        await story.desk.ask<{ banks: { code: string; name: string }[] }>(
          'query ($s: String!) { banks(search: $s) { code name } }',
          {
            s: search,
          },
        )
      ).banks;
    expect(await found('四国銀行')).toContainEqual({ code: '0175', name: '四国銀行' });
    expect(await found('シコク')).toContainEqual({ code: '0175', name: '四国銀行' });
    expect(await found('0175')).toEqual([{ code: '0175', name: '四国銀行' }]);
    const { bankBranches } = await story.desk.ask<{ bankBranches: { code: string; name: string }[] }>(
      '{ bankBranches(bankCode: "9999", search: "こうち") { code name } }',
    );
    expect(bankBranches).toEqual([{ code: '012', name: '高知支店' }]);
  });

  it('refuses an account that no bank has, and names the field', async () => {
    const refused = async (change: object) =>
      story.refused(story.deskAdmin, 'setFacilityBankAccount', {
        facilityId: facilityIds[0],
        bankAccount: { ...account('1234567'), ...change },
      });
    expect(await refused({ bankCode: '0000' })).toBe('PROFILE.BANK_UNKNOWN');
    expect(await refused({ branchCode: '999' })).toBe('PROFILE.BRANCH_UNKNOWN');
    expect(await refused({ holderKana: '見本作業所' })).toBe('PROFILE.HOLDER_NOT_KANA');
    expect(await refused({ holderKana: 'ミホン＠サギョウショ' })).toBe('PROFILE.HOLDER_CHARACTER');
    expect(await refused({ accountNumber: 'A12' })).toBe('PROFILE.ACCOUNT_NUMBER_MALFORMED');
  });

  it('makes no file before it knows the codes, and says why for each facility', async () => {
    expect(await makeRefused(notices[0]!)).toBe('TRANSFER.NO_CLIENT');
    await story.do(story.deskAdmin, 'setTransferSettings', { clientCode: '1234567890', recordEnd: 'NOTHING' });
    await story.api.db.query('DELETE FROM business_profile WHERE organisation_id = ANY($1)', [facilityIds]);
    expect((await candidates()).map(({ obstacle }) => obstacle)).toEqual(facilityIds.map(() => 'NO_ACCOUNT'));
    expect(await makeRefused(notices[0]!)).toBe('TRANSFER.NOT_READY');
    const set = async (facilityId: string, index: number) =>
      story.do(story.deskAdmin, 'setFacilityBankAccount', { facilityId, bankAccount: account(`100000${index}`) });
    await set(facilityIds[0]!, 0);
    // One that cannot be paid holds up nobody: it is named, and the others go on.
    const { makeTransferRun: partly } = await story.desk.ask<{
      makeTransferRun: {
        transferRun: { id: string; recordCount: number };
        omitted: { invoiceId: string; obstacle: string }[];
      };
    }>(
      `mutation ($input: MakeTransferRunInput!) { makeTransferRun(input: $input) {
        transferRun { id recordCount } omitted { invoiceId obstacle } } }`,
      { input: { idempotencyKey: 'a-part-of-them', transferOn, invoiceIds: notices.map(({ id }) => id) } },
    );
    expect(partly.transferRun.recordCount).toBe(1);
    expect(partly.omitted).toEqual(notices.slice(1).map(({ id }) => ({ invoiceId: id, obstacle: 'NO_ACCOUNT' })));
    await story.do(story.desk, 'cancelTransferRun', { transferRunId: partly.transferRun.id, reason: '口座の確認' });
    for (const [index, facilityId] of facilityIds.entries()) await set(facilityId, index);
    expect((await candidates()).map(({ obstacle }) => obstacle)).toEqual(facilityIds.map(() => null));
    // A list of banks may hold kana that no file can carry.
    await story.api.db.query(`UPDATE bank_branch SET kana = '支店' WHERE bank_code = '9999' AND code = '012'`);
    expect((await candidates()).map(({ obstacle }) => obstacle)).toEqual(facilityIds.map(() => 'BANK_KANA'));
    expect(await makeRefused(...notices)).toBe('TRANSFER.NOT_READY');
    expect(
      await story.refused(story.deskAdmin, 'setFacilityBankAccount', {
        facilityId: facilityIds[0],
        bankAccount: account('1000000'),
      }),
    ).toBe('PROFILE.BRANCH_UNWRITABLE');
    await story.api.db.query(`UPDATE bank_branch SET kana = 'コウチ' WHERE bank_code = '9999' AND code = '012'`);
  });

  it('pays into no account another desk stated, until the facility was asked; nor into one the facility disowns', async () => {
    const [facilityId] = facilityIds as [string];
    const facility = await story.api.asNew('FACILITY_ADMIN', facilityId);
    const obstacles = async () =>
      (await candidates()).filter(({ invoiceId }) => invoiceId === notices[0]!.id).map(({ obstacle }) => obstacle);
    const otherDesk = '00000000-0000-7000-8000-0000000000aa';
    await story.api.db.query('UPDATE business_profile SET account_set_by = $2 WHERE organisation_id = $1', [
      facilityId,
      otherDesk,
    ]);
    expect(await obstacles()).toEqual(['UNCONFIRMED']);
    const { facilityBankAccount: seen } = await story.desk.ask<{ facilityBankAccount: { statedAt: string } }>(
      `query ($facilityId: ID!) { facilityBankAccount(facilityId: $facilityId) { statedAt } }`,
      { facilityId },
    );
    const statement = { facilityId, statedAt: seen.statedAt };
    expect(await story.refused(story.desk, 'confirmFacilityAccount', statement)).toBe('ACCESS.NOT_FOUND');
    const before = { facilityId, statedAt: new Date(Date.parse(seen.statedAt) - 1000).toISOString() };
    expect(await story.refused(story.deskAdmin, 'confirmFacilityAccount', before)).toBe('PROFILE.ACCOUNT_CHANGED');
    await story.do(story.deskAdmin, 'confirmFacilityAccount', statement);
    expect(await obstacles()).toEqual([null]);
    // What was confirmed is that statement, and no other: neither the next one, nor one that was being written meanwhile.
    for (const shift of ['1 second', '-1 second']) {
      await story.api.db.query(
        'UPDATE business_profile SET account_set_at = $2::timestamptz + $3::interval WHERE organisation_id = $1',
        [facilityId, seen.statedAt, shift],
      );
      expect(await obstacles()).toEqual(['UNCONFIRMED']);
    }
    await story.api.db.query('UPDATE business_profile SET account_set_at = $2 WHERE organisation_id = $1', [
      facilityId,
      seen.statedAt,
    ]);

    await facility.ask('mutation { disputeBankAccount { businessProfile { isAccountDisputed } } }');
    expect(await obstacles()).toEqual(['DISPUTED']);
    expect(await story.refused(story.deskAdmin, 'confirmFacilityAccount', statement)).toBe('PROFILE.ACCOUNT_CHANGED');
    await story.quiet();
    const told = await story.api.db.query<{ organisation_id: string; subject: string }[]>(
      `SELECT DISTINCT organisation_id, subject FROM notification WHERE kind = 'facility-account.disputed'`,
    );
    expect(told.map(({ organisation_id }) => organisation_id)).toContain(order.desk.id);
    const same = { facilityId, bankAccount: account('01000000') };
    expect(await story.refused(story.deskAdmin, 'setFacilityBankAccount', same)).toBe('PROFILE.ACCOUNT_CHANGED');
    expect(await obstacles()).toEqual(['DISPUTED']);
    await story.do(story.deskAdmin, 'setFacilityBankAccount', { facilityId, bankAccount: account('2000000') });
    expect(await obstacles()).toEqual([null]);
    await story.do(story.deskAdmin, 'setFacilityBankAccount', { facilityId, bankAccount: account('1000000') });
    await story.quiet();
    const [warned] = await story.api.db.query<[{ count: number }]>(
      `SELECT count(*)::integer AS count FROM notification WHERE kind = 'facility-account.stated' AND organisation_id = $1`,
      [facilityId],
    );
    expect(warned.count).toBeGreaterThan(0);
  });

  it('puts each payment into one file, however often and by how many it is asked for at once', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 6 }, async () => make(...notices)));
    const made = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(made).toHaveLength(1);
    const [run] = made as [Run];
    expect(run.totalYen).toBe(notices.reduce((sum, { grossYen }) => sum + grossYen, 0));
    expect(run.recordCount).toBe(facilityIds.length);
    expect((await candidates()).map(({ obstacle }) => obstacle)).toEqual(facilityIds.map(() => 'IN_FILE'));

    const file = Buffer.from(await (await story.download(story.desk, `/transfers/${run.id}`)).arrayBuffer());
    expect(file.length).toBe(120 * (facilityIds.length + 3));
    const records = Array.from({ length: file.length / 120 }, (_, index) =>
      file.subarray(index * 120, (index + 1) * 120).toString('latin1'),
    );
    const amounts = records.filter((record) => record.startsWith('2')).map((record) => Number(record.slice(80, 90)));
    expect(amounts).toEqual(run.records.map(({ amountYen }) => amountYen));
    expect((await story.download(story.company, `/transfers/${run.id}`)).status).toBe(404);

    const paidOn = await story.today();
    const byHand = { invoiceId: notices[0]!.id, amountYen: 1, paidOn };
    expect(await story.refused(story.desk, 'recordPayment', byHand)).toBe('PAYMENT.IN_FILE');
    expect(await story.refused(story.desk, 'correctInvoice', { invoiceId: notices[0]!.id, reason: '訂正' })).toBe(
      'PAYMENT.IN_FILE',
    );
    await story.do(story.desk, 'cancelTransferRun', { transferRunId: run.id, reason: '日付のまちがい' });
    expect(await story.refused(story.desk, 'settleTransferRun', { transferRunId: run.id })).toBe(
      'TRANSITION.NOT_ALLOWED',
    );
    expect((await candidates()).map(({ obstacle }) => obstacle)).toEqual(facilityIds.map(() => null));
  });

  it('records what the bank has paid once, and what came back not at all', async () => {
    const run = await make(...notices);
    expect(run.availableActions).toEqual(['settle', 'cancel']);
    const settled = { transferRunId: run.id, returnedInvoiceIds: [notices[0]!.id] };
    if (transferOn > (await story.today())) {
      expect(await story.refused(story.desk, 'settleTransferRun', settled)).toBe('TRANSFER.NOT_YET');
      await story.passDays(7);
    }
    const answer = await story.do<Run>(story.desk, 'settleTransferRun', settled, RUN);
    expect(answer.status).toBe('SETTLED');
    expect(answer.records.flatMap(({ items }) => items.map(({ outcome }) => outcome)).sort()).toEqual([
      'PAID',
      'RETURNED',
    ]);
    expect(await openOf(notices[0]!)).toBe(notices[0]!.grossYen);
    expect(await openOf(notices[1]!)).toBe(0);
    expect((await candidates()).map(({ invoiceId }) => invoiceId)).toEqual([notices[0]!.id]);
    const { moneyBack } = await story.desk.ask<{ moneyBack: object }>('{ moneyBack { returned { count yen } } }');
    expect(moneyBack).toEqual({ returned: { count: 1, yen: notices[0]!.grossYen } });
    expect(await story.refused(story.desk, 'settleTransferRun', settled)).toBe('TRANSITION.NOT_ALLOWED');
  });

  it('brings a statement once, however often it is imported and by how many at once', async () => {
    const bill = await story.bills(story.desk, order, { payerId: order.buyer.id, payeeId: order.desk.id });
    const today = await story.today();
    const text = [
      '日付,摘要,お支払金額,お預り金額',
      `${today},フリコミ カ）トサショウジ ${bill.number},,"${(bill.grossYen - 1000).toLocaleString('en')}"`,
      `${today},トサショウジ(カ,,1500`,
      `${today},リソク,,3`,
    ].join('\n');
    const { statementPreview: preview } = await story.desk.ask<{
      statementPreview: { guess: object | null; depositCount: number; newCount: number };
    }>(
      `query ($input: StatementPreviewInput!) { statementPreview(input: $input) {
        guess { dayColumn amountColumn payerColumn } depositCount newCount } }`,
      { input: { text } },
    );
    const layout = { dayColumn: 0, amountColumn: 3, payerColumn: 1 };
    expect(preview).toEqual({ guess: layout, depositCount: 3, newCount: 3 });
    const imported = { fileName: '入出金明細.csv', text, layout };
    const wrong = { ...imported, layout: { ...layout, dayColumn: 1 } };
    expect(await story.refused(story.desk, 'importStatement', wrong)).toBe('STATEMENT.LAYOUT');
    await Promise.all([1, 2, 3].map(async () => story.do(story.desk, 'importStatement', imported)));

    interface Line {
      readonly id: string;
      readonly amountYen: number;
      readonly settledYen: number;
      readonly proposal: { readonly invoiceIds: readonly string[]; readonly certainty: string } | null;
    }
    const open = async () =>
      (
        await story.desk.ask<{ statementLines: { items: Line[] } }>(
          `{ statementLines(filter: { status: OPEN }) { items {
            id amountYen settledYen proposal { invoiceIds certainty } } } }`,
        )
      ).statementLines.items;
    const lines = await open();
    expect(lines.map(({ amountYen }) => amountYen).sort((a, b) => a - b)).toEqual([3, 1500, bill.grossYen - 1000]);
    const first = lines.find(({ amountYen }) => amountYen === bill.grossYen - 1000)!;
    expect(first.proposal).toEqual({ invoiceIds: [bill.id], certainty: 'SURE' });

    // Never more of the invoice than it wants: of 1,500 yen 500 have to go back, whoever asks and how often at once.
    const settle = { statementLineId: first.id, invoiceIds: [bill.id] };
    const tries = await Promise.allSettled(
      [1, 2, 3].map(async () => story.do(story.desk, 'settleStatementLine', settle)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await openOf(bill)).toBe(1000);
    const second = (await open()).find(({ amountYen }) => amountYen === 1500)!;
    expect(second.proposal).toMatchObject({ invoiceIds: [bill.id] });
    const answer = await story.desk.ask<{ settleStatementLine: { surplusYen: number } }>(
      'mutation ($input: SettleStatementLineInput!) { settleStatementLine(input: $input) { surplusYen } }',
      { input: { idempotencyKey: 'a-key-of-the-bank', statementLineId: second.id, invoiceIds: [bill.id] } },
    );
    expect(answer.settleStatementLine.surplusYen).toBe(500);
    expect(await openOf(bill)).toBe(0);
    const { cashPlan } = await story.desk.ask<{ cashPlan: { flows: { amountYen: number; isRepayment: boolean }[] } }>(
      '{ cashPlan { flows { amountYen isRepayment } } }',
    );
    expect(cashPlan.flows.filter(({ isRepayment }) => isRepayment).map(({ amountYen }) => amountYen)).toEqual([-500]);

    // Reversed, the deposit is open again by as much.
    const { payments } = await story.desk.ask<{ payments: { items: { id: string; amountYen: number }[] } }>(
      '{ payments { items { id amountYen } } }',
    );
    const surplus = payments.items.find(({ amountYen }) => amountYen === 500)!;
    await story.do(story.desk, 'reversePayment', { paymentId: surplus.id, reason: '別の入金' });
    expect((await open()).find(({ id }) => id === second.id)).toMatchObject({ settledYen: 1000 });
    const interest = (await open()).find(({ amountYen }) => amountYen === 3)!;
    await story.do(story.desk, 'setStatementLineAside', { statementLineId: interest.id, reason: '利息' });
    expect((await open()).map(({ id }) => id)).toEqual([second.id]);
    expect(await story.refused(story.desk, 'settleStatementLine', { ...settle, statementLineId: interest.id })).toBe(
      'STATEMENT.SETTLED',
    );
    expect(await story.company.refusal('{ statementLines(filter: { status: OPEN }) { totalItems } }')).toBe(
      'ACCESS.NOT_FOUND',
    );
  });

  it('writes a journal that agrees with the books and the bank', async () => {
    const period = `from=${await story.daysFromNow(-60)}&to=${await story.daysFromNow(60)}`;
    const response = await story.download(story.desk, `/journal.csv?${period}`);
    expect(response.status).toBe(200);
    const [headings, ...rows] = (await response.text())
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    expect(headings?.slice(1, 5)).toEqual(['借方科目', '借方金額', '貸方科目', '貸方金額']);
    const balance = (name: string) =>
      rows.reduce(
        (sum, row) => sum + (row[1] === name ? Number(row[2]) : 0) - (row[3] === name ? Number(row[4]) : 0),
        0,
      );
    const [books] = await story.api.db.query<[{ receivable: number; payable: number; bank: number }]>(
      `SELECT (SELECT sum(gross_yen) FROM settlement_line WHERE payee = 'DESK')::bigint
           - (SELECT sum(amount_yen) FROM payment WHERE payee = 'DESK')::bigint AS receivable,
         (SELECT sum(gross_yen) FROM settlement_line WHERE payer = 'DESK')::bigint
           - (SELECT sum(amount_yen) FROM payment WHERE payer = 'DESK')::bigint AS payable,
         (SELECT sum(CASE WHEN payee = 'DESK' THEN amount_yen ELSE -amount_yen END) FROM payment)::bigint AS bank`,
    );
    expect({ receivable: balance('売掛金'), payable: -balance('買掛金'), bank: balance('普通預金') }).toEqual(books);
    // What corrects something stands on the day it was recorded: a period that was exported before stays as it was.
    const rowsOf = async (from: number, to: number) => {
      const days = `from=${await story.daysFromNow(from)}&to=${await story.daysFromNow(to)}`;
      const text = await (await story.download(story.desk, `/journal.csv?${days}`)).text();
      return text.trim().split('\r\n').slice(1);
    };
    const until = await rowsOf(-60, 0);
    const { payments } = await story.desk.ask<{ payments: { items: { id: string; amountYen: number }[] } }>(
      '{ payments { items { id amountYen } } }',
    );
    const paid = payments.items.find(({ amountYen }) => amountYen === 1000)!;
    await story.passDays(40);
    await story.do(story.desk, 'reversePayment', { paymentId: paid.id, reason: '入金まちがい' });
    expect(await rowsOf(-100, -40)).toEqual(until);
    expect((await rowsOf(-39, 0)).some((row) => row.includes('普通預金') && row.includes('1000'))).toBe(true);
    await story.do(story.deskAdmin, 'setJournalAccounts', { accounts: [{ account: 'BANK', name: '当座預金' }] });
    expect(await (await story.download(story.desk, `/journal.csv?${period}`)).text()).toContain('当座預金');
    expect((await story.download(story.desk, '/journal.csv?from=2026-01-01&to=x')).status).toBe(400);
    expect((await story.download(story.company, `/journal.csv?${period}`)).status).toBe(404);
  });

  it('serves the schema programs are written against, whoever asks', async () => {
    const response = await fetch(new URL('/schema.graphql', story.api.url));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(await readFile('schema.graphql', 'utf8'));
  });

  it('shows nothing of it to others', async () => {
    for (const who of [story.company, await story.api.asNew('FACILITY_ADMIN', facilityIds[0]!)]) {
      expect(await who.refusal('{ transferRuns { items { id } } }')).toBe('ACCESS.NOT_FOUND');
      expect(await who.refusal('{ transferCandidates { invoiceId } }')).toBe('ACCESS.NOT_FOUND');
    }
  });
});

const NOBODY = '00000000-0000-7000-8000-000000000000';
