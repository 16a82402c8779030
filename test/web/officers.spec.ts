import { randomUUID } from 'node:crypto';
import type { Client } from '../harness/api.js';
import { type Person, WIDTHS } from './person.js';
import { Stage } from './stage.js';

const OF_PLATFORM = ['/platform', '/platform/prefectures', '/platform/people', '/platform/clock'];

describe('The platform and a prefecture at their pages', () => {
  let stage: Stage;
  let platform: Client;
  let deskId: string;
  beforeAll(async () => {
    stage = await Stage.begin();
    platform = await stage.story.api.as('PLATFORM');
    const { desks } = await platform.ask<{ desks: [{ id: string }] }>('{ desks { id } }');
    deskId = desks[0].id;
  });
  afterAll(() => stage.end());

  async function look(person: Person, name: string): Promise<string[]> {
    await person.settled();
    await person.picture(name);
    return [...(await person.accessibilityFaults()), ...(await person.rawTexts())];
  }

  it.each(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[])('opens a desk and oversees it, %s', async (width) => {
    const person = await stage.person({ width });
    const { page } = person;
    const found: Record<string, string[]> = {};
    await person.enterWith(platform);
    for (const route of OF_PLATFORM) {
      await person.open(route);
      found[route] = await look(person, `${width}${route.replaceAll('/', '-')}`);
    }
    const code = width === 'wide' ? 'NAGANO' : 'OITA';
    await person.open('/platform');
    await page.getByLabel('コード').fill(code.toLowerCase());
    await page.getByLabel('窓口の名前').fill(`${code}共同受注窓口`);
    await page.getByRole('button', { name: '窓口を開設する' }).click();
    await page.getByText('次に、最初の管理者を招待してください。').first().waitFor();
    await page.getByText(`${code}共同受注窓口の最初の管理者を招待する`).click();
    await page.getByRole('textbox', { name: '招待する人のメール' }).fill(`${code.toLowerCase()}@example.jp`);
    await page.getByRole('button', { name: '招待のメールを送る' }).click();
    await page.getByText(`${code.toLowerCase()}@example.jpに招待を送りました。`).first().waitFor();
    found.opened = await look(person, `${width}-platform-opened`);

    await person.open('/platform/prefectures');
    await page.getByLabel('コード').fill(code);
    await page.getByLabel('名前', { exact: true }).fill(`${code}県`);
    await page.getByRole('button', { name: '都道府県を足す' }).click();
    await page.getByRole('heading', { name: `${code}県` }).waitFor();
    found.prefecture = await look(person, `${width}-platform-prefecture`);
    const { prefectures } = await platform.ask<{ prefectures: { id: string; code: string }[] }>(
      '{ prefectures { id code } }',
    );
    const { id: prefectureId } = prefectures.find((each) => each.code === code)!;
    await stage.story.do(platform, 'setOverseenDesks', { prefectureId, deskIds: [deskId] });

    const officer = await stage.person({ width, expected: ['isNotFound'] });
    await officer.enterWith(await stage.story.api.asNew('PREFECTURE_OFFICER', prefectureId));
    // The harness names people by ids; the other width is shown this one.
    await stage.story.api.db.query(
      'UPDATE account SET email = $1 WHERE id IN (SELECT account_id FROM role_grant WHERE organisation_id = $2)',
      [`officer-${width}@yui.example.com`, prefectureId],
    );
    await officer.open('/');
    await officer.page.getByRole('link', { name: /の実績$/ }).waitFor();
    found.desks = await look(officer, `${width}-prefecture`);
    await officer.page.getByRole('link', { name: /の実績$/ }).click();
    await officer.page.getByRole('table').waitFor();
    found.results = await look(officer, `${width}-prefecture-results`);
    await officer.page.getByRole('button', { name: '前の年度' }).click();
    await officer.page.waitForURL(/year=/);
    await officer.page.getByRole('link', { name: '登録している事業所を見る' }).click();
    await officer.page.getByRole('table').waitFor();
    found.facilities = await look(officer, `${width}-prefecture-facilities`);
    // A thing that is not there takes the place of the page alone, and not of what stands around it.
    await officer.open(`/prefecture/desks/${randomUUID()}`);
    await officer.page.getByRole('main').getByRole('heading', { level: 1, name: '見つかりません' }).waitFor();
    found.nothing = await look(officer, `${width}-prefecture-nothing`);
    await officer.open('/prefecture');
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
    expect(stage.faults()).toEqual([]);
  });
});
