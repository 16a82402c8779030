import { lookAtAll } from './look.js';
import { Stage } from './stage.js';

const ROUTES = [
  '/desk/facilities',
  '/desk/facilities?text=%E5%85%B1%E5%90%8C&work=ENVELOPE_STUFFING',
  '/desk/facilities/new',
  '/desk/facilities/former',
  '/desk/facilities/import',
  '/desk/buyers',
  '/desk/buyers/new',
  '/desk/results',
  '/desk/settings',
  '/desk/settings/fees',
  '/desk/settings/terms',
  '/desk/settings/profile',
  '/desk/settings/people',
  '/desk/settings/audit',
];
const LIST = [
  '指定事業所一覧',
  '番号,事業所名,定員,住所,電話',
  '1,みなもと作業所試し,20,高知市本町1-1,088-000-0000',
  '2,あおぞら工房,15,南国市大そね2-2,088-000-0001',
].join('\n');

describe('The members, buyers and settings of a desk at their pages', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.begin();
  });
  afterAll(() => stage.end());

  it('registers a facility and says what it can do, and takes leave of it', async () => {
    const person = await stage.person();
    await person.enterWith(stage.story.deskAdmin);
    const { page } = person;
    await person.open('/desk/facilities/new');
    await page.getByLabel('名称').fill('しおかぜ工房');
    await page.getByLabel('就労継続支援B型', { exact: false }).first().check();
    await page.getByLabel('定員').fill('２０人');
    await page.getByRole('button', { name: 'この事業所を登録する' }).click();
    await page.getByRole('heading', { level: 1, name: 'しおかぜ工房' }).waitFor();

    await page.getByRole('button', { name: '市町村を入れる' }).click();
    await page.getByRole('dialog').getByLabel('市町村').fill('高知市');
    await page.getByRole('dialog').getByRole('button', { name: '市町村を入れる' }).click();
    await page.getByText('高知市', { exact: true }).waitFor();
    await page.getByRole('button', { name: '根拠を記録する' }).click();
    await page.getByRole('dialog').getByLabel('就労継続支援B型', { exact: false }).first().check();
    await page.getByLabel('根拠の書類').fill('指定通知書 第123号');
    await page.getByRole('button', { name: 'この根拠を記録する' }).click();
    await page.getByRole('cell', { name: '指定通知書 第123号' }).waitFor();
    await page.getByRole('button', { name: 'できる仕事を足す' }).click();
    await page.getByLabel('封入', { exact: false }).first().check();
    await page.getByLabel('1つにかかる時間').fill('30');
    await page.getByLabel('1つあたりの目安').fill('3.5');
    await page.getByRole('button', { name: 'この内容で保存する' }).click();
    await page.getByRole('cell', { name: '30秒' }).waitFor();
    await page.getByRole('button', { name: 'はじめの人を招待する' }).click();
    await page.getByLabel('メールアドレス').fill('shiokaze@example.com');
    await page.getByRole('button', { name: '招待のメールを送る' }).click();
    await page.getByText('shiokaze@example.com を招待しています').waitFor();
    expect(await lookAtAll(stage, stage.story.deskAdmin, [new URL(page.url()).pathname])).toEqual({});

    await page.getByRole('button', { name: '登録を終える' }).click();
    await page.getByLabel('理由').fill('閉所のため');
    await page.getByRole('dialog').getByRole('button', { name: '登録を終える' }).click();
    await page.getByText('登録していました').waitFor();
    await person.open('/desk/facilities/former');
    await page.getByRole('link', { name: 'しおかぜ工房' }).click();
    await page.getByRole('button', { name: 'もう一度登録する' }).click();
    await page.getByText('から登録しています。').waitFor();
    expect(stage.faults()).toEqual([]);
  });

  it('shows all that a list would bring, asks what it does not say, and stores it', async () => {
    const person = await stage.person();
    await person.enterWith(stage.story.deskAdmin);
    const { page } = person;
    await person.open('/desk/facilities/import');
    await page.getByLabel('ファイルを選ぶ').check();
    await page.getByRole('button', { name: '登録される内容を確かめる' }).click();
    await page.getByLabel('一覧の名前').fill('見本県 指定事業所一覧');
    await page.getByRole('button', { name: '登録される内容を確かめる' }).click();
    await page.getByText('一覧のファイルを選んでください。').waitFor();
    await page
      .getByLabel('一覧のファイル')
      .setInputFiles({ name: '一覧.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
    await page.getByRole('button', { name: '登録される内容を確かめる' }).click();
    await page.getByRole('heading', { name: '答えが必要なこと' }).waitFor();
    await page.getByRole('button', { name: '登録するものはありません。' }).waitFor();
    await person.picture('wide-import-asked');
    expect([...(await person.accessibilityFaults()), ...(await person.rawTexts())]).toEqual([]);
    await page.getByLabel('就労継続支援B型', { exact: false }).first().check();
    await page.getByRole('button', { name: '答えを入れて、もう一度確かめる' }).click();
    await page.getByRole('button', { name: 'この内容で2件を登録する' }).waitFor();
    await person.picture('wide-import-dry');
    expect([...(await person.accessibilityFaults()), ...(await person.rawTexts())]).toEqual([]);
    await page.getByRole('button', { name: 'この内容で2件を登録する' }).click();
    await page.getByRole('link', { name: '事業所の一覧を見る' }).click();
    await page.getByText('絞り込む').click();
    await page.getByLabel('名前・仕事のことば').fill('みなもと作業所試し');
    await page.getByRole('button', { name: 'この条件で表示する' }).click();
    await page.getByRole('link', { name: 'みなもと作業所試し' }).waitFor();
    expect(stage.faults()).toEqual([]);
  });

  it('keeps buyers, terms, fees and people', async () => {
    const person = await stage.person();
    await person.enterWith(stage.story.deskAdmin);
    const { page } = person;
    await person.open('/desk/buyers/new');
    await page.getByLabel('名称').fill('見本村役場');
    await page.getByLabel('官公庁').check();
    await page.getByLabel('部署').fill('福祉課\n総務課');
    await page.getByRole('button', { name: 'この発注者を登録する' }).click();
    await page.getByRole('heading', { level: 1, name: '見本村役場' }).waitFor();
    await page.getByText('総務課', { exact: true }).waitFor();
    await page.getByRole('button', { name: '取引の条件を変える' }).click();
    await page.getByLabel('検収までの日数').fill('１０日');
    await page.getByRole('button', { name: 'この条件で保存する' }).click();
    await page.getByText('10日', { exact: true }).waitFor();
    const buyer = new URL(page.url()).pathname;

    await person.open('/desk/settings/fees');
    await page.getByRole('button', { name: '手数料の決まりを足す' }).click();
    await page.getByLabel('契約型', { exact: true }).check();
    await page.getByLabel('価格の割合').check();
    await page.getByRole('textbox', { name: '割合' }).fill('12.5');
    await page.getByRole('dialog').getByLabel('発注者', { exact: true }).check();
    await page.getByRole('button', { name: 'この決まりを足す' }).click();
    await page.getByRole('cell', { name: '12.5％' }).waitFor();

    await person.open('/desk/settings/people');
    await page.getByRole('button', { name: '人を招待する' }).click();
    await page.getByLabel('メールアドレス').fill('new@example.com');
    await page.getByRole('button', { name: '招待のメールを送る' }).click();
    const invited = page.getByRole('cell', { name: 'new@example.com', exact: true });
    await invited.waitFor();
    await page.getByRole('button', { name: 'new@example.comの招待を取り消す' }).click();
    await invited.waitFor({ state: 'detached' });

    await person.open('/desk/settings');
    await page.getByRole('button', { name: '分け方と返事の決まりを変える' }).click();
    await page.getByLabel('打診の返事の期限').fill('5');
    await page.getByRole('button', { name: 'この内容で保存する' }).click();
    await page.getByText('5営業日').first().waitFor();
    await person.open('/desk/settings/audit');
    await page.getByRole('table').waitFor();
    expect(await lookAtAll(stage, stage.story.deskAdmin, [...ROUTES, buyer])).toEqual({});
    expect(stage.faults()).toEqual([]);
  });
});
