import { Story } from '../scenarios/story.js';
import { type Chromium, startChromium } from './chromium.js';
import { Person, type PersonOptions } from './person.js';

/** The product with its pages, and one browser in which each person has their own context. */
export class Stage {
  private readonly people: Person[] = [];

  private constructor(
    readonly story: Story,
    private readonly chromium: Chromium,
  ) {}

  /** @param settings of the product, besides those that bring the pages */
  static async begin(settings: Readonly<Record<string, string>> = {}): Promise<Stage> {
    const [story, chromium] = await Promise.all([
      Story.begin({ PAGES_DIR: 'dist/web', SAMPLE_SIGN_INS: 'true', SECOND_FACTOR_REQUIRED: 'false', ...settings }),
      startChromium(),
    ]);
    return new Stage(story, chromium);
  }

  get origin(): string {
    return new URL(this.story.api.url).origin;
  }

  async person(options: PersonOptions = {}) {
    const person = await Person.at(this.chromium.browser, this.origin, options);
    this.people.push(person);
    return person;
  }

  /** Everything that went wrong in any of the browsers. */
  faults(): string[] {
    return this.people.flatMap(({ faults }) => faults);
  }

  async end(): Promise<void> {
    for (const person of this.people) await person.close();
    await this.chromium.close();
    await this.story.end();
  }
}
