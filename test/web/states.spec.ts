import { readFileSync } from 'node:fs';
import type { Client } from '../harness/api.js';
import type { Story } from '../scenarios/story.js';
import type { Person } from './person.js';
import { Stage } from './stage.js';

const PATHS = JSON.parse(readFileSync('apps/web/app/paths.json', 'utf8')) as string[];

/** Pages that need something only a mail or another service gives: their own specs open them. */
const NEED_A_TOKEN = ['/', '/sign-in/second', '/sign-in/oidc', '/invitation', '/reset-password'];

/** What every page asks for besides its own matter; it comes, while the matter does not. */
const OF_THE_SHELL = ['Me', 'UnreadNotifications', 'RoleFor'];

type Ids = Readonly<Record<string, string>>;

/** Who opens a page: by the first word of its address. */
interface Visitor {
  readonly client: Client | null;
  /** What stands for `$id` and the like, by the page or by what begins it. */
  readonly ids: Readonly<Record<string, Ids>>;
}

/**
 * Every page there is, from the list the api answers for, as one of those who may see it: in the second language, on a
 * telephone, first while nothing of it can be loaded, and then whole. A new page is here as soon as it is in
 * `app/paths.json`; a new `$name` in a path is opened whole once its id stands in
 * `visitors`.
 */
describe('Every page', () => {
  let stage: Stage;
  let visitors: Readonly<Record<string, Visitor>>;
  beforeAll(async () => {
    stage = await Stage.begin();
    visitors = await visitorsOf(stage.story);
  });
  afterAll(() => stage.end());

  it.each([...new Set(PATHS.filter((path) => !NEED_A_TOKEN.includes(path)).map(firstWord))])(
    'of /%s says what failed, tries again, and is accessible in the other language',
    async (word) => {
      const visitor = visitors[word];
      if (!visitor) throw new Error(`states.spec.ts: say in visitors who opens the pages of /${word}`);
      const person = await stage.person({ width: 'narrow', expected: ['500', 'Failed to load resource'] });
      if (visitor.client !== null) await person.enterWith(visitor.client);
      const found: Record<string, string[]> = {};
      await person.open('/sign-in');
      await person.page.evaluate(() => localStorage.setItem('yui-language', 'en'));
      for (const path of PATHS.filter((each) => firstWord(each) === word && !NEED_A_TOKEN.includes(each))) {
        const address = addressOf(path, visitor);
        if (address === null) continue;
        const faults = await faultsOf(person, address);
        if (faults.length > 0) found[path] = faults;
      }
      await person.close();
      expect(found).toEqual({});
      expect(stage.faults()).toEqual([]);
    },
  );

  async function faultsOf(person: Person, address: string): Promise<string[]> {
    const { page } = person;
    const faults: string[] = [];
    await page.route('**/graphql', async (route) => {
      const { operationName } = route.request().postDataJSON() as { operationName: string };
      if (OF_THE_SHELL.includes(operationName)) return route.continue();
      return route.fulfill({ status: 500, contentType: 'text/html', body: 'broken' });
    });
    await page.goto(new URL(address, stage.origin).href);
    const again = page.getByRole('main').getByRole('button', { name: 'Try again' });
    await page.locator('main h1, main [role=alert]').first().waitFor();
    await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
    const mayFail = await again.count();
    await page.unroute('**/graphql');
    // Each part of a page that did not come has its own button.
    for (let left = mayFail; left > 0; left -= 1) await again.first().click();
    if (mayFail === 0) await page.reload();
    await page.locator('main h1').first().waitFor();
    await person.settled();
    if ((await again.count()) > 0) faults.push('it does not come back after a failure');
    return [...faults, ...(await person.accessibilityFaults()), ...(await person.rawTexts())];
  }
});

function firstWord(path: string): string {
  return path.split('/')[1] ?? '';
}

/** @returns null: the story has nothing of this kind; the spec of its feature opens it */
function addressOf(path: string, { ids }: Visitor): string | null {
  const [known = ''] = Object.keys(ids)
    .filter((begin) => path.startsWith(begin))
    .sort((a, b) => b.length - a.length);
  const address = path.replaceAll(/\$(\w+)/g, (all, name: string) => ids[known]?.[name] ?? all);
  return address.includes('$') ? null : address;
}

/** An order of a company on its way, one of a town hall, a call, a bill: something to see on every page. */
async function visitorsOf(story: Story): Promise<Record<string, Visitor>> {
  const wish = { title: '案内状の封入', lines: [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3_000 }] };
  const { id: amendmentId, order: amended } = await amendedOrder(story, wish);
  const stepId = amended.lines[0]!.steps[0]!.id;
  const called = await story.ordered(story.company, wish, 'DESK_CONTRACT', 500);
  const { id: callId } = await story.do<{ id: string }>(
    story.desk,
    'openCall',
    { stepId: called.lines[0]!.steps[0]!.id, closesAt: `${await story.daysFromNow(3)}T08:00:00Z` },
    '{ id }',
  );
  const { call } = await story.desk.ask<{ call: { called: [{ id: string }] } }>(
    'query ($id: ID!) { call(id: $id) { called { id } } }',
    { id: callId },
  );
  const done = await story.ordered(story.company, wish, 'DESK_CONTRACT', 500);
  const shares = await story.works(done);
  const accepted = await story.buyerAccepts(story.company, done);
  const bill = await story.bills(story.desk, accepted, { payerId: accepted.buyer.id, payeeId: accepted.desk.id });
  const [share] = shares.filter(({ facility }) => facility.id === call.called[0].id);
  const facility = share ?? shares[0]!;
  const open = await story.ordered(story.company, wish, 'DESK_CONTRACT', 500);
  const [offer] = await story.splits(open);
  await story.accepts(offer!);
  const deliveryId = await story.delivers({ ...offer!, acceptedUnits: offer!.offeredUnits });
  const ofCity = await story.asksFor(story.city, { ...wish, isPublicMoney: true });
  await story.quotes(ofCity, 'DESK_CONTRACT', [500]);
  const platform = await story.api.as('PLATFORM');
  const prefectures = await story.do<{ id: string; code: string }[]>(
    platform,
    'createPrefecture',
    { code: 'NAGANO', name: '長野県', deskIds: [accepted.desk.id] },
    '{ id code }',
  );
  const prefectureId = prefectures.find(({ code }) => code === 'NAGANO')!.id;
  const city = { id: ofCity.id };
  const [facilityClient, officer] = [
    await story.of(facility),
    await story.api.asNew('PREFECTURE_OFFICER', prefectureId),
  ];
  // The harness names people by ids, which no page is to show.
  await story.api.db.query(
    `UPDATE account SET email = 'person-' || n || '@yui.example.com'
     FROM (SELECT id AS who, row_number() OVER (ORDER BY id) AS n FROM account WHERE name = 'Somebody') AS named
     WHERE id = who`,
  );
  return {
    'sign-in': { client: null, ids: {} },
    forgot: { client: null, ids: {} },
    account: { client: story.desk, ids: {} },
    notifications: { client: story.desk, ids: {} },
    facility: {
      client: facilityClient,
      ids: { '/facility/assignments': { id: facility.id }, '/facility/calls': { id: callId } },
    },
    buyer: {
      client: story.city,
      ids: { '/buyer/orders': city },
    },
    desk: {
      client: story.deskAdmin,
      ids: {
        '/desk/orders': { id: amended.id, stepId, amendmentId },
        '/desk/orders/$id/publications': city,
        '/desk/orders/$id/quote': city,
        '/desk/orders/$id/steps': city,
        '/desk/calls': { id: callId },
        '/desk/inspect': { deliveryId },
        '/desk/money/invoices': { id: bill.id },
        '/desk/contracts': { id: accepted.contracts[0]!.id },
        '/desk/facilities': { id: facility.facility.id },
        '/desk/buyers': { id: ofCity.buyer.id },
      },
    },
    prefecture: {
      client: officer,
      ids: { '/prefecture/desks': { id: accepted.desk.id } },
    },
    platform: { client: platform, ids: {} },
  };
}

async function amendedOrder(story: Story, wish: Parameters<Story['asksFor']>[1]) {
  const order = await story.ordered(story.company, wish, 'DESK_CONTRACT', 500);
  const { amendments } = await story.do<{ amendments: [{ id: string }] }>(
    story.company,
    'proposeAmendment',
    {
      workOrderId: order.id,
      reason: '部数が増えたため',
      lines: [{ workOrderLineId: order.lines[0]!.id, quantity: 3_400 }],
    },
    '{ amendments { id } }',
  );
  return { id: amendments[0].id, order };
}
