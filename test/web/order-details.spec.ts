import { type Person, WIDTHS } from './person.js';
import { Stage } from './stage.js';

describe('What stands on an order besides the work, at the pages', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.begin();
  });
  afterAll(() => stage.end());

  it.each(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[])('is stated, read and changed, %s', async (width) => {
    const { story } = stage;
    const found: Record<string, string[]> = {};
    const look = async (person: Person, name: string) => {
      await person.settled();
      await person.picture(`details-${width}-${name}`);
      found[name] = [...(await person.accessibilityFaults()), ...(await person.rawTexts())];
    };

    const buyer = await stage.person({ width });
    const { page } = buyer;
    await buyer.enterWith(story.city);
    await buyer.open('/buyer/orders/new');
    await page.getByLabel('どんな仕事ですか').fill('封入');
    await page.getByLabel('封入・封かん', { exact: false }).check();
    await page.getByRole('textbox', { name: '② 数' }).fill('3000');
    await page.getByRole('button', { name: /月\d+日（.）にする$/ }).click();
    expect(await page.getByText('納期（いつまでに）を入れてください', { exact: false }).count()).toBe(0);
    await page.getByText('こまかく決める').click();
    for (const [index, place, units] of [
      [1, '北庁舎2階 福祉課窓口', '1000'],
      [2, '図書館', '1500'],
    ] as const) {
      await page.getByRole('button', { name: '納入先を足す' }).click();
      const fields = page.getByRole('group', { name: `納入先 ${index}` });
      await fields.getByLabel('納入先の名前').fill(place);
      await fields.getByRole('textbox', { name: '数' }).fill(units);
    }
    await page.getByLabel('⑤ 件名').fill(`通知の発送 ${width}`);
    await page.getByText('発注者の番号と担当者').click();
    await page.getByRole('textbox', { name: /^発注者の番号/ }).fill(`総-${width}`);
    await page.getByRole('textbox', { name: /^担当者(?!の電話)/ }).fill('総務課 山本');
    await look(buyer, 'form');
    await page.getByRole('button', { name: '内容を確かめる' }).click();
    await page.getByRole('button', { name: '窓口に送る' }).click();
    await page.getByText('納入先の数の合計は2,500ですが', { exact: false }).first().waitFor();
    await look(buyer, 'sum-differs');
    await page.getByRole('button', { name: '直す' }).click();
    await page.getByRole('group', { name: '納入先 2' }).getByRole('textbox', { name: '数' }).fill('2000');
    await page.getByRole('button', { name: '内容を確かめる' }).click();
    await page.getByText('図書館　2,000').waitFor();
    await look(buyer, 'check');
    await page.getByRole('button', { name: '窓口に送る' }).click();
    await page.getByRole('link', { name: '案件を開く' }).click();
    await page.getByRole('heading', { level: 1, name: `通知の発送 ${width}` }).waitFor();
    await page.getByText(`総-${width}`).waitFor();
    await look(buyer, 'order');

    const id = new URL(page.url()).pathname.split('/').at(-1)!;
    await story.do(story.desk, 'reviewWorkOrder', { workOrderId: id });
    const desk = await stage.person({ width });
    await desk.enterWith(story.desk);
    await desk.open(`/desk/orders/${id}`);
    await desk.page.getByRole('button', { name: 'メモを書く' }).click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByLabel('メモ', { exact: true }).fill('午前中だけ電話に出る。');
    await look(desk, 'note');
    await dialog.getByRole('button', { name: 'このメモを残す' }).click();
    await desk.page.getByText('メモを残しました。').first().waitFor();
    await desk.page.getByRole('button', { name: /納入先を変える/ }).click();
    await dialog.getByRole('button', { name: '納入先 1を消す' }).click();
    await dialog.getByRole('textbox', { name: '数' }).fill('3000');
    await look(desk, 'places');
    await dialog.getByRole('button', { name: 'この納入先にする' }).click();
    await desk.page.getByText('納入先を変えました。発注者に知らせます。').first().waitFor();
    await desk.page.getByText('図書館　3,000').waitFor();
    await look(desk, 'desk');

    await buyer.open(`/buyer/orders/${id}`);
    await page.getByText('図書館　3,000').waitFor();
    expect(await page.getByText('午前中だけ電話に出る。').count()).toBe(0);
    await buyer.open('/buyer/rules');
    await page.getByLabel('契約の根拠を決めてから発注する').setChecked(true);
    await page.getByRole('radio', { name: '市町村' }).check();
    await look(buyer, 'rules');
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
    expect(stage.faults()).toEqual([]);
  });

  it.each(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[])('is changed as the desk proposes, %s', async (width) => {
    const { story } = stage;
    const found: Record<string, string[]> = {};
    const look = async (person: Person, name: string) => {
      await person.settled();
      await person.picture(`details-${width}-${name}`);
      found[name] = [...(await person.accessibilityFaults()), ...(await person.rawTexts())];
    };
    const { id } = await story.ordered(
      story.company,
      { title: `案内状 ${width}`, lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3_000 }] },
      'DESK_CONTRACT',
      500,
    );
    const desk = await stage.person({ width });
    await desk.enterWith(story.desk);
    await desk.open(`/desk/orders/${id}`);
    await desk.page.getByText('ほかの操作').first().click();
    await desk.page.getByRole('link', { name: '変更を申し入れる' }).click();
    await desk.page.getByRole('textbox', { name: '数', exact: true }).fill('3500');
    await desk.page.getByLabel('単価', { exact: false }).fill('5.5');
    await desk.page.getByLabel('変えたい理由', { exact: false }).fill('紙の値段が上がったため');
    await look(desk, 'propose');
    await desk.page.getByRole('button', { name: '発注者に申し入れる' }).click();
    await desk.page.getByText('申し入れを送りました。').first().waitFor();

    const buyer = await stage.person({ width });
    await buyer.enterWith(story.company);
    await buyer.open('/buyer');
    await look(buyer, 'proposals');
    await buyer.page.getByRole('link', { name: `「案内状 ${width}」の変更に返事をする` }).click();
    await buyer.page.getByText('単価 5円 → 5.5円').waitFor();
    await look(buyer, 'proposal');
    await buyer.page.getByRole('button', { name: 'この変更に同意する' }).click();
    const dialog = buyer.page.getByRole('dialog');
    await look(buyer, 'agree');
    await dialog.getByRole('button', { name: 'この変更に同意する' }).click();
    await buyer.page.getByText('同意しました。ご注文の内容を変えました。').first().waitFor();
    await desk.open(`/desk/orders/${id}`);
    await desk.page.getByText('同意された').waitFor();
    await look(desk, 'agreed');
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
    expect(stage.faults()).toEqual([]);
  });
});
