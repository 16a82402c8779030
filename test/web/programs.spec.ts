import type { Client } from '../harness/api.js';
import { withKey } from '../harness/mutation.js';
import { type Person, WIDTHS } from './person.js';
import { Stage } from './stage.js';

const WISH = { title: '案内状の封入', lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3000 }] };
const ACCOUNT = {
  bankCode: '9999',
  branchCode: '012',
  accountType: 'ORDINARY',
  accountNumber: '1234567',
  holderKana: 'フク）ミホンサギョウショ',
};

describe('Programs that are told, and accounts that are paid into', () => {
  let stage: Stage;
  let facilityId: string;
  let facility: Client;
  beforeAll(async () => {
    stage = await Stage.begin({ WEBHOOKS_LOCAL: 'true' });
    const { story } = stage;
    const order = await story.ordered(story.company, WISH, 'DESK_CONTRACT', 500);
    const shares = await story.works(order, { maxFacilities: 1, reason: '一か所で足りるため' });
    await story.buyerAccepts(story.company, order);
    facilityId = shares[0]!.facility.id;
    facility = await story.api.asNew('FACILITY_ADMIN', facilityId);
    // The harness names people by ids.
    await story.api.db.query(
      `UPDATE account SET email = 'person' || n || '@yui.example.com' FROM (
         SELECT account_id, row_number() OVER (ORDER BY granted_at, id) AS n FROM role_grant WHERE organisation_id = $1
       ) AS numbered WHERE numbered.account_id = account.id AND account.email ~ '^[0-9a-f]{8}-'`,
      [facilityId],
    );
    const notice = { payerId: order.desk.id, payeeId: facilityId, kind: 'PAYMENT_NOTICE' };
    const { id } = await story.bills(story.desk, order, notice);
    await story.do(story.deskAdmin, 'setTransferSettings', { clientCode: '1234567890', recordEnd: 'NOTHING' });
    await story.do(story.deskAdmin, 'setFacilityBankAccount', { facilityId, bankAccount: ACCOUNT });
    await bankReturns(id);
  });
  afterAll(() => stage.end());

  async function nextBankDay(days = 0): Promise<number> {
    const transferOn = await stage.story.daysFromNow(days);
    const nothing = { transferOn, invoiceIds: [facilityId] };
    const code = await stage.story.refused(stage.story.desk, 'makeTransferRun', nothing);
    return code === 'TRANSFER.NO_BANK_DAY' ? nextBankDay(days + 1) : days;
  }

  async function bankReturns(invoiceId: string): Promise<void> {
    const { story } = stage;
    const days = await nextBankDay();
    const { makeTransferRun } = await story.desk.ask<{ makeTransferRun: { transferRun: { id: string } } }>(
      'mutation ($input: MakeTransferRunInput!) { makeTransferRun(input: $input) { transferRun { id } } }',
      { input: withKey('makeTransferRun', { transferOn: await story.daysFromNow(days), invoiceIds: [invoiceId] }) },
    );
    if (days > 0) await story.passDays(days);
    const transferRunId = makeTransferRun.transferRun.id;
    await story.do(story.desk, 'settleTransferRun', { transferRunId, returnedInvoiceIds: [invoiceId] });
  }

  async function look(person: Person, name: string): Promise<string[]> {
    await person.settled();
    await person.picture(name);
    return [...(await person.accessibilityFaults()), ...(await person.rawTexts())];
  }

  it.each(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[])('are seen to by their owners, %s', async (width) => {
    const found: Record<string, string[]> = {};
    const { story } = stage;

    const desk = await stage.person({ width });
    await desk.enterWith(story.deskAdmin);
    await desk.open('/desk');
    await desk.page.getByText(/銀行から戻ってきた振込が 1件/).waitFor();
    found.today = await look(desk, `${width}-today-money-back`);

    // Another desk has stated the account: this one asks the facility first.
    await story.api.db.query(
      `UPDATE business_profile SET account_set_by = '00000000-0000-7000-8000-0000000000aa', account_set_at = yui_now(),
         account_disputed_at = NULL
       WHERE organisation_id = $1`,
      [facilityId],
    );
    await desk.open(`/desk/facilities/${facilityId}`);
    await desk.page.getByText('この口座は、ほかの窓口が登録しました。').waitFor();
    found.unconfirmed = await look(desk, `${width}-account-unconfirmed`);
    await desk.page.getByRole('button', { name: '口座を確かめた' }).click();
    await desk.page.getByRole('dialog').getByRole('button', { name: '口座を確かめた' }).click();
    await desk.page.getByText('この口座は、ほかの窓口が登録しました。').waitFor({ state: 'detached' });

    const person = await stage.person({ width });
    await person.enterWith(facility);
    await person.open('/facility/settings');
    found.stated = await look(person, `${width}-account-stated`);
    await person.page.getByRole('button', { name: '自分の口座ではない' }).click();
    await person.page.getByRole('dialog').getByRole('button', { name: '自分の口座ではない' }).click();
    await person.page.getByText('自分の口座ではないと、窓口に知らせました。').waitFor();
    found.disputed = await look(person, `${width}-account-disputed`);

    await person.open('/account');
    await person.settled();
    await person.page.getByRole('button', { name: 'Webhookを作る' }).click();
    const dialog = person.page.getByRole('dialog');
    await dialog.getByLabel('名前').fill(`作業の管理 ${width}`);
    await dialog.getByLabel('送り先').fill('http://127.0.0.1:9/hook');
    found.making = await look(person, `${width}-webhook-making`);
    await dialog.getByRole('button', { name: 'Webhookを作る' }).click();
    await person.page.getByText(/^whsec_/).waitFor();
    await person.page.getByRole('button', { name: `「作業の管理 ${width}」を開く` }).click();
    await person.page.getByRole('button', { name: '試しに送る' }).click();
    await story.quiet();
    await person.open('/account');
    await person.page.getByRole('button', { name: `「作業の管理 ${width}」を開く` }).click();
    await person.page.getByText('つながりません').waitFor();
    found.log = await look(person, `${width}-webhook-log`);

    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
    expect(stage.faults()).toEqual([]);
  });
});
