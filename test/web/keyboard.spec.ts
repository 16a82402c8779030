import {
  acceptsOffer,
  acceptsQuote,
  acceptsWork,
  inspectsAll,
  postsOrder,
  quotesOrder,
  splitsOrder,
  worksAndDelivers,
} from './main-job.js';
import { Stage } from './stage.js';

const TITLE = '案内状の封入';
const SHARES = [
  ['スウェル', '2,000'],
  ['Life time', '1,000'],
] as const;

describe('The main job without a pointer', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.begin();
  });
  afterAll(() => stage.end());

  it('goes from the wish to the acceptance with a focus that is always seen', async () => {
    const { story } = stage;
    const [buyer, desk, facility, other] = await Promise.all([
      stage.person({ isByKeyboard: true }),
      stage.person({ isByKeyboard: true }),
      stage.person({ isByKeyboard: true, width: 'narrow' }),
      stage.person({ isByKeyboard: true, width: 'narrow' }),
    ]);
    await buyer.enterWith(story.company);
    await buyer.open('/buyer');
    await postsOrder(buyer, TITLE);
    await desk.enterWith(story.desk);
    const order = await quotesOrder(desk, TITLE);
    await acceptsQuote(buyer, TITLE);
    await splitsOrder(desk, order, SHARES);
    const shares = story.shares(await story.seen(order), 'OFFERED');
    for (const [person, units] of [
      [facility, 2_000],
      [other, 1_000],
    ] as const) {
      const share = shares.find(({ offeredUnits }) => offeredUnits === units)!;
      await person.enterWith(await story.of(share));
      await person.open('/facility');
      await acceptsOffer(person, TITLE, units);
      await worksAndDelivers(person, units);
    }
    await inspectsAll(desk, SHARES.length);
    await acceptsWork(buyer, order);
    expect(stage.faults()).toEqual([]);
  }, 240_000);
});
