import { STEPS } from './coverage.js';

const ASK = ['WorkOrder ORDERED', 'WorkOrder ALLOCATING', 'WorkOrder IN_PRODUCTION'];
const asks = (action: string) => ASK.map((state) => `${state} ${action}`);
const PARTS = ['Assignment ACCEPTED deliverPart', 'Assignment IN_PROGRESS deliverPart'];
const LESS = ['askLess', 'ShareChange PROPOSED agree'];
const DEADLINES = ['lets deadlines pass', 'takes its time'];

/** What people must be keen on for a step to come about: steps, and what is not the plain thing. */
const LEADS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/QUOTE_EXPIRED|expireQuote|Quote ISSUED expire/, ['quotes for today only', ...DEADLINES]],
  [/deemAccepted/, ['takes silence for a yes', ...DEADLINES]],
  [/WorkRejection|rejectWork|returnWork/, ['WorkOrder DELIVERED rejectWork', 'WorkRejection OPEN askRework']],
  [/reopenAllocation/, ['Assignment ACCEPTED withdraw', 'Assignment ACCEPTED handBack']],
  [
    /^Assignment PARTLY_ACCEPTED|redraft|Contract DRAFT/,
    ['Assignment OFFERED acceptPart', 'Assignment OFFERED counter'],
  ],
  [/Contract DRAFT terminate/, ['Assignment PARTLY_ACCEPTED withdraw']],
  [/^Assignment (REWORK|DELIVERED askRework)/, ['finds defects']],
  [/^Assignment (REWORK|IN_PROGRESS|STOPPING) inspect/, PARTS],
  [/^Assignment \w+ (cut|closeRest|cancel)/, [...LESS, ...PARTS]],
  [
    /^Assignment (STOPPING|\w+ askStop)/,
    ['WorkOrder IN_PRODUCTION cancel', 'Assignment ACCEPTED reportProgress', ...PARTS],
  ],
  [/^Call|^CallResponse/, ['openCall', 'Call OPEN answer', 'Call OPEN close']],
  [/answerQuestion/, ['Call OPEN ask']],
  [/CANNOT/, ['Call OPEN decline']],
  [/Call USED/, ['Call CLOSED use']],
  [/^Amendment|Quote ACCEPTED/, asks('proposeAmendment')],
  [/^Cancellation/, asks('requestCancellation')],
  [/^ShareChange/, ['askLess']],
  [/^Question/, ['askBuyer', 'askDesk']],
  [/reopen$/, ['takeBackPayment', 'pays in parts']],
  [/^Publication/, ['draftPublication']],
  [/^Referral/, ['refers']],
  [/^Referral NEGOTIATING/, ['Referral INTRODUCED reportNegotiation']],
];

/** What keeps a step from coming about: it is put off. */
const HINDERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/QUOTE_EXPIRED|expireQuote|Quote ISSUED expire/, ['WorkOrder QUOTED order']],
  [/deemAccepted|WorkRejection|rejectWork|returnWork/, ['WorkOrder DELIVERED accept']],
  [/^Referral \w+ lapse/, ['Referral INTRODUCED reportConcluded', 'Referral NEGOTIATING reportConcluded']],
  [/^Assignment (REWORK|STOPPING) inspect/, ['Assignment IN_PROGRESS inspect']],
  [/^Assignment STOPPING inspect/, ['Assignment STOPPING confirmStop']],
  [/^Assignment REWORK/, ['Assignment REWORK deliverRest']],
  [/^Assignment (IN_PROGRESS|STOPPING)/, ['Assignment IN_PROGRESS deliverRest', 'Assignment ACCEPTED deliverRest']],
  [/^Contract SETTLED reopen/, ['pay']],
];

/** So many steps of the tables, far from each other, are the goals of one life: all are in turn, life after life. */
const GOALS = 8;

export function goalsOf(seed: number): string[] {
  return Array.from({ length: GOALS }, (_, index) => {
    const at = (seed + Math.floor((index * STEPS.length) / GOALS)) % STEPS.length;
    return STEPS[at] ?? '';
  });
}

/** What people do who are after these goals, and what they put off. */
export function waysTo(goals: readonly string[]) {
  const of = (table: typeof LEADS) =>
    goals.flatMap((goal) => table.flatMap(([pattern, names]) => (pattern.test(goal) ? names : [])));
  return { keenOn: new Set([...goals, ...of(LEADS)]), putOff: new Set(of(HINDERS)) };
}
