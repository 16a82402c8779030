import type { Person } from './person.js';

/** The steps of the main job as people take them at their pages, each by whom it belongs to. */

export async function postsOrder({ page }: Person, title: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: '仕事を頼む' }).first().click();
  await page.getByLabel('どんな仕事ですか').fill('ダイレクトメール');
  await page.getByLabel('封入・封かん', { exact: false }).check();
  await page.getByRole('textbox', { name: '② 数' }).fill('３，０００通');
  await page.getByRole('button', { name: /月\d+日（.）にする$/ }).click();
  await page.getByLabel('⑤ 件名').fill(title);
  await page.getByRole('button', { name: '内容を確かめる' }).click();
  await page.getByRole('button', { name: '窓口に送る' }).click();
  await page.getByText('窓口に送りました。番号は').first().waitFor();
}

/** @returns the id of the order */
export async function quotesOrder(person: Person, title: string): Promise<string> {
  const { page } = person;
  await person.open('/desk');
  await page.getByRole('link', { name: new RegExp(`内容を確かめる.*${title}`) }).click();
  await page.getByRole('button', { name: '受付を始める' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '受付を始める' }).click();
  await page.getByRole('link', { name: '見積を作る' }).first().click();
  await page.getByLabel('1つあたりの金額（税抜き）').fill('5.5');
  for (const field of await page.getByLabel(/で事業所に払う1つあたりの金額/).all()) await field.fill('5');
  await page.getByRole('button', { name: '内容を確かめる' }).click();
  await page.getByText(/16,500円（税抜き）の見積を出します/).waitFor();
  await page.getByRole('button', { name: '見積を出す' }).click();
  await page.getByText('見積を出しました。発注者の返事を待ちます。').first().waitFor();
  return /orders\/([\w-]{36})/.exec(page.url())?.[1] ?? '';
}

/** @param priceText what the button says that the order comes to; any unless said */
export async function acceptsQuote(person: Person, title: string, priceText = ''): Promise<void> {
  const { page } = person;
  await person.open('/buyer');
  await page.getByRole('link', { name: `「${title}」の見積を見る` }).click();
  await page.getByRole('button', { name: `${priceText}で注文する` }).click();
  await page.getByRole('button', { name: '注文する', exact: true }).click();
  await page.getByText('注文しました。窓口が作業する事業所を手配します。').first().waitFor();
}

export async function acceptsOffer({ page }: Person, title: string, units: number): Promise<void> {
  const accept = page.getByRole('button', { name: `${formatted(units)}を引き受ける` });
  await page.getByRole('link', { name: `「${title}」に返事をする` }).click();
  await page.getByLabel('受ける', { exact: false }).first().check();
  await accept.click();
  await page.getByText(`${formatted(units)}を引き受けます。`).waitFor();
  await accept.click();
  await page.getByText('引き受けました。作業を始めたら').first().waitFor();
}

/** All of a job is done and handed over. */
export async function worksAndDelivers({ page }: Person, units: number): Promise<void> {
  const all = formatted(units);
  await page.getByLabel('これまでにできた数（合計）').fill(String(units));
  await page.getByRole('button', { name: '進み具合を伝える' }).click();
  await page.getByText(`${all}のうち${all}が済み`).first().waitFor();
  await page.getByLabel('納める数').fill(String(units));
  await page.getByRole('button', { name: '納品を伝える' }).click();
  await page.getByText('納品を伝えました。').first().waitFor();
}

/** Everything is good; from one delivery to the next without going back. */
export async function inspectsAll(person: Person, deliveries: number): Promise<void> {
  const { page } = person;
  await person.open('/desk/inspect');
  await page.getByRole('link', { name: '検品する' }).first().click();
  for (let left = deliveries; left > 0; left -= 1) {
    await page.getByRole('button', { name: '結果を確かめる' }).click();
    await page.getByText(/をすべて受け取ります/).waitFor();
    await page.getByRole('button', { name: 'この結果を送る' }).click();
    await page.getByText('この納品は検品が済んでいます。').waitFor();
    if (left > 1) await page.getByRole('link', { name: '次の検品へ' }).click();
  }
}

export async function acceptsWork(person: Person, order: string): Promise<void> {
  const { page } = person;
  await person.open(`/buyer/orders/${order}`);
  await page.getByText('すべて納められました。').waitFor();
  await page.getByRole('button', { name: '検収する' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '検収する' }).click();
  await page.getByText('検収しました。請求書が届いたら、お支払いください。').waitFor();
}

/**
 * Every paper of a finished order is made and paid: an invoice to the buyer, a payment notice to each facility.
 * @param quiet resolves when the worker has handled everything
 */
export async function settlesAll(person: Person, papers: number, quiet: () => Promise<void>): Promise<void> {
  const { page } = person;
  const make = page.getByRole('button', { name: /を作る$/ });
  for (let left = papers; left > 0; left -= 1) {
    await quiet();
    await person.open('/desk/money');
    await make.nth(left - 1).waitFor();
    await make.first().click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /を作る$/ })
      .click();
    await page.waitForURL(/\/desk\/money\/invoices\/[\w-]{36}/);
    await page.getByRole('button', { name: '入金・支払いを記録する' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'この金額を記録する' }).click();
    await page.getByText('すべて支払われています。').waitFor();
  }
  await person.open('/desk/money');
  await page.getByText('請求するものはありません。').waitFor();
}

function formatted(units: number): string {
  return `${units.toLocaleString('ja-JP')}通`;
}
