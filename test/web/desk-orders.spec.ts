import { ONE_FACILITY } from '../scenarios/story.js';
import type { Assignment, Order } from '../scenarios/seen.js';
import { type Person, WIDTHS } from './person.js';
import { Stage } from './stage.js';

const WISH = { title: '案内状の封入', lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3_000 }] };

describe('A coordinator at the daily pages', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.begin();
  });
  afterAll(() => stage.end());

  const found: Record<string, string[]> = {};
  afterEach(() => {
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
    expect(stage.faults()).toEqual([]);
  });

  async function coordinator(width: keyof typeof WIDTHS): Promise<Person> {
    const person = await stage.person({ width });
    await person.enterWith(stage.story.desk);
    return person;
  }

  async function look(person: Person, name: string): Promise<void> {
    await person.settled();
    await person.picture(`desk-${name}`);
    found[name] = [...(await person.accessibilityFaults()), ...(await person.rawTexts())];
  }

  async function visit(person: Person, route: string, name: string): Promise<void> {
    await person.open(route);
    await look(person, name);
  }

  /** The buyer has sent an order; nobody has taken it up. */
  async function submitted(title: string): Promise<Order> {
    const { story } = stage;
    const { desks } = await story.company.ask<{ desks: [{ id: string }] }>('{ desks { id } }');
    const dueOn = await story.daysFromNow(40);
    const { id: workOrderId } = await story.do<{ id: string }>(
      story.company,
      'draftWorkOrder',
      { deskId: desks[0].id, title, lines: WISH.lines.map((line) => ({ ...line, dueOn })) },
      '{ id }',
    );
    await story.do(story.company, 'submitWorkOrder', { workOrderId });
    return story.seen(workOrderId);
  }

  /** All of it is planned for one facility and not sent yet. */
  async function planned(title: string): Promise<Order> {
    const { story } = stage;
    const order = await story.ordered(story.company, { ...WISH, title }, 'DESK_CONTRACT', 500);
    const stepId = order.lines[0]!.steps[0]!.id;
    const { allocationPlan } = await story.desk.ask<{ allocationPlan: { snapshotHash: string } }>(
      'query ($input: AllocationPlanInput!) { allocationPlan(input: $input) { snapshotHash } }',
      { input: { stepId, options: ONE_FACILITY } },
    );
    await story.do(story.desk, 'approveAllocation', { stepId, options: ONE_FACILITY, ...allocationPlan });
    return story.seen(order.id);
  }

  it('takes a new order from Today to the quote', async () => {
    const order = await submitted('新しい案内状');
    const person = await coordinator('wide');
    const { page } = person;
    await person.open('/');
    await page.getByRole('heading', { name: /受付と見積/ }).waitFor();
    await look(person, 'today');
    await page.getByRole('link', { name: /内容を確かめる.*新しい案内状/ }).click();
    await page.getByRole('button', { name: '受付を始める' }).click();
    await page.getByRole('dialog').getByText('確認を始めたと知らせます').waitFor();
    await look(person, 'review-dialog');
    await page.getByRole('dialog').getByRole('button', { name: '受付を始める' }).click();
    await page.getByText('受付を始めました。').first().waitFor();

    await visit(person, `/desk/orders/${order.id}/steps`, 'steps');
    await page.getByRole('button', { name: '工程を足す' }).click();
    await page.getByLabel('作業を探す').nth(1).fill('封入');
    await page.getByRole('radio', { name: '封入', exact: false }).last().check();
    for (const [part, value] of [
      ['年', (await stage.story.daysFromNow(20)).slice(0, 4)],
      ['月', (await stage.story.daysFromNow(20)).slice(5, 7)],
      ['日', (await stage.story.daysFromNow(20)).slice(8, 10)],
    ] as const) {
      await page.getByLabel(`この工程の納期 ${part}`).first().fill(value);
    }
    await page.getByRole('button', { name: '2つの工程にする' }).click();
    await page.getByText('工程を変えました。').first().waitFor();
    await look(person, 'steps-two');

    await visit(person, `/desk/orders/${order.id}/quote`, 'quote');
    await page.getByRole('button', { name: '内容を確かめる' }).click();
    await page.getByRole('alert').first().waitFor();
    await look(person, 'quote-errors');
    await page.getByLabel('1つあたりの金額（税抜き）').fill('１２．５');
    for (const field of await page.getByLabel(/で事業所に払う1つあたりの金額/).all()) await field.fill('5');
    await page.getByRole('button', { name: '内容を確かめる' }).click();
    await page.getByText(/37,500円（税抜き）の見積を出します/).waitFor();
    await look(person, 'quote-check');
    await page.getByRole('button', { name: '見積を出す' }).click();
    await page.getByText('見積を出しました。発注者の返事を待ちます。').first().waitFor();
    const { quotes } = await stage.story.seen(order.id);
    expect(quotes[0]).toMatchObject({ status: 'ISSUED', amountYen: 37_500 });
    await visit(person, `/desk/orders/${order.id}`, 'order-quoted');
  });

  it('sends offers, settles what a facility asks for, answers a question and withdraws', async () => {
    const { story } = stage;
    const order = await planned('封筒の発送');
    const person = await coordinator('wide');
    const { page } = person;
    await visit(person, `/desk/orders/${order.id}`, 'order-planned');
    await page.getByRole('button', { name: '打診を送る' }).click();
    await page.getByRole('button', { name: '1か所に打診を送る' }).click();
    await page.getByText('打診を送りました。').first().waitFor();
    const [share] = story.shares(await story.seen(order.id), 'OFFERED') as [Assignment];
    const facility = await story.of(share);
    await story.do(facility, 'counterAssignment', {
      assignmentId: share.id,
      units: 2_000,
      reason: '年末で手が足りないため',
    });
    await story.do(facility, 'askQuestion', { assignmentId: share.id, body: '封は糊ですか' });
    await page.getByText('事業所からの相談が 1件').waitFor();
    await page.getByText('封は糊ですか').first().waitFor();
    await look(person, 'order-asked');
    await page.getByLabel('答え').fill('テープで留めてください');
    await page.getByRole('button', { name: '答えを送る' }).click();
    await page.getByText('答えを送りました。').first().waitFor();
    await page.getByRole('button', { name: /この条件で頼む/ }).click();
    await page.getByRole('button', { name: 'この条件で決める' }).click();
    await page.getByText('条件どおりに頼みました。').first().waitFor();
    await page.getByText('1,000通 を引き受ける事業所がまだありません').waitFor();
    await page.getByRole('button', { name: /取り下げる/ }).click();
    await look(person, 'withdraw-dialog');
    await page.getByRole('dialog').getByRole('button', { name: '取り下げる' }).click();
    await page.getByRole('dialog').getByRole('alert').first().waitFor();
    await page.getByRole('dialog').getByLabel('理由').fill('発注者の都合で');
    await page.getByRole('dialog').getByRole('button', { name: '取り下げる' }).click();
    await page.getByText('取り下げました。').first().waitFor();
    expect((await story.seen(order.id)).assignments.map(({ status }) => status)).toEqual(['WITHDRAWN']);
  });

  it('decides what a buyer asks for, and finds the order on the board by the end of its number', async () => {
    const { story } = stage;
    const order = await story.ordered(story.company, { ...WISH, title: '冊子の発送' }, 'DESK_CONTRACT', 500);
    const [share] = await story.splits(order, ONE_FACILITY);
    await story.accepts(share!);
    await story.do(story.company, 'proposeAmendment', {
      workOrderId: order.id,
      reason: '部数が増えたため',
      lines: [{ workOrderLineId: order.lines[0]!.id, quantity: 3_400 }],
    });
    const person = await coordinator('wide');
    const { page } = person;
    await visit(person, '/desk/orders', 'board');
    await page.getByLabel('番号・件名・発注者・作業').fill(order.number.slice(-4));
    await page.getByRole('button', { name: 'この条件で探す' }).click();
    await page.waitForURL(/text=/);
    await person.settled();
    await look(person, 'board-found');
    await page.getByRole('link', { name: '冊子の発送' }).click();
    await page.getByRole('heading', { name: `${order.number} 冊子の発送` }).waitFor();
    await page.getByRole('link', { name: '影響を見て決める' }).click();
    await page.getByText('400通 を新しく配分することになります。').waitFor();
    await look(person, 'amendment');
    await page.getByRole('button', { name: '変更を引き受ける' }).click();
    await page.getByText('変更を引き受けました。').first().waitFor();
    expect((await story.seen(order.id)).lines[0]).toMatchObject({ quantity: 3_400, unplaced: 400 });

    await story.do(story.company, 'requestCancellation', { workOrderId: order.id, reason: '行事が中止になったため' });
    await person.open(`/desk/orders/${order.id}#requests`);
    await page.getByRole('button', { name: '中止を断る' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('もう刷り終わりました');
    await page.getByRole('dialog').getByRole('button', { name: '中止を断る' }).click();
    await page.getByText('断ったことを伝えました。').first().waitFor();
    await look(person, 'order-requests');
  });

  it('inspects on a phone what a facility delivered, and sees every page there', async () => {
    const { story } = stage;
    const order = await story.ordered(story.company, { ...WISH, title: 'はがきの宛名' }, 'DESK_CONTRACT', 500);
    const [share] = await story.splits(order, ONE_FACILITY);
    await story.accepts(share!);
    const deliveryId = await story.delivers({ ...share!, acceptedUnits: 3_000 }, 1_200);
    const person = await coordinator('narrow');
    const { page } = person;
    for (const route of ['/desk', '/desk/orders', '/desk/inspect', `/desk/orders/${order.id}`]) {
      await visit(person, route, `narrow${route.replace(order.id, 'order').replaceAll('/', '-')}`);
    }
    await visit(person, `/desk/inspect/${deliveryId}`, 'narrow-delivery');
    await page.getByLabel('不良の数', { exact: true }).fill('１２');
    await page.getByText('良い数は 1,188通 です。').waitFor();
    await page.getByLabel('汚れ').check();
    await page.getByLabel('「汚れ」の数').fill('12');
    await page.getByLabel('数を減らす').check();
    await look(person, 'narrow-defects');
    await page.getByRole('button', { name: '結果を確かめる' }).click();
    await page.getByText(/1,188通 を受け取り、12通 の分を減らします/).waitFor();
    await look(person, 'narrow-inspect-check');
    await page.getByRole('button', { name: 'この結果を送る' }).click();
    await page.getByText('検品の結果を送りました。').first().waitFor();
    await page.getByText('この納品は検品が済んでいます。').waitFor();
    await look(person, 'narrow-inspected');
  });
});
