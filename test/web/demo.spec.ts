import type { Person } from './person.js';
import { Stage } from './stage.js';

const TITLE = '案内状の封入';
/** Who signs in, and who answers by the link in the mail first; both have sample accounts. */
const SIGNED_IN = 'スウェル';
const BY_MAIL = 'Life time';
const SHARES = [
  [SIGNED_IN, '2,000'],
  [BY_MAIL, '1,000'],
] as const;

/**
 * The main job once through the pages, from the wish to the payment, in the order in which people do it. Nobody uses
 * anything but pages, and the api answers only what the pages are known to ask.
 */
describe('A buyer, a desk and two facilities at their pages', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.begin({ PERSISTED_DOCUMENTS_ONLY: 'people' });
  });
  afterAll(() => stage.end());

  it('sees 3,000 envelopes through from the wish to the payment', async () => {
    const [buyer, desk, facility] = await Promise.all([
      stage.person(),
      stage.person(),
      stage.person({ width: 'narrow' }),
    ]);
    await buyer.enterAs('株式会社とさ商事');
    await postsOrder(buyer);
    await desk.enterAs('共同受注窓口の担当者');
    const order = await quotes(desk);
    await acceptsQuote(buyer);
    await splits(desk, order);
    await answersByMail(facility);
    await facility.enterAs(SIGNED_IN);
    await acceptsOffer(facility);
    await works(facility, 2_000);
    await signsOut(facility);
    await facility.enterAs(BY_MAIL);
    await opensJob(facility);
    await works(facility, 1_000);
    await inspects(desk);
    await acceptsWork(buyer, order);
    await settles(desk);
    await buyer.open(`/buyer/orders/${order}`);
    await buyer.page.getByText('この仕事は終わりました。ありがとうございました。').waitFor();
    await facility.open('/facility/money');
    await facility.page.getByText(TITLE).first().waitFor();
    expect(stage.faults()).toEqual([]);
  }, 180_000);

  async function postsOrder({ page }: Person): Promise<void> {
    await page.getByRole('main').getByRole('link', { name: '仕事を頼む' }).click();
    await page.getByLabel('どんな仕事ですか').fill('ダイレクトメール');
    await page.getByLabel('封入・封かん', { exact: false }).check();
    await page.getByRole('textbox', { name: '② 数' }).fill('３，０００通');
    await page.getByRole('button', { name: /月\d+日（.）にする$/ }).click();
    await page.getByLabel('⑤ 件名').fill(TITLE);
    await page.getByRole('button', { name: '内容を確かめる' }).click();
    await page.getByRole('button', { name: '窓口に送る' }).click();
    await page.getByText('窓口に送りました。番号は').first().waitFor();
  }

  /** @returns the id of the order */
  async function quotes({ page }: Person): Promise<string> {
    await page.getByRole('link', { name: new RegExp(`内容を確かめる.*${TITLE}`) }).click();
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

  async function acceptsQuote(person: Person): Promise<void> {
    const { page } = person;
    await person.open('/buyer');
    await page.getByRole('link', { name: `「${TITLE}」の見積を見る` }).click();
    await page.getByRole('button', { name: '18,150円で注文する' }).click();
    await page.getByRole('button', { name: '注文する', exact: true }).click();
    await page.getByText('注文しました。窓口が作業する事業所を手配します。').first().waitFor();
  }

  async function splits(person: Person, order: string): Promise<void> {
    const { page } = person;
    await person.open(`/desk/orders/${order}`);
    await page.getByRole('link', { name: '配分する' }).first().click();
    await page.getByText('配分 3,000 ／ 3,000通').waitFor();
    for (const [name, units] of SHARES) {
      await page.getByRole('textbox', { name: `${name}の数` }).fill(units);
      await page.getByRole('button', { name: `${name}の固定をはずす` }).waitFor();
    }
    await page.getByRole('button', { name: 'この内容で2か所に打診を送る' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/違う理由/).fill('電話で確かめたため');
    await dialog.getByRole('button', { name: '2か所に打診を送る' }).click();
    await page.getByText('承認して、2か所に打診を送りました').first().waitFor();
  }

  /** Without an account: the link in the mail is enough, and what is said is looked at once more. */
  async function answersByMail(person: Person): Promise<void> {
    const { page } = person;
    const { text } = await stage.story.mail.waitForMail(
      ({ subject, to }) => subject.startsWith('【結】お仕事の依頼') && to.includes('facility-1@yui.example.com'),
    );
    await person.open(/\/answer\/[\w-]{43}/u.exec(text)?.[0] ?? '');
    await page.getByText('1,000通').first().waitFor();
    await page.locator('button.yes').click();
    await page.locator('input[name=step][value=edit]').waitFor({ state: 'attached' });
    await page.locator('button.yes').click();
    await page.getByText('まちがえたとき').waitFor();
    await person.picture('demo-answered-by-mail');
  }

  async function acceptsOffer({ page }: Person): Promise<void> {
    await page.getByRole('link', { name: `「${TITLE}」に返事をする` }).click();
    await page.getByLabel('受ける', { exact: false }).first().check();
    await page.getByRole('button', { name: '2,000通を引き受ける' }).click();
    await page.getByText('2,000通を引き受けます。').waitFor();
    await page.getByRole('button', { name: '2,000通を引き受ける' }).click();
    await page.getByText('引き受けました。作業を始めたら').first().waitFor();
  }

  async function opensJob({ page }: Person): Promise<void> {
    await page.getByRole('link', { name: `「${TITLE}」を開く` }).click();
  }

  async function works({ page }: Person, units: number): Promise<void> {
    const all = `${units.toLocaleString('ja-JP')}通`;
    await page.getByLabel('これまでにできた数（合計）').fill(String(units));
    await page.getByRole('button', { name: '進み具合を伝える' }).click();
    await page.getByText(`${all}のうち${all}が済み`).first().waitFor();
    await page.getByLabel('納める数').fill(String(units));
    await page.getByRole('button', { name: '納品を伝える' }).click();
    await page.getByText('納品を伝えました。').first().waitFor();
  }

  async function signsOut({ page }: Person): Promise<void> {
    await page.locator('header summary').click();
    await page.getByRole('button', { name: 'サインアウトする' }).click();
    await page.waitForURL(/\/sign-in/);
  }

  /** Everything is good; from one delivery to the next without going back. */
  async function inspects(person: Person): Promise<void> {
    const { page } = person;
    await person.open('/desk/inspect');
    await page.getByRole('link', { name: '検品する' }).first().click();
    for (const isLast of [false, true]) {
      await page.getByRole('button', { name: '結果を確かめる' }).click();
      await page.getByText(/をすべて受け取ります/).waitFor();
      await page.getByRole('button', { name: 'この結果を送る' }).click();
      await page.getByText('この納品は検品が済んでいます。').waitFor();
      if (!isLast) await page.getByRole('link', { name: '次の検品へ' }).click();
    }
  }

  async function acceptsWork(person: Person, order: string): Promise<void> {
    const { page } = person;
    await person.open(`/buyer/orders/${order}`);
    await page.getByText('すべて納められました。').waitFor();
    await page.getByRole('button', { name: '検収する' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '検収する' }).click();
    await page.getByText('検収しました。請求書が届いたら、お支払いください。').waitFor();
  }

  /** One invoice to the buyer, a payment notice to each facility, and each of them paid. */
  async function settles(person: Person): Promise<void> {
    const { page } = person;
    for (let papers = SHARES.length + 1; papers > 0; papers -= 1) {
      await stage.story.quiet();
      await person.open('/desk/money');
      await page
        .getByRole('button', { name: /を作る$/ })
        .nth(papers - 1)
        .waitFor();
      await page
        .getByRole('button', { name: /を作る$/ })
        .first()
        .click();
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
});
