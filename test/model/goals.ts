import { createHash } from 'node:crypto';
import { TABLES } from '../harness/transition-tables.js';
import { STEPS } from './coverage.js';

const asks = (action: string) =>
  ['ORDERED', 'ALLOCATING', 'IN_PRODUCTION'].map((state) => `WorkOrder ${state} ${action}`);
const PARTS = ['Assignment ACCEPTED deliverPart', 'Assignment IN_PROGRESS deliverPart'];
const LESS = ['askLess', 'ShareChange PROPOSED agree'];
const DEADLINES = ['lets deadlines pass', 'takes its time'];
const ONLY_A_PART = ['Assignment OFFERED acceptPart', 'Assignment OFFERED counter'];

/** What leads to a step from outside its own table: steps of others, and what is not the plain thing. */
const LEADS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/expireQuote/, ['quotes for today only', ...DEADLINES]],
  [/^Quote ISSUED expire/, ['WorkOrder QUOTED expireQuote']],
  [/^Quote ISSUED drop/, ['WorkOrder QUOTED reject', 'WorkOrder QUOTED withdraw']],
  [/^Quote ISSUED replace/, ['WorkOrder QUOTED quote']],
  [/^Quote ACCEPTED/, ['Amendment PROPOSED accept']],
  [/ORDERED close/, ['refers', 'Referral INTRODUCED reportConcluded']],
  [/deemAccepted/, ['takes silence for a yes', ...DEADLINES]],
  [/^WorkRejection/, ['WorkOrder DELIVERED rejectWork']],
  [/returnWork/, ['WorkRejection OPEN askRework']],
  [/reopenAllocation/, ['Assignment ACCEPTED withdraw', 'Assignment ACCEPTED handBack']],
  [/IN_PRODUCTION sendAssignments/, ['Assignment ACCEPTED withdraw', 'split']],
  [/redraft/, ONLY_A_PART],
  [/Contract DRAFT terminate/, [...ONLY_A_PART, 'Assignment PARTLY_ACCEPTED withdraw']],
  [/Contract ISSUED terminate/, ['Assignment OFFERED withdraw', 'Assignment OFFERED decline']],
  [/Contract CONCLUDED terminate/, ['Assignment ACCEPTED withdraw']],
  [/Contract SETTLED reopen/, ['takeBackPayment', 'pays in parts']],
  [/^Assignment \w+ expire/, DEADLINES],
  [/^Assignment DELIVERED askRework/, ['finds defects']],
  [/^Assignment (REWORK|IN_PROGRESS|STOPPING) inspect/, PARTS],
  [/^Assignment (ACCEPTED|IN_PROGRESS|REWORK) (cut|closeRest|cancel)/, LESS],
  [/^Assignment \w+ (closeRest|cancel)/, ['asks for no more']],
  [/^Assignment IN_PROGRESS closeRest/, [...PARTS, 'Assignment IN_PROGRESS handBack']],
  [/^Assignment REWORK cancel/, ['finds all of it bad']],
  [/askStop/, ['WorkOrder IN_PRODUCTION cancel']],
  [/^Assignment STOPPING cancel/, ['Assignment STOPPING confirmStop']],
  [/^Call/, ['openCall', 'Call OPEN answer']],
  [/answerQuestion/, ['Call OPEN ask']],
  [/CANNOT/, ['Call OPEN decline', 'Call CLOSED decline']],
  [/^Amendment/, asks('proposeAmendment')],
  [/^Cancellation/, asks('requestCancellation')],
  [/^ShareChange/, ['askLess']],
  [/^(Amendment|ShareChange) PROPOSED lapse/, ['WorkOrder ALLOCATING cancel', 'WorkOrder IN_PRODUCTION cancel']],
  [/^Question/, ['askBuyer', 'askDesk']],
  [/^Publication/, ['draftPublication']],
  [/^Referral/, ['refers']],
  [/^Referral \w+ lapse/, DEADLINES],
];

/** What keeps a step from coming about, besides the other ways out of the states on the way: it is put off. */
const HINDERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^Assignment (REWORK|STOPPING) inspect/, ['Assignment IN_PROGRESS inspect']],
  [/^Contract SETTLED reopen/, ['pay']],
];

/** So many steps of the tables are the goals of one life. */
const GOALS = 4;

export function goalsOf(seed: number): string[] {
  return Array.from({ length: GOALS }, (_, index) => {
    const chance = createHash('sha256').update(`${seed} goal ${index}`).digest().readUInt32BE();
    return STEPS[chance % STEPS.length] ?? '';
  });
}

/** What people do who are after these goals, and what they put off. */
export function waysTo(goals: readonly string[]) {
  const keenOn = new Set<string>();
  const putOff = new Set<string>();
  const follow = (step: string, isGoal: boolean) => {
    if (keenOn.has(step)) return;
    const { way, others } = wayTo(step, isGoal);
    for (const each of [step, ...way]) keenOn.add(each);
    for (const other of [...others, ...matching(HINDERS, step)]) putOff.add(other);
    for (const lead of [step, ...way].flatMap((each) => matching(LEADS, each))) follow(lead, false);
  };
  for (const goal of goals) follow(goal, true);
  return { keenOn, putOff };
}

/**
 * The steps of its own table that lead to a step from the beginning of a life, the shortest way; and the other ways out of
 * the states they go through. Only who is after a step that leads nowhere else waits for it in its state.
 */
function wayTo(step: string, isGoal: boolean): { readonly way: readonly string[]; readonly others: readonly string[] } {
  const [subject, state, action] = step.split(' ');
  const table = TABLES.find((each) => each.subject === subject);
  if (!table || !state || !action) return { way: [], others: [] };
  const ways = new Map<string, readonly string[]>([[table.initial, []]]);
  for (const [at, way] of ways) {
    for (const { from, action: next, to } of table.transitions) {
      if (from.includes(at) && !ways.has(to)) ways.set(to, [...way, `${subject} ${at} ${next}`]);
    }
  }
  const way = ways.get(state) ?? [];
  const isLeaving = table.transitions.some(
    ({ from, action: own, to }) => from.includes(state) && own === action && to !== state,
  );
  const passed = [...way, ...(isGoal || isLeaving ? [step] : [])];
  const others = passed.flatMap((each) => {
    const at = each.split(' ')[1] ?? '';
    return table.transitions
      .filter(({ from, to }) => from.includes(at) && to !== at)
      .map((transition) => `${subject} ${at} ${transition.action}`);
  });
  return { way, others: others.filter((other) => !passed.includes(other)) };
}

function matching(table: typeof LEADS, step: string): string[] {
  return table.flatMap(([pattern, names]) => (pattern.test(step) ? names : []));
}
