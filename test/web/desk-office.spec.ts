import type { Order } from '../scenarios/seen.js';
import { lookAtAll } from './look.js';
import { Stage } from './stage.js';

const WISH = { title: '案内状の封入', lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3_000 }] };
const MONEY = ['', '/invoices', '/payments', '/statements', '/transfers', '/clocks', '/cash', '/lines', '/journal'].map(
  (page) => `/desk/money${page}`,
);

describe('The office work of a desk at its pages', () => {
  let stage: Stage;
  let done: Order;
  beforeAll(async () => {
    stage = await Stage.begin();
    const { story } = stage;
    const order = await story.ordered(story.company, WISH, 'DESK_CONTRACT', 500);
    await story.works(order);
    done = await story.buyerAccepts(story.company, order);
  });
  afterAll(() => stage.end());

  it('bills what was done, records what was paid, takes a slip back and corrects nothing that is right', async () => {
    const person = await stage.person();
    await person.enterWith(stage.story.desk);
    const { page } = person;
    const { buyer } = done;
    await person.open('/desk/money');
    await page.getByRole('button', { name: `「${buyer.name}」への請求書を作る` }).click();
    await page.getByRole('dialog').getByRole('button', { name: '請求書を作る' }).click();
    await page.getByRole('heading', { level: 1, name: '請求書' }).waitFor();
    await page.getByRole('link', { name: '請求書を開く' }).waitFor();

    await page.getByRole('button', { name: '入金・支払いを記録する' }).click();
    await page.getByLabel('金額').fill('１，０００円');
    await page.getByRole('button', { name: 'この金額を記録する' }).click();
    await page.getByRole('cell', { name: '1,000円', exact: true }).waitFor();
    await page.getByRole('button', { name: /1,000円を取り消す/ }).click();
    await page.getByLabel('取り消す理由').fill('金額のまちがい');
    await page.getByRole('button', { name: '記録を取り消す' }).click();
    await page.getByText('取り消し -1,000円').waitFor();

    await page.getByRole('button', { name: '入金・支払いを記録する' }).click();
    await page.getByRole('button', { name: 'この金額を記録する' }).click();
    await page.getByText('すべて支払われています。').waitFor();
    await page.getByRole('button', { name: '訂正した書類を作る' }).click();
    await page.getByLabel('訂正の理由').fill('数が変わったため');
    await page.getByRole('dialog').getByRole('button', { name: '訂正した書類を作る' }).click();
    await page.getByText('訂正はできません').waitFor();

    await person.open('/desk/money/clocks');
    await page
      .getByRole('button', { name: /への支払いを記録する/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'この金額を記録する' }).click();
    await person.open('/desk/money/payments?partner=%E6%A0%AA%E5%BC%8F');
    await page.getByRole('table').waitFor();
    const [contract] = done.contracts;
    await person.open('/desk/papers');
    await page.getByText('絞り込む').click();
    await page.getByLabel('請求書', { exact: true }).check();
    await page.getByRole('button', { name: 'この条件で表示する' }).click();
    await page.waitForURL(/kinds=INVOICE/);
    await page
      .getByRole('link', { name: /^請求書 / })
      .first()
      .waitFor();
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSVで書き出す' }).click();
    expect((await file).suggestedFilename()).toMatch(/^書類_.*\.csv$/);
    const papersAndContracts = ['/desk/papers', '/desk/contracts?show=all', `/desk/contracts/${contract!.id}`];
    expect(
      await lookAtAll(stage, stage.story.deskAdmin, [
        ...MONEY,
        ...papersAndContracts,
        '/desk/money/payments?partner=%E3%81%AA%E3%81%84',
      ]),
    ).toEqual({});
    expect(stage.faults()).toEqual([]);
  });
});
