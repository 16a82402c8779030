import { randomUUID } from 'node:crypto';
import type { Client } from '../harness/api.js';
import { type Person, WIDTHS } from './person.js';
import { Stage } from './stage.js';

describe('Wages on the pages', () => {
  let stage: Stage;
  let desk: Client;
  let facility: Client;
  let prefectureId: string;
  beforeAll(async () => {
    stage = await Stage.begin();
    const { api } = stage.story;
    desk = await api.as('COORDINATOR');
    facility = await api.as('FACILITY_1');
    prefectureId = randomUUID();
    await api.db.query(`INSERT INTO prefecture (id, code, name) VALUES ($1, 'MIHON', '見本県')`, [prefectureId]);
    await api.db.query('INSERT INTO prefecture_desk SELECT $1, id FROM desk', [prefectureId]);
  });
  afterAll(() => stage.end());

  async function look(person: Person, name: string): Promise<string[]> {
    await person.settled();
    await person.picture(name);
    return [...(await person.accessibilityFaults()), ...(await person.rawTexts())];
  }

  it.each(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[])(
    'are reported by a facility, checked by its desk and read as results, %s',
    async (width) => {
      const found: Record<string, string[]> = {};
      const own = await stage.person({ width });
      await own.enterWith(facility);
      await own.open('/facility/wages');
      await own.page.getByLabel('支払った工賃（賃金）の総額').fill('3510000');
      await own.page.getByLabel('延べ利用者数').fill('3655');
      await own.page.getByLabel('開所した日数（生産活動の日）').fill('250');
      await own.page.getByText('この年度の平均工賃月額：20,034円').waitFor();
      found.form = await look(own, `${width}-wages-form`);
      const asked = own.page.getByRole('checkbox');
      for (const box of await asked.all()) await box.check();
      await own.page.getByRole('button', { name: '送る', exact: true }).click();
      await own.page.getByText('提出しました。確認を待っています。').waitFor();
      // From the first figure to the end it is one page.
      expect(new URL(own.page.url()).pathname).toBe('/facility/wages');
      found.sent = await look(own, `${width}-wages-sent`);

      const checker = await stage.person({ width });
      await checker.enterWith(desk);
      await checker.open('/desk/wages');
      found.list = await look(checker, `${width}-wages-list`);
      await checker.page.getByRole('cell').getByRole('link').first().click();
      await checker.page.getByRole('button', { name: '確認する' }).click();
      await checker.page.getByRole('dialog').getByRole('button', { name: '確認する' }).click();
      await checker.page.getByText('確認済み').first().waitFor();
      found.checked = await look(checker, `${width}-wages-checked`);
      await checker.open('/desk/wages/report?kind=BANDS&fromYear=2021&toYear=2025');
      found.report = await look(checker, `${width}-wages-report`);
      await checker.open('/desk/wages/report?kind=BANDS&fromYear=2021&toYear=2025&year=2023&row=B1');
      await checker.page.getByRole('heading', { name: 'もとの行（令和5年度）' }).waitFor();
      found.rows = await look(checker, `${width}-wages-rows`);
      await checker.open('/desk/activities');
      await checker.page.getByRole('button', { name: '活動を記録する' }).click();
      await checker.page.getByLabel('名前').fill('品質の研修');
      await checker.page.getByLabel('テーマ').fill('品質');
      await checker.page.getByRole('dialog').getByRole('button', { name: '活動を記録する' }).click();
      await checker.page.getByRole('cell', { name: '品質の研修' }).first().waitFor();
      found.activities = await look(checker, `${width}-activities`);

      const officer = await stage.person({ width });
      await officer.enterWith(await stage.story.api.asNew('PREFECTURE_OFFICER', prefectureId));
      for (const route of [
        '/prefecture/wages',
        '/prefecture/wages/report',
        '/prefecture/wages/plans',
        '/prefecture/wages/rules',
      ]) {
        await officer.open(route);
        found[route] = await look(officer, `${width}${route.replaceAll('/', '-')}`);
      }
      expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([]);
    },
  );
});
