import type { Story } from '../scenarios/story.js';
import type { Person } from './person.js';
import { Stage } from './stage.js';

const ROUTES = [
  '/buyer',
  '/buyer/orders',
  '/buyer/orders?show=all',
  '/buyer/orders/new',
  '/buyer/papers',
  '/buyer/money',
  '/buyer/settings',
];
const OF_GOVERNMENTS = ['/buyer/publications', '/buyer/rules'];

async function look(person: Person, route: string, name: string): Promise<string[]> {
  await person.open(route);
  await person.settled();
  return faultsOf(person, name);
}

async function faultsOf(person: Person, name: string): Promise<string[]> {
  await person.picture(name);
  return [...(await person.accessibilityFaults()), ...(await person.rawTexts())];
}

const none = (found: Record<string, string[]>) => Object.fromEntries(Object.keys(found).map((name) => [name, []]));

describe('A buyer at its pages', () => {
  let stage: Stage;
  let story: Story;
  beforeAll(async () => {
    stage = await Stage.begin();
    ({ story } = stage);
  });
  afterAll(() => stage.end());

  it('asks for work, orders it, and accepts it', async () => {
    const person = await stage.person();
    const { page } = person;
    const found: Record<string, string[]> = {};
    await person.enterWith(story.company);
    await person.open('/buyer');
    await page.getByRole('main').getByRole('link', { name: '仕事を頼む' }).click();
    await page.getByRole('button', { name: '内容を確かめる' }).click();
    await page.getByRole('alert').getByRole('link', { name: '近い仕事を選んでください。' }).waitFor();
    found['form-faults'] = await faultsOf(person, 'wide-buyer-form-faults');
    await page.getByLabel('どんな仕事ですか').fill('ダイレクトメール');
    await page.getByLabel('封入・封かん', { exact: false }).check();
    await page.getByRole('textbox', { name: '② 数' }).fill('３，０００通');
    await page.getByText('全部の数量ができる、いちばん早い納期は').waitFor();
    await page.getByText(/目安は 1通/).waitFor();
    found.form = await faultsOf(person, 'wide-buyer-form');
    await page.getByRole('button', { name: /月\d+日（.）にする$/ }).click();
    await page.getByText('この納期で、全部の数量を').or(page.getByText('事業所は着手までに')).waitFor();
    await page.getByLabel('資料').setInputFiles({ name: '見本.png', mimeType: 'image/png', buffer: ONE_PIXEL });
    // What was typed outlasts a reload.
    await page.reload();
    await page.getByText('前に書いたものを入れてあります。').waitFor();
    expect(await page.getByLabel('⑤ 件名').inputValue()).toBe('封入・封かん 3,000通');
    await page.getByLabel('⑤ 件名').fill('案内状の封入');
    await page.getByRole('button', { name: '内容を確かめる' }).click();
    await page.getByRole('heading', { name: '窓口に送る内容' }).waitFor();
    found.check = await faultsOf(person, 'wide-buyer-form-check');
    await page.getByRole('button', { name: '窓口に送る' }).dblclick();
    await page.getByText('窓口に送りました。番号は').first().waitFor();
    found.sent = await faultsOf(person, 'wide-buyer-sent');
    await page.getByRole('link', { name: '案件を開く' }).click();
    await page.getByRole('heading', { level: 1, name: '案内状の封入' }).waitFor();
    await person.settled();
    found.order = await faultsOf(person, 'wide-buyer-order');

    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const { workOrders } = await story.company.ask<{ workOrders: { totalItems: number } }>(
      '{ workOrders { totalItems } }',
    );
    // A double click sends one order.
    expect(workOrders.totalItems).toBe(1);
    await story.do(story.desk, 'reviewWorkOrder', { workOrderId: id });
    await story.do(story.desk, 'askQuestion', { workOrderId: id, body: '封筒の大きさはどれですか。' });
    await page.getByLabel('答え', { exact: true }).fill('長3です。');
    await page.getByRole('button', { name: '答えを送る' }).click();
    await page.getByText('長3です。').first().waitFor();
    await story.quotes(await story.seen(id), 'DESK_CONTRACT', [500]);
    await page.getByText('見積が届きました。内容を確かめて、お返事ください。').waitFor();
    await person.open('/buyer');
    await page.getByText('見積 16,500円（税込み）が届いています。', { exact: false }).waitFor();
    found.today = await faultsOf(person, 'wide-buyer-today');
    await page.getByRole('link', { name: '「案内状の封入」の見積を見る' }).click();
    await page.getByRole('button', { name: '16,500円で注文する' }).click();
    await page.getByText('ここから先は契約になります。', { exact: false }).waitFor();
    found['check-order'] = await faultsOf(person, 'wide-buyer-check-order');
    await page.getByRole('button', { name: '注文する', exact: true }).click();
    await page.getByText('注文しました。窓口が作業する事業所を手配します。').first().waitFor();
    await page.getByRole('link', { name: '数・納期・内容を変える' }).click();
    await page.getByRole('button', { name: '変更を頼む' }).waitFor();
    found.change = await faultsOf(person, 'wide-buyer-change');
    await page.getByRole('textbox', { name: '数', exact: true }).fill('3200');
    await page.getByLabel('変えたい理由').fill('部数が増えたため');
    await page.getByRole('button', { name: '変更を頼む' }).click();
    await page.getByText('変更を頼みました。').first().waitFor();
    await page.getByRole('link', { name: '案件に戻る' }).click();
    await page.getByText('窓口の返事待ち').waitFor();
    await page.getByRole('button', { name: 'この変更を取り下げる' }).click();
    await page.getByText('取り下げた').waitFor();

    await story.works(await story.seen(id));
    await page.getByText('すべて納められました。数と出来を確かめて、検収してください。').waitFor();
    found.delivered = await faultsOf(person, 'wide-buyer-delivered');
    await page.getByRole('button', { name: '検収する' }).click();
    await page.getByRole('dialog').getByText('検収すると、お支払いの手続きに進みます。', { exact: false }).waitFor();
    found['check-acceptance'] = await faultsOf(person, 'wide-buyer-check-acceptance');
    await page.getByRole('dialog').getByRole('button', { name: '検収する' }).click();
    await page.getByText('検収しました。請求書が届いたら、お支払いください。').waitFor();
    const accepted = await story.seen(id);
    await story.bills(story.desk, accepted, { payerId: accepted.buyer.id, payeeId: accepted.desk.id });
    found.money = await look(person, '/buyer/money', 'wide-buyer-money-bill');
    await page.getByRole('link', { name: /^請求書 / }).click();
    await page.getByRole('link', { name: 'お金に戻る' }).waitFor();
    found.bill = await faultsOf(person, 'wide-buyer-bill');
    for (const route of ROUTES) found[route] = await look(person, route, `wide${route.replaceAll(/[/?=]/g, '-')}`);
    expect(found).toEqual(none(found));
    expect(stage.faults()).toEqual([]);
  });

  it('does the same on a phone, in English, and takes part of it back', async () => {
    const order = await story.ordered(
      story.company,
      { title: 'チラシ折り', lines: [{ workTypeCode: 'LEAFLET_FOLDING', quantity: 2_000 }] },
      'DESK_CONTRACT',
      300,
    );
    const person = await stage.person({ width: 'narrow' });
    const { page } = person;
    await person.enterWith(story.company);
    const found: Record<string, string[]> = {};
    for (const route of ROUTES) found[route] = await look(person, route, `narrow${route.replaceAll(/[/?=]/g, '-')}`);
    await story.works(order);
    found.order = await look(person, `/buyer/orders/${order.id}`, 'narrow-buyer-order');
    await page.getByText('直しをお願いする').first().click();
    await page.getByLabel('チラシ・印刷物折りの、直してほしい数').fill('200');
    await page.getByLabel('チラシ・印刷物折りを、どう直すか').fill('折り目をそろえる');
    await page.getByLabel('全体について、窓口に伝えること').fill('200枚の折り目がずれています');
    await page.getByRole('button', { name: '直しをお願いする' }).click();
    await page.getByText('窓口の返事を待っています。').waitFor();
    found.rejected = await faultsOf(person, 'narrow-buyer-rejected');
    await page.locator('header summary').click();
    await page.getByRole('button', { name: 'English' }).first().click();
    await page.getByRole('heading', { name: 'Questions and messages' }).waitFor();
    await page.keyboard.press('Escape');
    found.english = await faultsOf(person, 'narrow-buyer-english');
    for (const route of ROUTES)
      found[`en ${route}`] = await look(person, route, `narrow-en${route.replaceAll(/[/?=]/g, '-')}`);
    expect(found).toEqual(none(found));
    expect(stage.faults()).toEqual([]);
  });

  it('decides as a government by which item it orders, and publishes it', async () => {
    const order = await story.asksFor(story.city, {
      title: '広報の封入',
      lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 5_000 }],
    });
    await story.quotes(order, 'DESK_CONTRACT', [500]);
    const person = await stage.person();
    const { page } = person;
    await person.enterWith(story.city);
    const found: Record<string, string[]> = {};
    for (const route of [...ROUTES, ...OF_GOVERNMENTS]) {
      found[route] = await look(person, route, `city${route.replaceAll(/[/?=]/g, '-')}`);
    }
    await person.open(`/buyer/orders/${order.id}`);
    await page.getByRole('link', { name: '随意契約の根拠' }).click();
    await page.getByLabel('決めた理由').waitFor();
    found.basis = await faultsOf(person, 'city-basis');
    await page.getByText('いまは選べないもの').waitFor();
    await page.getByLabel('入札', { exact: false }).check();
    await page.getByLabel('決めた理由').fill('入札により契約するため');
    await page.getByRole('button', { name: 'この根拠に決める' }).click();
    await page.getByText('根拠を決めました。').first().waitFor();
    await page.getByRole('link', { name: '案件に戻る' }).click();
    await page.getByRole('link', { name: '公表する文書' }).click();
    await page.getByRole('button', { name: '「発注の見通し」の下書きを作る' }).click();
    await page.getByRole('button', { name: '「発注の見通し」を保存する' }).waitFor();
    found.publications = await faultsOf(person, 'city-publications-of-order');
    expect(found).toEqual(none(found));
    expect(stage.faults()).toEqual([]);
  });
});

const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
