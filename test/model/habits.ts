import { createHash } from 'node:crypto';
import type { Dice } from './dice.js';
import { goalsOf, waysTo } from './goals.js';

/** Steps that lead an order on, and how much they are liked when they are offered. */
const ONWARD: Readonly<Record<string, number>> = {
  'WorkOrder DRAFT submit': 40,
  'WorkOrder SUBMITTED review': 40,
  'WorkOrder REVIEWING quote': 40,
  'WorkOrder QUOTE_EXPIRED quote': 40,
  'WorkOrder QUOTED order': 40,
  split: 40,
  'WorkOrder ORDERED sendAssignments': 40,
  'WorkOrder ALLOCATING sendAssignments': 40,
  'WorkOrder IN_PRODUCTION sendAssignments': 40,
  'Assignment OFFERED accept': 40,
  'Assignment PARTLY_ACCEPTED confirmPart': 20,
  'Assignment PARTLY_ACCEPTED offerAgain': 20,
  'Assignment ACCEPTED deliverRest': 30,
  'Assignment IN_PROGRESS deliverRest': 30,
  'Assignment REWORK deliverRest': 30,
  'Assignment STOPPING confirmStop': 30,
  'Assignment IN_PROGRESS inspect': 20,
  'Assignment DELIVERED inspect': 40,
  'Assignment REWORK inspect': 20,
  'Assignment STOPPING inspect': 20,
  'WorkRejection OPEN answer': 20,
  'WorkOrder DELIVERED accept': 30,
  'Contract ISSUED recordPaperReturned': 20,
  'Referral INTRODUCED reportConcluded': 10,
  'Referral NEGOTIATING reportConcluded': 10,
  pay: 40,
};
/** Of steps that are put off, and of doing nothing today. */
const LATER = 1;
const NOTHING = 4;

/** Any other step: most people never think of it, and some do it now and then. */
const SIDEWAYS = [0, 0, 0, 4, 20];
/** Rarer is what ends an order before anything came of it: few would live on. */
const ENDING =
  /^WorkOrder (DRAFT|SUBMITTED|REVIEWING|QUOTED|QUOTE_EXPIRED|ORDERED|ALLOCATING) (withdraw|reject|cancel)$/;
const RARELY = [0, 0, 0, 0, 0, 0, 0, 4];
/** Of steps people are keen on, until they tire of them. */
const KEEN = 100;

/** How often, of a hundred times, somebody does what is not the plain thing. */
const OFTEN = [0, 0, 10, 40];
const MOSTLY = 70;

/**
 * What people are like in one life. Were they alike in all lives, every life would be much like the others: so in each
 * life there are steps nobody takes, steps somebody takes now and then, and some that people are keen on. All of it comes
 * from the seed, so that the seed repeats the life; without one, everybody does the plain thing and every order comes to
 * its end.
 */
export class Habits {
  private goals: readonly string[];
  private ways: ReturnType<typeof waysTo>;
  private readonly timesTaken = new Map<string, number>();

  constructor(private readonly seed: number | null) {
    this.goals = seed === null ? [] : goalsOf(seed);
    this.ways = waysTo(this.goals);
  }

  /** Who has little to do leaves it to the others. */
  get nothing(): { readonly weight: number } {
    return { weight: this.seed === null ? 0 : NOTHING };
  }

  /** @param step `Assignment OFFERED accept` */
  weightOf(step: string): number {
    const tiredness = (1 + (this.timesTaken.get(step) ?? 0)) ** 2;
    if (this.ways.keenOn.has(step)) return Math.max(Math.ceil(KEEN / tiredness), ONWARD[step] ?? 0);
    if (this.ways.putOff.has(step)) return LATER;
    if (ONWARD[step] !== undefined) return ONWARD[step];
    // In every other life people have their goals and nothing else in mind.
    if (this.seed !== null && this.seed % 2 === 0) return 0;
    return Math.ceil(this.drawn(step, ENDING.test(step) ? RARELY : SIDEWAYS) / tiredness);
  }

  took(step: string): void {
    this.timesTaken.set(step, (this.timesTaken.get(step) ?? 0) + 1);
  }

  /** Who has reached a goal is after the others. */
  reached(step: string): void {
    if (!this.goals.includes(step)) return;
    this.goals = this.goals.filter((goal) => goal !== step);
    this.ways = waysTo(this.goals);
  }

  /** Whether they do what is not the plain thing, this time. */
  do(what: string, dice: Dice): boolean {
    return dice.happens(this.ways.keenOn.has(what) ? MOSTLY : this.drawn(what, OFTEN), 100);
  }

  private drawn(what: string, values: readonly number[]): number {
    if (this.seed === null) return 0;
    const chance = createHash('sha256').update(`${this.seed} ${what}`).digest().readUInt32BE();
    return values[chance % values.length] ?? 0;
  }
}
