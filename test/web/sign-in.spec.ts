import { WIDTHS } from './person.js';
import { Stage } from './stage.js';

const ROUTES = ['/sign-in', '/forgot', '/reset-password', '/invitation', '/nothing-here'];
const INSIDE = ['/notifications', '/account'];

describe('The pages of the ground', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.begin();
  });
  afterAll(() => stage.end());

  it.each(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[])('can be used by everybody, %s', async (width) => {
    const nobody = await stage.person({ width, expected: ['404'] });
    const found: Record<string, string[]> = {};
    for (const route of ROUTES) {
      await nobody.open(route);
      await nobody.picture(`${width}${route.replaceAll('/', '-')}`);
      found[route] = [...(await nobody.accessibilityFaults()), ...(await nobody.rawTexts())];
    }
    await nobody.enterAs('事業所 Life time');
    for (const route of INSIDE) {
      await nobody.open(route);
      await nobody.settled();
      await nobody.picture(`${width}${route.replaceAll('/', '-')}`);
      found[route] = [...(await nobody.accessibilityFaults()), ...(await nobody.rawTexts())];
    }
    expect(found).toEqual(Object.fromEntries([...ROUTES, ...INSIDE].map((route) => [route, []])));
    expect(stage.faults()).toEqual([]);
  });
});
