import { type Person, WIDTHS } from './person.js';
import { Stage } from './stage.js';

describe('A coordinator on the telephone', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.begin();
  });
  afterAll(() => stage.end());

  const found: Record<string, string[]> = {};
  async function look(person: Person, name: string): Promise<void> {
    await person.settled();
    await person.picture(`entering-${name}`);
    found[name] = [...(await person.accessibilityFaults()), ...(await person.rawTexts())];
  }

  it.each(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[])('enters what a buyer says, %s', async (width) => {
    const { story } = stage;
    const person = await stage.person({ width });
    const { page } = person;
    await person.enterWith(story.desk);
    await person.open('/desk/orders');
    await page.getByRole('link', { name: '電話などで聞いた依頼を入力' }).click();
    await page.getByRole('radio').first().check();
    await page.getByLabel('案件名').fill(`電話の依頼 ${width}`);
    await page.getByLabel('作業を探す').fill('封入');
    await page.getByRole('radio', { name: '封入', exact: false }).first().check();
    await page.getByLabel('数量').fill('１２００');
    const due = await story.daysFromNow(40);
    for (const [part, value] of [
      ['年', due.slice(0, 4)],
      ['月', due.slice(5, 7)],
      ['日', due.slice(8, 10)],
    ] as const) {
      await page.getByLabel(`納期 ${part}`).fill(value);
    }
    await page.getByLabel('だれから聞きましたか').fill('総務課 山本');
    await look(person, `${width}-new`);
    await page.getByRole('button', { name: '案件として受け付ける' }).click();
    await page.getByRole('heading', { name: `電話の依頼 ${width}` }).waitFor();
    await page.getByText('窓口が代わりに入力したもの').first().waitFor();
    await look(person, `${width}-order`);

    const workOrderId = new URL(page.url()).pathname.split('/').at(-1)!;
    await story.do(story.desk, 'reviewWorkOrder', { workOrderId });
    const order = await story.seen(workOrderId);
    await story.do(story.desk, 'issueQuote', {
      workOrderId,
      contractType: 'DESK_CONTRACT',
      validUntil: await story.daysFromNow(14),
      lines: [{ workOrderLineId: order.lines[0]!.id, unitPriceSen: 500 }],
    });
    await person.open(`/desk/orders/${workOrderId}`);
    await page.getByRole('button', { name: /代わりに入力/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /発注/ }).check();
    await dialog.getByLabel('だれから聞きましたか').fill('総務課 山本');
    await dialog.getByRole('radio', { name: 'FAX' }).check();
    await dialog.getByRole('button', { name: '代わりに入力する' }).click();
    // An order is a statement of law: it is asked how the desk knows.
    await dialog.getByText('メモかファイル').waitFor();
    await dialog.getByLabel('聞いた内容のメモ').fill('注文書のとおり');
    await look(person, `${width}-dialog`);
    await dialog.getByRole('button', { name: '代わりに入力する' }).click();
    await page.getByText('代わりに入力しました。相手に知らせます。').first().waitFor();
    expect((await story.seen(workOrderId)).status).toBe('ORDERED');
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
    expect(stage.faults()).toEqual([]);
  });

  it.each(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[])('follows an inquiry up, %s', async (width) => {
    const person = await stage.person({ width });
    const { page } = person;
    await person.enterWith(stage.story.desk);
    await person.open('/desk/inquiries');
    await page.getByRole('button', { name: '引合い・訪問を記録する' }).click();
    const dialog = page.getByRole('dialog');
    const who = `見本商店 ${width}`;
    await dialog.getByLabel('相手（会社・役所など）').fill(who);
    await dialog.getByLabel('用件').fill('年賀状の封入');
    await dialog.getByLabel('次にすること').fill('見積の目安を伝える');
    const today = await stage.story.today();
    for (const [part, value] of [
      ['年', today.slice(0, 4)],
      ['月', today.slice(5, 7)],
      ['日', today.slice(8, 10)],
    ] as const) {
      await dialog.getByLabel(`その日 ${part}`).fill(value);
    }
    await look(person, `${width}-inquiry-form`);
    await dialog.getByRole('button', { name: '記録する' }).click();
    await page.getByText('記録しました。').first().waitFor();
    await look(person, `${width}-inquiries`);
    await person.open('/desk');
    await page.getByRole('link', { name: new RegExp(`開く.*${who}`) }).click();
    await page.getByRole('heading', { name: '年賀状の封入' }).waitFor();
    await look(person, `${width}-inquiry`);
    await page.getByRole('button', { name: '結果を記録する' }).click();
    await dialog.getByRole('radio', { name: '案件にならなかった' }).check();
    await dialog.getByRole('radio', { name: '価格が合わなかった' }).check();
    await look(person, `${width}-inquiry-end`);
    await dialog.getByRole('button', { name: '結果を記録する' }).click();
    await page.getByText('結果を記録しました。').first().waitFor();
    await person.open('/desk/results');
    await page.getByText('価格が合わなかった').first().waitFor();
    await look(person, `${width}-results`);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
    expect(stage.faults()).toEqual([]);
  });
});
