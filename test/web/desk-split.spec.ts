import type { Locator } from 'playwright-core';
import { until } from '../queue/queue-fixtures.js';
import type { Order } from '../scenarios/seen.js';
import type { Person } from './person.js';
import { Stage } from './stage.js';

const WISH = { title: '封筒への封入', lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 12_000 }] };

describe('A desk splits an order', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.begin();
  });
  afterAll(() => stage.end());

  const ordered = (): Promise<Order> => stage.story.ordered(stage.story.company, WISH, 'DESK_CONTRACT', 500);
  const editorOf = (order: Order): string => `/desk/orders/${order.id}/split/${order.lines[0]!.steps[0]!.id}`;

  async function coordinator(options: Parameters<Stage['person']>[0] = {}): Promise<Person> {
    const person = await stage.person(options);
    await person.enterWith(stage.story.desk);
    return person;
  }
  async function look(person: Person, name: string): Promise<string[]> {
    await person.settled();
    await person.picture(name);
    return [...(await person.accessibilityFaults()), ...(await person.rawTexts())];
  }
  const summary = ({ page }: Person) => page.getByText(/^配分 [\d,]+ ／ 12,000通$/);
  /** What is typed is shown when the split that follows from it is. */
  const holds = async (box: Locator, value: string) =>
    until(`the box holds ${value}`, async () => (await box.inputValue()) === value);
  const boxes = ({ page }: Person) => page.getByRole('textbox', { name: /の数$/ });

  it('sets a number by hand, leaves a facility out, takes it back, and sends what was seen', async () => {
    const order = await ordered();
    const person = await coordinator();
    const { page } = person;
    await person.open(editorOf(order));
    await summary(person).waitFor();
    const found: Record<string, string[]> = { proposal: await look(person, 'wide-split') };

    const first = boxes(person).first();
    const name = ((await first.getAttribute('aria-label')) ?? '').replace(/の数$/, '');
    await first.fill('１，２００');
    await page.getByRole('button', { name: `${name}の固定をはずす` }).waitFor();
    await page.getByText('手で固定').first().waitFor();
    await first.press('ArrowUp');
    await holds(first, '1,201');
    const second = boxes(person).nth(1);
    const other = ((await second.getAttribute('aria-label')) ?? '').replace(/の数$/, '');
    await page.getByRole('button', { name: `${other}を外す` }).click();
    await page.getByRole('button', { name: `${other}を戻す` }).waitFor();
    found.changed = await look(person, 'wide-split-changed');

    await page.getByRole('button', { name: '元に戻す' }).click();
    await page.getByRole('button', { name: `${other}を外す` }).waitFor();
    await page.getByRole('button', { name: 'やり直す' }).click();
    await page.getByRole('button', { name: `${other}を戻す` }).waitFor();
    // What was decided outlasts a reload.
    await page.reload();
    await page.getByRole('button', { name: `${other}を戻す` }).waitFor();
    await holds(boxes(person).first(), '1,201');

    await page.getByRole('button', { name: /この内容で\d+か所に打診を送る/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /か所に打診を送る/ }).click();
    await dialog.getByRole('link', { name: /理由を入れてください/ }).waitFor();
    await dialog.getByLabel(/違う理由/).fill('電話で確かめたため ');
    found.dialog = await look(person, 'wide-split-dialog');
    await dialog.getByRole('button', { name: /か所に打診を送る/ }).click();
    await page
      .getByText(/承認して、\d+か所に打診を送りました/)
      .first()
      .waitFor();
    await page
      .getByRole('row', { name: new RegExp(name) })
      .getByText('返事待ち')
      .waitFor();
    found.sent = await look(person, 'wide-split-sent');

    const offers = stage.story.shares(await stage.story.seen(order.id), 'OFFERED');
    const units = new Map(offers.map(({ facility, offeredUnits }) => [facility?.name, offeredUnits]));
    expect(units.get(name)).toBe(1_201);
    expect(units.has(other)).toBe(false);
    expect([...units.values()].reduce((sum, each) => sum + each, 0)).toBe(12_000);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((key) => [key, []])));
    expect(stage.faults()).toEqual([]);
  });

  it('places again in one press what a facility declined, on a phone', async () => {
    const { story } = stage;
    const order = await ordered();
    const offers = await story.splits(order);
    await story.accepts(...offers.slice(1));
    const declined = offers[0]!;
    await story.do(await story.of(declined), 'declineAssignment', { assignmentId: declined.id, reason: '機械の故障' });
    const person = await coordinator({ width: 'narrow' });
    const { page } = person;
    await person.open(editorOf(order));
    await page.getByText(/^新しく打診：/).waitFor();
    const found: Record<string, string[]> = { repair: await look(person, 'narrow-split-repair') };
    await page.getByRole('button', { name: /この内容で\d+か所に打診を送る/ }).click();
    found.dialog = await look(person, 'narrow-split-dialog');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /か所に打診を送る/ })
      .click();
    await page
      .getByText(/承認して、\d+か所に打診を送りました/)
      .first()
      .waitFor();
    const again = story.shares(await story.seen(order.id), 'OFFERED');
    expect(again.reduce((sum, { offeredUnits }) => sum + offeredUnits, 0)).toBe(declined.offeredUnits);
    expect(again.map(({ facility }) => facility?.id)).not.toContain(declined.facility?.id);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((key) => [key, []])));
    expect(stage.faults()).toEqual([]);
  });

  it('says what changed meanwhile, and works it out again with what was set by hand', async () => {
    const { story } = stage;
    const order = await ordered();
    const person = await coordinator();
    const { page } = person;
    await person.open(editorOf(order));
    await summary(person).waitFor();
    await boxes(person).first().fill('2000');
    await page.getByText('手で固定').first().waitFor();
    // Another coordinator sends another split of the same step.
    await story.splits(order);
    await page.getByText('計算のもとになる数が変わりました').waitFor();
    const found = await look(person, 'wide-split-conflict');
    await page.getByRole('button', { name: '新しい数で計算し直す' }).click();
    await page.getByText('計算のもとになる数が変わりました').waitFor({ state: 'detached' });
    await holds(boxes(person).first(), '2,000');
    expect(found).toEqual([]);
    expect(stage.faults()).toEqual([]);
  });

  it('goes from facility to facility and back with the keyboard alone', async () => {
    const order = await ordered();
    const person = await coordinator();
    const { page } = person;
    await person.open(editorOf(order));
    await summary(person).waitFor();
    await boxes(person).first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    const label = await boxes(person).nth(1).getAttribute('aria-label');
    await page.waitForFunction((name) => document.activeElement?.getAttribute('aria-label') === name, label);
    const before = await boxes(person).nth(1).inputValue();
    await page.keyboard.press('Home');
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement).value === '0');
    await page.keyboard.press('Control+z');
    await page.waitForFunction((value) => (document.activeElement as HTMLInputElement).value === value, before);
    expect(stage.faults()).toEqual([]);
  });

  it('asks many facilities at once, and splits by what they answer', async () => {
    const { story } = stage;
    const order = await ordered();
    const step = order.lines[0]!.steps[0]!.id;
    const person = await coordinator();
    const { page } = person;
    const found: Record<string, string[]> = {};
    await person.open('/desk/calls?show=all');
    found.list = await look(person, 'wide-calls');
    await person.open(`/desk/calls/new?step=${step}&order=${order.id}`);
    await page.getByText(/封筒への封入・/).waitFor();
    found.fresh = await look(person, 'wide-call-new');
    await page.getByLabel('聞く数').fill('１２，０００');
    await page.getByRole('button', { name: '事業所に聞く' }).click();
    await page.getByText(/まだ回答はありません/).waitFor();
    found.empty = await look(person, 'wide-call-empty');

    const callId = page.url().split('/').at(-1)!;
    const { call } = await story.desk.ask<{ call: { called: { id: string; name: string }[] } }>(
      'query ($id: ID!) { call(id: $id) { called { id name } } }',
      { id: callId },
    );
    const [first, second] = call.called;
    for (const [facility, units, unitPriceSen] of [
      [first!, 5_000, 450],
      [second!, 9_000, 480],
    ] as const) {
      const client = await story.of({ facility });
      const earliestFinishOn = await story.daysFromNow(20);
      await story.do(client, 'answerCall', { callId, units, unitPriceSen, earliestFinishOn });
    }
    // The page learns of the answers by itself.
    await page.getByText('選んだ所で 14,000通 ／ 12,000通').waitFor({ timeout: 120_000 });
    found.answers = await look(person, 'wide-call-answers');
    await page.getByLabel(`${first!.name}の回答を使う`).uncheck();
    await page.getByText('あと 3,000通 足りません').waitFor();
    await page.getByLabel(`${first!.name}の回答を使う`).check();
    await page.getByRole('button', { name: 'いま締め切る' }).click();
    found.close = await look(person, 'wide-call-close');
    await page.getByRole('dialog').getByRole('button', { name: 'いま締め切る' }).click();
    await page.getByText('締め切りました。').first().waitFor();
    await page.getByRole('button', { name: 'この回答で配分する' }).click();
    await page.getByText('募集の回答をもとに配分しています。').waitFor();
    await summary(person).waitFor();
    found.split = await look(person, 'wide-split-by-call');
    const narrow = await coordinator({ width: 'narrow' });
    await narrow.open(`/desk/calls/${callId}`);
    found.narrow = await look(narrow, 'narrow-call');
    await narrow.open('/desk/calls?show=all');
    found.narrowList = await look(narrow, 'narrow-calls');
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((key) => [key, []])));
    expect(stage.faults()).toEqual([]);
  });

  it('sees what is free, and takes over the plan of the week', async () => {
    const order = await ordered();
    const found: Record<string, string[]> = {};
    const person = await coordinator();
    const { page } = person;
    await person.open('/desk/calendar');
    await page.getByRole('region', { name: /空きの表/ }).waitFor();
    found.calendar = await look(person, 'wide-calendar');
    await page.locator('select').selectOption({ label: '封入・封かん' });
    await page.getByText('「封入・封かん」を、その日までに').waitFor();
    await person.settled();
    await page
      .getByRole('region', { name: /空きの表/ })
      .getByRole('button')
      .first()
      .click();
    await page.getByRole('dialog').getByRole('table').waitFor();
    found.facility = await look(person, 'wide-calendar-facility');
    await page.keyboard.press('Escape');

    await person.open('/desk/week');
    const take = page.getByRole('button', { name: new RegExp(`${order.number} .*をこの案で配分する`) });
    await take.waitFor();
    found.week = await look(person, 'wide-week');
    await take.click();
    await summary(person).waitFor();
    await page.getByText('手で固定').first().waitFor();
    found.taken = await look(person, 'wide-week-taken');

    const narrow = await coordinator({ width: 'narrow' });
    for (const route of ['/desk/calendar', '/desk/week']) {
      await narrow.open(route);
      found[route] = await look(narrow, `narrow${route.replaceAll('/', '-')}`);
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((key) => [key, []])));
    expect(stage.faults()).toEqual([]);
  });
});
