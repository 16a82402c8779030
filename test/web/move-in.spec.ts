import { todayInTokyo } from '#yui/calendar';
import { corrected, madeUpDesk, type MadeUpSheets, workbookOf } from '../move-in/made-up-desk.js';
import { type Person, WIDTHS } from './person.js';
import { Stage } from './stage.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('Moving in, on its page', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.begin();
  });
  afterAll(() => stage.end());

  const found: Record<string, string[]> = {};
  async function look(person: Person, name: string): Promise<void> {
    await person.settled();
    await person.picture(`move-in-${name}`);
    found[name] = [...(await person.accessibilityFaults()), ...(await person.rawTexts())];
  }

  async function choose(person: Person, book: MadeUpSheets): Promise<void> {
    await person.page
      .getByLabel('記入したブック')
      .setInputFiles({ name: '移行.xlsx', mimeType: XLSX, buffer: Buffer.from(workbookOf(book)) });
    await person.page.getByRole('button', { name: '中身を確かめる' }).click();
  }

  it.each(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[])('is looked at, corrected and stored, %s', async (width) => {
    // A few rows tell as much of the page as all of them.
    const { 事業所: facilities, 発注者: buyers } = madeUpDesk(todayInTokyo(new Date()));
    const few: MadeUpSheets = { 事業所: facilities!.slice(0, 4), 発注者: buyers!.slice(0, 4) };
    const admin = await stage.person({ width });
    await admin.enterWith(stage.story.deskAdmin);
    await admin.open('/desk/move-in');
    await look(admin, `${width}-begin`);
    expect(await admin.page.getByRole('link', { name: '記入用のブック' }).getAttribute('href')).toBe('/move-in.xlsx');

    await choose(admin, corrected(few, '事業所', 2, '定員', '多い'));
    await admin.page.getByText('「事業所」 3行目 定員').waitFor();
    await look(admin, `${width}-faults`);
    expect(await admin.page.getByRole('button', { name: '直すと登録できます' }).getAttribute('aria-disabled')).toBe(
      'true',
    );

    await admin.page.getByRole('button', { name: '別のブックを選ぶ' }).click();
    const book = width === 'wide' ? few : corrected(few, '事業所', 2, '定員', 77);
    await choose(admin, book);
    await admin.page.getByText('まだ何も登録していません').waitFor();
    await admin.page.getByText('事業所：変わる行').click();
    await look(admin, `${width}-dry-run`);
    await admin.page.getByRole('button', { name: '行を登録する' }).click();
    await admin.page.getByText('取り込みました。').first().waitFor();
    await look(admin, `${width}-stored`);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
    expect(stage.faults()).toEqual([]);
  });
});
