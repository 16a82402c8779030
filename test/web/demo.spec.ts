import {
  acceptsOffer,
  acceptsQuote,
  acceptsWork,
  inspectsAll,
  postsOrder,
  quotesOrder,
  settlesAll,
  splitsOrder,
  worksAndDelivers,
} from './main-job.js';
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
    await postsOrder(buyer, TITLE);
    await desk.enterAs('共同受注窓口の担当者');
    const order = await quotesOrder(desk, TITLE);
    await acceptsQuote(buyer, TITLE, '18,150円');
    await splitsOrder(desk, order, SHARES);
    await answersByMail(facility);
    await facility.enterAs(SIGNED_IN);
    await acceptsOffer(facility, TITLE, 2_000);
    await worksAndDelivers(facility, 2_000);
    await signsOut(facility);
    await facility.enterAs(BY_MAIL);
    await opensJob(facility);
    await worksAndDelivers(facility, 1_000);
    await inspectsAll(desk, SHARES.length);
    await acceptsWork(buyer, order);
    await settlesAll(desk, SHARES.length + 1, async () => stage.story.quiet());
    await buyer.open(`/buyer/orders/${order}`);
    await buyer.page.getByText('この仕事は終わりました。ありがとうございました。').waitFor();
    await facility.open('/facility/money');
    await facility.page.getByText(TITLE).first().waitFor();
    expect(stage.faults()).toEqual([]);
  }, 180_000);

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

  async function opensJob({ page }: Person): Promise<void> {
    await page.getByRole('link', { name: `「${TITLE}」を開く` }).click();
  }

  async function signsOut({ page }: Person): Promise<void> {
    await page.locator('header summary').click();
    await page.getByRole('button', { name: 'サインアウトする' }).click();
    await page.waitForURL(/\/sign-in/);
  }
});
