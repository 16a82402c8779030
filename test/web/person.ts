import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Hands, keyboardOf, POINTER } from './hands.js';

const AXE = readFileSync(path.resolve('node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** An old office computer, and a telephone. */
export const WIDTHS = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } } as const;
const MIN_TARGET_PX = 44;
/** Half a pixel is rounding. */
const TOLERANCE_PX = 0.5;

/** Codes of the api that a spec brings about on purpose. */
type Expected = readonly string[];

export interface PersonOptions {
  readonly width?: keyof typeof WIDTHS;
  readonly expected?: Expected;
  /** Without a pointer. */
  readonly isByKeyboard?: boolean;
}

/**
 * One person at a browser of their own. Whatever goes wrong in it unnoticed (an error in the console, a thing the policy of
 * the pages forbids, a request to somebody else, a question whose text the page sends itself) is kept and fails the spec.
 */
export class Person {
  readonly faults: string[] = [];
  readonly hands: Hands;

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly origin: string,
    isByKeyboard: boolean,
  ) {
    this.hands = isByKeyboard ? keyboardOf(page, this.faults) : POINTER;
  }

  static async at(
    browser: Browser,
    origin: string,
    { width = 'wide', expected = [], isByKeyboard = false }: PersonOptions = {},
  ): Promise<Person> {
    const context = await browser.newContext({
      viewport: WIDTHS[width],
      locale: 'ja-JP',
      timezoneId: 'Asia/Tokyo',
      hasTouch: width === 'narrow',
    });
    const page = await context.newPage();
    const person = new Person(page, context, origin, isByKeyboard);
    person.watch(expected);
    return person;
  }

  private watch(expected: Expected): void {
    const { page, faults, origin } = this;
    const isExpected = (text: string) => expected.some((each) => text.includes(each));
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isExpected(message.text())) {
        faults.push(`console: ${message.text()} (${message.location().url})`);
      }
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) faults.push(`to another host: ${url}`);
      if (url === `${origin}/graphql` && /"query":/.test(request.postData() ?? '')) faults.push('a document with text');
    });
    page.on('response', (response) => {
      if (response.status() >= 400 && !isExpected(String(response.status()))) {
        faults.push(`${response.status()} ${response.url()}`);
      }
    });
  }

  async open(address: string): Promise<void> {
    await this.page.goto(new URL(address, this.origin).href);
    await this.page.locator('main h1').first().waitFor();
  }

  /** Signs in as one of the sample people, as everybody does who tries the product. */
  async enterAs(label: string): Promise<void> {
    await this.open('/sign-in');
    await this.page.getByRole('button', { name: label }).click();
    await this.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    await this.page.locator('main h1').first().waitFor();
    await this.settled();
  }

  /** Is already signed in, as a client of the api. */
  async enterWith({ cookie }: { readonly cookie: string | null }): Promise<void> {
    const [name = '', value = ''] = (cookie ?? '').split('=');
    await this.context.addCookies([{ name, value, url: this.origin, httpOnly: true, sameSite: 'Lax' }]);
  }

  /** Nothing is being loaded any more. */
  async settled(): Promise<void> {
    await this.page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
  }

  /** What a program finds that people with disabilities would stumble over. */
  async accessibilityFaults(): Promise<string[]> {
    await this.page.evaluate(AXE);
    // What lies under a bar at this moment is not to be judged by the colour of the bar.
    await this.page.evaluate(() => {
      for (const bar of document.querySelectorAll<HTMLElement>('body header, body nav')) bar.style.position = 'static';
    });
    const found = await this.page.evaluate(async (values) => {
      const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResult> } };
      const { violations, incomplete } = await axe.run({ runOnly: { type: 'tag', values } });
      const undecided = incomplete.filter(({ id }) => id === 'color-contrast');
      return [...violations, ...undecided].flatMap(({ id, help, nodes }) =>
        nodes.map(({ html }) => `${id}: ${help} ${html.slice(0, 160)}`),
      );
    }, TAGS);
    const all = [...found, ...(await this.smallTargets()), ...(await this.overflow())];
    await this.page.evaluate(() => {
      for (const bar of document.querySelectorAll<HTMLElement>('body header, body nav')) bar.style.position = '';
    });
    return all;
  }

  private async smallTargets(): Promise<string[]> {
    const min = MIN_TARGET_PX - TOLERANCE_PX;
    return this.page.evaluate((least) => {
      const targets = document.querySelectorAll<HTMLElement>(
        'a[href], button, summary, input:not([type=hidden]), textarea, [role=button]',
      );
      return [...targets]
        .filter((target) => target.checkVisibility({ visibilityProperty: true }) && !target.closest('p, .sr-only'))
        .map((target) => ({ target, box: (target.closest('label') ?? target).getBoundingClientRect() }))
        .filter(
          ({ target, box }) =>
            box.width > 1 && (box.height < least || box.width < least) && !target.matches('.sr-only'),
        )
        .map(
          ({ target, box }) =>
            `small: ${Math.round(box.width)}x${Math.round(box.height)} ${target.outerHTML.slice(0, 120)}`,
        );
    }, min);
  }

  private async overflow(): Promise<string[]> {
    const wider = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    return wider > 0 ? [`the page is ${wider} px wider than the window`] : [];
  }

  /** A raw enum, an id, an ISO time or a mark of readings that a person would see. */
  async rawTexts(): Promise<string[]> {
    const text = await this.page.locator('body').innerText();
    return (
      text.match(
        /\b[A-Z]{3,}_[A-Z_]{2,}\b|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|\d{4}-\d\d-\d\dT|\bundefined\b|\bNaN\b|\[object|[{}|]/g,
      ) ?? []
    );
  }

  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: path.join('.data', 'pictures', `${name}.png`), fullPage: true });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

interface AxeResult {
  readonly violations: readonly AxeRule[];
  readonly incomplete: readonly AxeRule[];
}
interface AxeRule {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}
