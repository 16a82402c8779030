import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TOTP } from 'otpauth';
import { loadReferenceData } from '#yui/directory';
import { addPlatformAdminTo } from '#yui/identity';
import { startApi, type TestApi } from '../harness/api.js';
import { startTestMail, type TestMail } from '../harness/mail.js';
import { createTestDatabase } from '../harness/postgres.js';
import { allQuiet, startWorker } from '../worker/worker-fixtures.js';
import { type Chromium, startChromium } from './chromium.js';
import {
  acceptsOffer,
  acceptsQuote,
  acceptsWork,
  inspectsAll,
  postsOrder,
  quotesOrder,
  settlesAll,
  worksAndDelivers,
} from './main-job.js';
import { Person } from './person.js';

const PASSWORD = '山と川と海と空と森と風と雲と月と星';
const TITLE = 'はじめての封入';

/**
 * An installation in which there is nothing and nobody: the operator names the first administrator, and from there all
 * happens at the pages and in the mails, with second factors as in real use, until
 * the first order is paid.
 */
describe('An installation that begins empty', () => {
  let api: TestApi;
  let mail: TestMail;
  let worker: NestFastifyApplication;
  let chromium: Chromium;
  const people: Person[] = [];

  beforeAll(async () => {
    const settings = { PAGES_DIR: 'dist/web', PERSISTED_DOCUMENTS_ONLY: 'people' };
    api = await startApi(settings, undefined, createTestDatabase);
    await loadReferenceData(api.databaseUrl);
    mail = await startTestMail();
    worker = await startWorker(api.databaseUrl, mail.smtpUrl);
    chromium = await startChromium();
  });
  afterAll(async () => {
    for (const person of people) await person.close();
    await chromium.close();
    await worker.close();
    await mail.close();
    await api.close();
  });

  async function newPerson(width: 'wide' | 'narrow' = 'wide'): Promise<Person> {
    const person = await Person.at(chromium.browser, new URL(api.url).origin, { width });
    people.push(person);
    return person;
  }

  /** The page to which the newest mail to somebody leads. */
  async function linkTo(address: string, path: string): Promise<string> {
    const { text } = await mail.waitForMail(({ to }) => to.includes(address));
    const [link] = new RegExp(`${path}\\S+`, 'u').exec(text) ?? [];
    if (link === undefined) throw new Error(`the mail to ${address} leads to no ${path}: ${text}`);
    return link;
  }

  async function setsUpSecondFactor({ page }: Person): Promise<void> {
    await page.getByRole('button', { name: '2段階認証を始めます' }).click();
    const secret = await page.locator('p.font-mono').innerText();
    await page.getByLabel('アプリに出た6けたの数字').fill(new TOTP({ secret: secret.replaceAll(' ', '') }).generate());
    await page.getByRole('button', { name: '2段階認証を始める' }).click();
    await page.getByRole('button', { name: '控えました。次へ' }).click();
  }

  async function joins(address: string, name: string, width: 'wide' | 'narrow' = 'wide'): Promise<Person> {
    const person = await newPerson(width);
    const { page } = person;
    await person.open(await linkTo(address, '/invitation'));
    await page.getByLabel('お名前').fill(name);
    await page.getByLabel('パスワード（15文字以上）').fill(PASSWORD);
    await page.getByRole('button', { name: 'アカウントを作って入る' }).click();
    return person;
  }

  /** Opens the form behind a button and invites somebody with it. */
  async function invites({ page }: Person, button: string, address: string): Promise<void> {
    await page.getByRole('button', { name: button }).click();
    await page.getByLabel('メールアドレス').fill(address);
    await page.getByRole('button', { name: '招待のメールを送る' }).click();
    await page.getByText(address).first().waitFor();
  }

  async function registersFacility(person: Person): Promise<void> {
    const { page } = person;
    await page.getByRole('link', { name: '事業所を登録する' }).click();
    await page.getByLabel('名称').fill('しおかぜ工房');
    await page.getByLabel('就労継続支援B型', { exact: false }).first().check();
    await page.getByLabel('定員').fill('20');
    await page.getByRole('button', { name: 'この事業所を登録する' }).click();
    await page.getByRole('heading', { level: 1, name: 'しおかぜ工房' }).waitFor();
    await page.getByRole('button', { name: 'できる仕事を足す' }).click();
    await page.getByLabel('封入', { exact: false }).first().check();
    await page.getByLabel('1つにかかる時間').fill('30');
    await page.getByLabel('1つあたりの目安').fill('3.5');
    await page.getByRole('button', { name: 'この内容で保存する' }).click();
    await page.getByRole('cell', { name: '30秒' }).waitFor();
    await invites(person, 'はじめの人を招待する', 'facility@example.jp');
  }

  async function registersBuyer(person: Person): Promise<void> {
    const { page } = person;
    await person.open('/desk');
    await page.getByRole('link', { name: '発注者を登録する' }).click();
    await page.getByLabel('名称').fill('株式会社はじめ');
    await page.getByLabel('企業', { exact: false }).first().check();
    await page.getByRole('button', { name: 'この発注者を登録する' }).click();
    await page.getByRole('heading', { level: 1, name: '株式会社はじめ' }).waitFor();
    await invites(person, 'はじめの人を招待する', 'buyer@example.jp');
  }

  it('comes to its first desk, its people, and a first order that is worked on and paid', async () => {
    await addPlatformAdminTo(api.databaseUrl, { email: 'operator@example.jp', name: '運営 太郎' });
    const operator = await newPerson();
    await operator.open(await linkTo('operator@example.jp', '/reset-password'));
    await operator.page.getByLabel('新しいパスワード（15文字以上）').fill(PASSWORD);
    await operator.page.getByRole('button', { name: 'このパスワードにする' }).click();
    await operator.page.getByRole('link', { name: 'サインインする' }).click();
    await operator.page.getByRole('textbox', { name: 'メールアドレス' }).fill('operator@example.jp');
    await operator.page.getByLabel('パスワード', { exact: true }).fill(PASSWORD);
    await operator.page.getByRole('button', { name: 'サインインする', exact: true }).click();
    await setsUpSecondFactor(operator);
    await operator.page.getByText('まだ窓口はありません。').waitFor();
    await operator.page.getByLabel('コード').fill('tosa');
    await operator.page.getByLabel('窓口の名前').fill('土佐共同受注窓口');
    await operator.page.getByRole('button', { name: '窓口を開設する' }).click();
    await operator.page.getByText('土佐共同受注窓口の最初の管理者を招待する').click();
    await operator.page.getByRole('textbox', { name: '招待する人のメール' }).fill('admin@example.jp');
    await operator.page.getByRole('button', { name: '招待のメールを送る' }).click();
    await operator.page.getByText('admin@example.jpに招待を送りました。').first().waitFor();

    const admin = await joins('admin@example.jp', '管理 花子');
    await setsUpSecondFactor(admin);
    await admin.page.getByText('急ぐものはありません').waitFor();
    await admin.picture('empty-desk-today');
    expect(await admin.accessibilityFaults()).toEqual([]);
    await admin.open('/desk/settings/people');
    await invites(admin, '人を招待する', 'coordinator@example.jp');
    const coordinator = await joins('coordinator@example.jp', '担当 次郎');
    await setsUpSecondFactor(coordinator);
    await coordinator.page.getByText('急ぐものはありません').waitFor();
    await admin.open('/desk');
    await registersFacility(admin);
    await registersBuyer(admin);

    const facility = await joins('facility@example.jp', '支援 三郎', 'narrow');
    await facility.page.waitForURL(/\/facility$/);
    await facility.settled();
    await facility.picture('empty-facility-today');
    expect([...(await facility.accessibilityFaults()), ...(await facility.rawTexts())]).toEqual([]);
    // A week to begin with came with its capacity; here it says its own.
    await facility.open('/facility/calendar');
    for (const day of ['月', '火', '水', '木', '金']) {
      await facility.page.getByRole('textbox', { name: `${day}曜日` }).fill('20');
    }
    await facility.page.getByRole('button', { name: 'いつもの1週間を保存する' }).click();
    await facility.page.getByText('保存しました').first().waitFor();

    const buyer = await joins('buyer@example.jp', '発注 良子');
    await buyer.page.waitForURL(/\/buyer$/);
    await buyer.picture('empty-buyer-today');
    await postsOrder(buyer, TITLE);
    const order = await quotesOrder(coordinator, TITLE);
    await acceptsQuote(buyer, TITLE);
    await splits(coordinator);
    await facility.open('/facility');
    await acceptsOffer(facility, TITLE, 3_000);
    await worksAndDelivers(facility, 3_000);
    await inspectsAll(coordinator, 1);
    await acceptsWork(buyer, order);
    await settlesAll(coordinator, 2, async () => allQuiet(api));
    await buyer.open(`/buyer/orders/${order}`);
    await buyer.page.getByText('この仕事は終わりました。ありがとうございました。').waitFor();
    await buyer.picture('empty-buyer-order-paid');
    await facility.open('/facility/money');
    await facility.page.getByText(TITLE).first().waitFor();
    await facility.picture('empty-facility-money');
    expect(people.flatMap(({ faults }) => faults)).toEqual([]);
  }, 240_000);

  async function splits({ page }: Person): Promise<void> {
    await page.goto(new URL('/desk', api.url).href);
    await page
      .getByRole('link', { name: new RegExp(`残りを配分する.*${TITLE}`) })
      .first()
      .click();
    await page.getByText('配分 3,000 ／ 3,000通').waitFor();
    await page.getByRole('button', { name: 'この内容で1か所に打診を送る' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '1か所に打診を送る' }).click();
    await page.getByText('承認して、1か所に打診を送りました').first().waitFor();
  }
});
