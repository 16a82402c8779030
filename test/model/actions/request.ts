import type { Dice } from '../dice.js';
import type { Habits } from '../habits.js';
import type { Sight } from '../seen.js';
import type { Actor, Stage } from '../stage.js';

/** One thing somebody asks of the product. */
export interface Request {
  readonly mutation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The codes with which it may be refused although it was offered. */
  readonly mayFail?: readonly string[];
}

/** From where one acts: what one sees, what people are like, and chance. */
export interface Situation {
  readonly stage: Stage;
  readonly actor: Actor;
  readonly sight: Sight;
  readonly habits: Habits;
  readonly dice: Dice;
}

/** Makes the request for an action; null: it cannot be asked for in this situation. */
export type Maker<Subject> = (subject: Subject, situation: Situation) => Promise<Request | null> | Request | null;
/** Makers by action: every action the table of the subject has for people is there. */
export type Makers<Subject> = Readonly<Record<string, Maker<Subject>>>;

export const REASON = 'やむを得ない事情のため';

/** A request that names its subject and nothing else. */
export const simple =
  (mutation: string, idName: string, ...mayFail: string[]): Maker<{ readonly id: string }> =>
  ({ id }) => ({ mutation, input: { [idName]: id }, mayFail });

export const reasoned =
  (mutation: string, idName: string, ...mayFail: string[]): Maker<{ readonly id: string }> =>
  ({ id }) => ({ mutation, input: { [idName]: id, reason: REASON }, mayFail });
