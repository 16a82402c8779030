import { addDays, type LocalDate, parseLocalDate } from '#yui/calendar';
import { ApiError } from '../harness/api.js';
import { squeeze } from '../papers/paper-text.js';
import { day, readPapers } from './papers.js';
import type { Order } from './seen.js';
import { ONE_FACILITY, scenario, type Story } from './story.js';

/** The newest 発注書 of the desk to a facility as it is read, and how many there are of it. */
async function orderPaper(story: Story, order: Order): Promise<{ text: string; count: number }> {
  const papers = await readPapers(story, order, story.desk);
  const own = papers.filter(({ paper: { title, issuer } }) => title === '発注書' && issuer.name === order.desk.name);
  const replaced = new Set(own.map(({ paper }) => paper.replacesId));
  return { text: own.find(({ paper }) => !replaced.has(paper.id))?.text ?? '', count: own.length };
}

/** A desk sells a facility the cloth it sews (有償支給). */
scenario(
  'Cloth that a facility pays for',
  'is stated on its order with price and day, and is never paid for before the work is',
  async (story) => {
    const { company, desk } = story;
    const wish = { title: '記念品のバッグ', lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3_000 }] };
    const order = await story.ordered(company, wish, 'DESK_CONTRACT', 1_500);
    const offers = await story.splits(order, ONE_FACILITY);
    await story.accepts(...offers);
    const share = offers[0]!;
    expect((await orderPaper(story, order)).text).toContain('原材料等の支給なし');

    const cloth = { assignmentId: share.id, name: '綿の生地', unit: 'm', quantity: 120 };
    const priced = { ...cloth, unitPriceSen: 45_050, payBy: '代金と相殺' };
    const refused = async (input: object) => story.refused(desk, 'supplyMaterial', input);
    expect(await refused(priced)).toBe('MATERIAL.PAYMENT_MISSING');
    expect(await refused({ ...priced, payOn: await story.daysFromNow(-1) })).toBe('MATERIAL.PAYMENT_MISSING');
    expect(await refused({ ...cloth, payOn: await story.daysFromNow(90) })).toBe('MATERIAL.PAYMENT_MISSING');

    const firstOn = await tooEarly(story, { ...priced, payOn: share.dueOn });
    expect(firstOn > share.dueOn).toBe(true);
    expect(await refused({ ...priced, payOn: addDays(firstOn, -1) })).toBe('SUBCONTRACT.MATERIAL_PAID_TOO_EARLY');
    const SEEN = '{ materials { name unitPriceSen payOn payBy sent } }';
    const { materials } = await story.do<{ materials: object[] }>(
      desk,
      'supplyMaterial',
      { ...priced, payOn: firstOn },
      SEEN,
    );
    expect(materials).toEqual([
      { name: '綿の生地', unitPriceSen: 45_050, payOn: firstOn, payBy: '代金と相殺', sent: 120 },
    ]);
    // 120 m of 450.50 yen.
    const stated = await orderPaper(story, order);
    expect(stated.count).toBe(2);
    for (const words of ['綿の生地', '120m', '54,060', day(firstOn), '代金と相殺']) {
      expect(stated.text).toContain(squeeze(words));
    }

    // The work is due later, and so is the payment for the cloth: it never comes before that for the work.
    const [line] = order.lines;
    const lines = [{ workOrderLineId: line!.id, dueOn: addDays(parseLocalDate(line!.dueOn), 60) }];
    await story.do(company, 'proposeAmendment', { workOrderId: order.id, reason: '行事が延びたため', lines });
    const [amendment] = (await story.seen(order.id)).amendments;
    await story.do(desk, 'acceptAmendment', { amendmentId: amendment!.id });
    const later = await story.seen(order.id);
    const { assignment } = await desk.ask<{ assignment: { materials: { payOn: LocalDate }[] } }>(
      'query ($id: ID!) { assignment(id: $id) { materials { payOn } } }',
      { id: share.id },
    );
    const [{ payOn }] = assignment.materials as [{ payOn: LocalDate }];
    expect(payOn > later.assignments[0]!.dueOn).toBe(true);
    const restated = await orderPaper(story, later);
    expect(restated.count).toBe(3);
    expect(restated.text).toContain(squeeze(day(payOn)));

    // What is free of charge changes no order.
    await story.do(desk, 'supplyMaterial', { ...cloth, name: '糸', quantity: 3, unit: '巻' });
    expect((await orderPaper(story, order)).count).toBe(3);
  },
);

/** The first day on which the product would let the facility pay. */
async function tooEarly(story: Story, input: object): Promise<LocalDate> {
  const mutation = 'mutation ($input: SupplyMaterialInput!) { supplyMaterial(input: $input) { assignment { id } } }';
  const error: unknown = await story.desk
    .ask(mutation, { input: { idempotencyKey: crypto.randomUUID(), ...input } })
    .catch((reason: unknown) => reason);
  if (!(error instanceof ApiError) || error.code !== 'SUBCONTRACT.MATERIAL_PAID_TOO_EARLY') throw error;
  const firstOn = String(error.details.firstOn) as LocalDate;
  parseLocalDate(firstOn);
  return firstOn;
}
