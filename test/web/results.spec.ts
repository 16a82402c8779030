import { randomUUID } from 'node:crypto';
import { type Person, WIDTHS } from './person.js';
import { Stage } from './stage.js';

const TABLE = `共同受注の実績（単位：千円、税抜）
形式,令和6年度,,令和7年度,
,件数,売上,件数,売上
契約型,12,1234,3,500
斡旋型,2,7,,
合計,14,1242,3,500
`;

describe('Results on the pages', () => {
  let stage: Stage;
  let prefectureId: string;
  beforeAll(async () => {
    stage = await Stage.begin();
    const { db } = stage.story.api;
    prefectureId = randomUUID();
    await db.query(`INSERT INTO prefecture (id, code, name) VALUES ($1, 'MIHON', '見本県')`, [prefectureId]);
    await db.query('INSERT INTO prefecture_desk SELECT $1, id FROM desk', [prefectureId]);
  });
  afterAll(() => stage.end());

  async function look(person: Person, name: string): Promise<string[]> {
    await person.settled();
    await person.picture(name);
    return [...(await person.accessibilityFaults()), ...(await person.rawTexts())];
  }

  it.each(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[])(
    'are brought along by a desk, entered by a city and read by its prefecture, %s',
    async (width) => {
      const { api } = stage.story;
      const found: Record<string, string[]> = {};
      const desk = await stage.person({ width });
      await desk.enterWith(await api.as('DESK_ADMIN'));
      await desk.open('/desk/results/recorded');
      await desk.page
        .locator('input[type=file]')
        .setInputFiles({ name: 'jisseki.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
      await desk.page.getByLabel('一覧の名前').fill('実績表');
      await desk.page.getByRole('button', { name: '試し読みをする' }).click();
      await desk.page.getByText('表の合計が1,242,000円、行を足すと1,241,000円です').waitFor();
      found.dryRun = await look(desk, `${width}-results-dry-run`);
      await desk.page.getByRole('button', { name: 'この内容で取り込む' }).click();
      await desk.page.getByText('取り込みました。').first().waitFor();
      found.recorded = await look(desk, `${width}-results-recorded`);
      await desk.open('/desk/results/years?from=2024&to=2026');
      await desk.page.getByText('もとの表（実績表）では1,242,000円です').waitFor();
      found.years = await look(desk, `${width}-results-years`);
      await desk.open('/desk/results/procurement');
      found.brought = await look(desk, `${width}-results-brought`);

      await desk.open('/desk/results/fairness');
      found.fairness = await look(desk, `${width}-fairness`);
      await desk.page.getByRole('cell').getByRole('link').first().click();
      await desk.page.getByRole('heading', { name: '月ごとの受けた仕事' }).waitFor();
      found.line = await look(desk, `${width}-fairness-line`);
      const facility = await stage.person({ width });
      await facility.enterWith(await api.as('FACILITY_1'));
      await facility.open('/facility/fairness');
      found.own = await look(facility, `${width}-fairness-own`);

      const city = await stage.person({ width });
      await city.enterWith(await api.as('CITY'));
      await city.open('/buyer/results/recorded');
      await city.page.getByRole('button', { name: '1件を手で入れる' }).click();
      const dialog = city.page.getByRole('dialog');
      await dialog.getByLabel('内容').fill('会議用のパン');
      await dialog.getByText('小物雑貨').click();
      await dialog.getByLabel('金額（税込み）').fill('3240');
      await dialog.getByRole('button', { name: '記録する' }).click();
      await city.page.getByText('会議用のパン').first().waitFor();
      found.entered = await look(city, `${width}-results-entered`);
      for (const route of ['/buyer/results', '/buyer/results/rows', '/buyer/results/settings']) {
        await city.open(route);
        found[route] = await look(city, `${width}${route.replaceAll('/', '-')}`);
      }

      const officer = await stage.person({ width });
      await officer.enterWith(await api.asNew('PREFECTURE_OFFICER', prefectureId));
      for (const route of [
        '/prefecture/results',
        '/prefecture/procurement',
        '/prefecture/procurement/rows',
        '/prefecture/recorded',
        '/prefecture/settings',
      ]) {
        await officer.open(route);
        found[route] = await look(officer, `${width}${route.replaceAll('/', '-')}`);
      }
      expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([]);
      expect(stage.faults()).toEqual([]);
    },
  );
});
