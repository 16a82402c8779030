import { type Person, WIDTHS } from './person.js';
import { Stage } from './stage.js';

describe('Letters and fax sheets of a desk', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.begin();
    // Nobody of the facilities gets mails.
    await stage.story.api.db.query(
      'UPDATE role_grant SET revoked_at = now() WHERE revoked_at IS NULL AND organisation_id IN (SELECT id FROM facility)',
    );
  });
  afterAll(() => stage.end());

  async function look(person: Person, name: string): Promise<string[]> {
    await person.settled();
    await person.picture(name);
    return [...(await person.accessibilityFaults()), ...(await person.rawTexts())];
  }

  it.each(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[])('are printed and sent, %s', async (width) => {
    const { story } = stage;
    const wish = { title: `手紙で頼む封入 ${width}`, lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3_000 }] };
    const order = await story.ordered(story.company, wish, 'DESK_CONTRACT', 500);
    const [offer] = await story.splits(order);
    await story.quiet();
    const person = await stage.person({ width });
    const { page } = person;
    const found: Record<string, string[]> = {};
    await person.enterWith(story.desk);

    await person.open('/desk');
    await page.getByRole('heading', { name: /^印刷・FAXする手紙/ }).waitFor();
    found.today = await look(person, `${width}-letters-today`);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: /^すべて印刷する/ }).click();
    expect((await saving).suggestedFilename()).toMatch(/^手紙_.*\.pdf$/);
    await page.getByText(/印刷済みで、まだ送っていない手紙が/).waitFor();

    await person.open('/desk/letters');
    await page.getByRole('heading', { name: '送るもの（印刷済み）' }).waitFor();
    found.letters = await look(person, `${width}-letters`);
    await person.open('/desk');
    await page.getByRole('button', { name: /^FAXで送った/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '記録する' }).click();
    await page.getByText('送ったことを記録しました。').first().waitFor();
    await person.open('/desk/letters');
    await page.getByRole('table', { name: '送った手紙' }).waitFor();
    found.sent = await look(person, `${width}-letters-sent`);

    await person.open(`/desk/orders/${order.id}`);
    await page.getByText('手紙（FAX）').first().waitFor();

    await person.open(`/desk/facilities/${offer!.facility.id}`);
    await page.getByRole('button', { name: '連絡の方法を変える' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('FAXでも', { exact: true }).click();
    await dialog.getByRole('textbox', { name: /FAX番号/ }).fill('088-555-0193');
    found.party = await look(person, `${width}-letter-party`);
    await dialog.getByRole('button', { name: '保存する' }).click();
    await page.getByText('FAXでも届けます。').waitFor();
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
    expect(stage.faults()).toEqual([]);
  });
});
