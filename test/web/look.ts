import type { Client } from '../harness/api.js';
import type { Person } from './person.js';
import type { Stage } from './stage.js';

/** Opens a page, keeps a picture of it, and says what a program finds wrong with it. */
export async function look(person: Person, route: string, name: string): Promise<string[]> {
  await person.open(route);
  await person.settled();
  await person.picture(name);
  return [...(await person.accessibilityFaults()), ...(await person.rawTexts())];
}

/** Every page at both widths, as somebody sees it who is signed in: what is wrong with it, by width and route. */
export async function lookAtAll(
  stage: Stage,
  client: Client,
  routes: readonly string[],
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const width of ['wide', 'narrow'] as const) {
    const person = await stage.person({ width });
    await person.enterWith(client);
    for (const route of routes) {
      const faults = await look(person, route, `${width}${route.replaceAll(/[/?=&]/g, '-')}`);
      if (faults.length > 0) found[`${width} ${route}`] = faults;
    }
    await person.close();
  }
  return found;
}
