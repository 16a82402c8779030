import type { Client } from '../harness/api.js';
import { ONE_FACILITY } from '../scenarios/story.js';
import type { Person } from './person.js';
import { Stage } from './stage.js';

const WISH = { title: '案内状の封入', lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3_000 }] };
const ROUTES = [
  '/facility',
  '/facility/assignments',
  '/facility/calendar',
  '/facility/abilities',
  '/facility/papers',
  '/facility/money',
  '/facility/desks',
  '/facility/settings',
];

describe('A facility at its pages', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.begin();
  });
  afterAll(() => stage.end());

  /** An offer to one facility, and somebody of it. */
  async function offered(): Promise<{ id: string; client: Client }> {
    const { story } = stage;
    const order = await story.ordered(story.company, WISH, 'DESK_CONTRACT', 500);
    const [share] = await story.splits(order, ONE_FACILITY);
    const client = await story.of(share!);
    // The harness names people by ids, which no page is to show.
    await story.api.db.query(
      `UPDATE account SET email = 'person-' || n || '@yui.example.com'
       FROM (SELECT id AS who, row_number() OVER (ORDER BY id) AS n FROM account WHERE name = 'Somebody') AS named
       WHERE id = who`,
    );
    return { id: share!.id, client };
  }

  async function look(person: Person, route: string, name: string): Promise<string[]> {
    await person.open(route);
    await person.settled();
    await person.picture(name);
    return [...(await person.accessibilityFaults()), ...(await person.rawTexts())];
  }

  it('takes a job from the offer to the delivery on a phone', async () => {
    const { id, client } = await offered();
    const person = await stage.person({ width: 'narrow' });
    await person.enterWith(client);
    const { page } = person;
    const found: Record<string, string[]> = {};
    for (const route of ROUTES) found[route] = await look(person, route, `narrow${route.replaceAll('/', '-')}`);
    found.offer = await look(person, `/facility/assignments/${id}`, 'narrow-offer');

    await person.open('/facility');
    await page.getByRole('link', { name: '「案内状の封入」に返事をする' }).click();
    await page.getByRole('button', { name: '返事を選んでください' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'お返事を選んでください。' }).waitFor();
    await page.getByLabel('受ける', { exact: false }).first().check();
    await page.getByRole('button', { name: '3,000通を引き受ける' }).click();
    await page.getByText('3,000通を引き受けます。').waitFor();
    found.check = [...(await person.accessibilityFaults()), ...(await person.rawTexts())];
    await person.picture('narrow-check');
    await page.getByRole('button', { name: '3,000通を引き受ける' }).click();
    await page.getByText('引き受けました。作業を始めたら').first().waitFor();

    await page.getByLabel('これまでにできた数（合計）').fill('１，２００ 通');
    await page.getByRole('button', { name: '進み具合を伝える' }).click();
    await page.getByText('3,000通のうち1,200通が済み').first().waitFor();
    await page.getByLabel('納める数').fill('1200');
    await page.getByLabel('写真').setInputFiles({ name: '箱.png', mimeType: 'image/png', buffer: ONE_PIXEL });
    await page.getByRole('button', { name: '納品を伝える' }).click();
    await page.getByText('納品を伝えました。').first().waitFor();
    await page.getByRole('link', { name: '箱.png' }).waitFor();
    found.working = [...(await person.accessibilityFaults()), ...(await person.rawTexts())];
    await person.picture('narrow-working');
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
    expect(stage.faults()).toEqual([]);
  });

  it('sees on an open page what the desk does, and reads it in easy words', async () => {
    const { story } = stage;
    const { id, client } = await offered();
    const person = await stage.person();
    await person.enterWith(client);
    const found: Record<string, string[]> = {};
    for (const route of ROUTES) found[route] = await look(person, route, `wide${route.replaceAll('/', '-')}`);
    await person.open(`/facility/assignments/${id}`);
    await person.page.locator('header summary').click();
    await person.page.getByRole('button', { name: 'やさしい日本語' }).first().click();
    await person.page.locator('ruby').first().waitFor();
    await person.picture('wide-easy-offer');
    found.easy = [...(await person.accessibilityFaults()), ...(await person.rawTexts())];
    await story.do(story.desk, 'withdrawAssignment', { assignmentId: id, reason: '数が変わったため' });
    await person.page.getByText('がこの依頼を取り下げました').or(person.page.getByText('なくなった')).first().waitFor();
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
    expect(stage.faults()).toEqual([]);
  });
});

const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
