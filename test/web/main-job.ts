import type { Person } from './person.js';

/** The steps of the main job as people take them at their pages, each by whom it belongs to. */

export async function postsOrder({ page, hands }: Person, title: string): Promise<void> {
  await hands.press(page.getByRole('main').getByRole('link', { name: '仕事を頼む' }).first());
  await hands.fill(page.getByLabel('どんな仕事ですか'), 'ダイレクトメール');
  await hands.choose(page.getByLabel('封入・封かん', { exact: false }));
  await hands.fill(page.getByRole('textbox', { name: '② 数' }), '３，０００通');
  await hands.press(page.getByRole('button', { name: /月\d+日（.）にする$/ }));
  await hands.fill(page.getByLabel('⑤ 件名'), title);
  await hands.press(page.getByRole('button', { name: '内容を確かめる' }));
  await hands.press(page.getByRole('button', { name: '窓口に送る' }));
  await page.getByText('窓口に送りました。番号は').first().waitFor();
}

/** @returns the id of the order */
export async function quotesOrder(person: Person, title: string): Promise<string> {
  const { page, hands } = person;
  await person.open('/desk');
  await hands.press(page.getByRole('link', { name: new RegExp(`内容を確かめる.*${title}`) }));
  await hands.press(page.getByRole('button', { name: '受付を始める' }));
  await hands.press(page.getByRole('dialog').getByRole('button', { name: '受付を始める' }));
  await hands.press(page.getByRole('link', { name: '見積を作る' }).first());
  await hands.fill(page.getByLabel('1つあたりの金額（税抜き）'), '5.5');
  for (const field of await page.getByLabel(/で事業所に払う1つあたりの金額/).all()) await hands.fill(field, '5');
  await hands.press(page.getByRole('button', { name: '内容を確かめる' }));
  await page.getByText(/16,500円（税抜き）の見積を出します/).waitFor();
  await hands.press(page.getByRole('button', { name: '見積を出す' }));
  await page.getByText('見積を出しました。発注者の返事を待ちます。').first().waitFor();
  return /orders\/([\w-]{36})/.exec(page.url())?.[1] ?? '';
}

/** @param priceText what the button says that the order comes to; any unless said */
export async function acceptsQuote(person: Person, title: string, priceText = ''): Promise<void> {
  const { page, hands } = person;
  await person.open('/buyer');
  await hands.press(page.getByRole('link', { name: `「${title}」の見積を見る` }));
  await hands.press(page.getByRole('button', { name: `${priceText}で注文する` }));
  await hands.press(page.getByRole('button', { name: '注文する', exact: true }));
  await page.getByText('注文しました。窓口が作業する事業所を手配します。').first().waitFor();
}

/** Both facilities get what was agreed with them, and are asked. */
export async function splitsOrder(
  person: Person,
  order: string,
  shares: readonly (readonly [name: string, units: string])[],
): Promise<void> {
  const { page, hands } = person;
  await person.open(`/desk/orders/${order}`);
  await hands.press(page.getByRole('link', { name: '配分する' }).first());
  await page.getByText('配分 3,000 ／ 3,000通').waitFor();
  for (const [name, units] of shares) {
    await hands.fill(page.getByRole('textbox', { name: `${name}の数` }), units);
    await page.getByRole('button', { name: `${name}の固定をはずす` }).waitFor();
  }
  const dialog = page.getByRole('dialog');
  await hands.press(page.getByRole('button', { name: 'この内容で2か所に打診を送る' }));
  await hands.fill(dialog.getByLabel(/違う理由/), '電話で確かめたため');
  await hands.press(dialog.getByRole('button', { name: '2か所に打診を送る' }));
  await page.getByText('承認して、2か所に打診を送りました').first().waitFor();
}

export async function acceptsOffer({ page, hands }: Person, title: string, units: number): Promise<void> {
  const accept = page.getByRole('button', { name: `${formatted(units)}を引き受ける` });
  await hands.press(page.getByRole('link', { name: `「${title}」に返事をする` }));
  await hands.choose(page.getByLabel('受ける', { exact: false }).first());
  await hands.press(accept);
  await page.getByText(`${formatted(units)}を引き受けます。`).waitFor();
  await hands.press(accept);
  await page.getByText('引き受けました。作業を始めたら').first().waitFor();
}

/** All of a job is done and handed over. */
export async function worksAndDelivers({ page, hands }: Person, units: number): Promise<void> {
  const all = formatted(units);
  await hands.fill(page.getByLabel('これまでにできた数（合計）'), String(units));
  await hands.press(page.getByRole('button', { name: '進み具合を伝える' }));
  await page.getByText(`${all}のうち${all}が済み`).first().waitFor();
  await hands.fill(page.getByLabel('納める数'), String(units));
  await hands.press(page.getByRole('button', { name: '納品を伝える' }));
  await page.getByText('納品を伝えました。').first().waitFor();
}

/** Everything is good; from one delivery to the next without going back. */
export async function inspectsAll(person: Person, deliveries: number): Promise<void> {
  const { page, hands } = person;
  await person.open('/desk/inspect');
  await hands.press(page.getByRole('link', { name: '検品する' }).first());
  for (let left = deliveries; left > 0; left -= 1) {
    await hands.press(page.getByRole('button', { name: '結果を確かめる' }));
    await page.getByText(/をすべて受け取ります/).waitFor();
    await hands.press(page.getByRole('button', { name: 'この結果を送る' }));
    await page.getByText('この納品は検品が済んでいます。').waitFor();
    if (left > 1) await hands.press(page.getByRole('link', { name: '次の検品へ' }));
  }
}

export async function acceptsWork(person: Person, order: string): Promise<void> {
  const { page, hands } = person;
  await person.open(`/buyer/orders/${order}`);
  await page.getByText('すべて納められました。').waitFor();
  await hands.press(page.getByRole('button', { name: '検収する' }));
  await hands.press(page.getByRole('dialog').getByRole('button', { name: '検収する' }));
  await page.getByText('検収しました。請求書が届いたら、お支払いください。').waitFor();
}

/**
 * Every paper of a finished order is made and paid: an invoice to the buyer, a payment notice to each facility.
 * @param quiet resolves when the worker has handled everything
 */
export async function settlesAll(person: Person, papers: number, quiet: () => Promise<void>): Promise<void> {
  const { page, hands } = person;
  const make = page.getByRole('button', { name: /を作る$/ });
  for (let left = papers; left > 0; left -= 1) {
    await quiet();
    await person.open('/desk/money');
    await make.nth(left - 1).waitFor();
    await hands.press(make.first());
    await hands.press(page.getByRole('dialog').getByRole('button', { name: /を作る$/ }));
    await page.waitForURL(/\/desk\/money\/invoices\/[\w-]{36}/);
    await hands.press(page.getByRole('button', { name: '入金・支払いを記録する' }));
    await hands.press(page.getByRole('dialog').getByRole('button', { name: 'この金額を記録する' }));
    await page.getByText('すべて支払われています。').waitFor();
  }
  await person.open('/desk/money');
  await page.getByText('請求するものはありません。').waitFor();
}

function formatted(units: number): string {
  return `${units.toLocaleString('ja-JP')}通`;
}
