import { type Person, WIDTHS } from './person.js';
import { Stage } from './stage.js';

describe('Work that comes again, on its pages', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.begin();
  });
  afterAll(() => stage.end());

  const found: Record<string, string[]> = {};
  async function look(person: Person, name: string): Promise<void> {
    await person.settled();
    await person.picture(`standing-${name}`);
    found[name] = [...(await person.accessibilityFaults()), ...(await person.rawTexts())];
  }

  it.each(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[])('is agreed, planned and answered, %s', async (width) => {
    const { story } = stage;
    const { facilities } = await story.desk.ask<{ facilities: { items: { id: string }[] } }>(
      '{ facilities(filter: { workTypeCode: "CLEANING" }, first: 1) { items { id } } }',
    );
    const facilityId = facilities.items[0]!.id;
    const { buyers } = await story.desk.ask<{ buyers: { id: string; kind: string }[] }>('{ buyers { id kind } }');
    const buyerId = buyers.find(({ kind }) => kind === 'COMPANY')!.id;
    const title = `本社の清掃 ${width}`;
    await story.do(story.desk, 'proposeStandingOrder', {
      buyerId,
      title,
      workTypeCode: 'CLEANING',
      contractType: 'DESK_CONTRACT',
      fromOn: await story.daysFromNow(35),
      toOn: await story.daysFromNow(80),
      rhythm: { kind: 'WEEKLY', weekdays: [2] },
      holidayRule: 'NEXT_WORKING_DAY',
      priceBasis: 'PER_UNIT',
      priceSen: 150_000,
      sites: [{ name: '本社', quantity: 1 }],
      members: [{ facilityId }],
    });

    const buyer = await stage.person({ width });
    await buyer.enterWith(story.company);
    await buyer.open('/buyer/standing');
    await look(buyer, `${width}-buyer-list`);
    await buyer.page.getByRole('link', { name: title }).click();
    await buyer.page.getByRole('button', { name: '承諾する' }).click();
    await buyer.page.getByRole('dialog').getByRole('button', { name: '承諾する' }).click();
    await buyer.page.getByRole('table').waitFor();
    await look(buyer, `${width}-buyer`);

    const desk = await stage.person({ width });
    await desk.enterWith(story.desk);
    await desk.open('/desk/standing/new');
    await look(desk, `${width}-desk-new`);
    await desk.open('/desk/standing');
    await desk.page.getByRole('link', { name: title }).click();
    for (const name of ['日程を割り当てる', '事業所に知らせる']) {
      await desk.page.getByRole('button', { name }).first().click();
      await desk.page.getByRole('dialog').getByRole('button', { name }).click();
      await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await desk.page.getByText('返事待ち').first().waitFor();
    await look(desk, `${width}-desk`);

    const facility = await stage.person({ width });
    await facility.enterWith(await story.of({ facility: { id: facilityId } }));
    await facility.open('/facility/coming');
    await look(facility, `${width}-facility`);
    await facility.page.getByRole('button', { name: 'すべてできます' }).first().click();
    await facility.page.getByRole('dialog').getByRole('button', { name: 'すべてできます' }).click();
    await facility.page.getByRole('dialog').waitFor({ state: 'detached' });
    await desk.page.reload();
    await desk.page.getByText('引き受け').first().waitFor();
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
    expect(stage.faults()).toEqual([]);
  });
});
