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
  const make = async (...bills: readonly Bill[]) =>
    story.do<Run>(story.desk, 'makeTransferRun', { transferOn, invoiceIds: bills.map(({ id }) => id) }, RUN);
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
    for (const [index, facilityId] of facilityIds.entries()) {
      const bankAccount = account(`100000${index}`);
      await story.do(story.deskAdmin, 'setFacilityBankAccount', { facilityId, bankAccount });
    }
    expect((await candidates()).map(({ obstacle }) => obstacle)).toEqual(facilityIds.map(() => null));
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
    expect(await story.refused(story.desk, 'settleTransferRun', settled)).toBe('TRANSITION.NOT_ALLOWED');
  });

  it('shows nothing of it to others', async () => {
    for (const who of [story.company, await story.api.asNew('FACILITY_ADMIN', facilityIds[0]!)]) {
      expect(await who.refusal('{ transferRuns { items { id } } }')).toBe('ACCESS.NOT_FOUND');
      expect(await who.refusal('{ transferCandidates { invoiceId } }')).toBe('ACCESS.NOT_FOUND');
    }
  });
});

const NOBODY = '00000000-0000-7000-8000-000000000000';
