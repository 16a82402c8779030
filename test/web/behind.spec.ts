import type { Assignment } from '../scenarios/seen.js';
import { ONE_FACILITY } from '../scenarios/story.js';
import type { Person } from './person.js';
import { Stage } from './stage.js';

const WISH = { title: '案内状の封入', lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3_000 }] };

/** A tab that no news reaches is behind the product; what is sent from it is refused, and the page catches up. */
describe('A page that is behind', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.begin();
  });
  afterAll(() => stage.end());

  it('says what somebody else did meanwhile, and shows how things stand', async () => {
    const { person, share } = await atOffer();
    const { page } = person;
    // No news reaches this tab.
    await page.route('**/events', (route) => route.abort());
    await person.open(`/facility/assignments/${share.id}`);
    await page.getByLabel('受ける', { exact: false }).first().check();
    await page.getByRole('button', { name: '3,000通を引き受ける' }).click();
    await page.getByText('3,000通を引き受けます。').waitFor();
    await stage.story.do(stage.story.desk, 'withdrawAssignment', {
      assignmentId: share.id,
      reason: '数が変わったため',
    });
    await page.getByRole('button', { name: '3,000通を引き受ける' }).click();
    await page.getByText('がこの依頼を取り下げました').or(page.getByText('なくなった')).first().waitFor();
    expect(stage.faults()).toEqual([]);
  });

  /** Somebody of a facility at the page of an offer to them. */
  async function atOffer(): Promise<{ person: Person; share: Assignment }> {
    const { story } = stage;
    const order = await story.ordered(story.company, WISH, 'DESK_CONTRACT', 500);
    const [share] = (await story.splits(order, ONE_FACILITY)) as [Assignment];
    const person = await stage.person({ width: 'narrow', expected: ['ERR_FAILED'] });
    await person.enterWith(await story.of(share));
    await person.open(`/facility/assignments/${share.id}`);
    return { person, share };
  }
});
