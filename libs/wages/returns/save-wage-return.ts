import { Injectable } from '@nestjs/common';
import { fiscalYearOf, fiscalYearRange, formatDateJa, todayInTokyo } from '#yui/calendar';
import { AVERAGE_USERS_FROM, averageWage, personMonths, type WageQuestion, wageQuestions } from '#yui/money';
import {
  difference,
  type DomainError,
  joinFaults,
  type PersonActor,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { readFigures, type WageFigures } from './read-figures.js';
import { readReturnContext, type ReturnContext } from './return-context.js';
import { deskOf, lockKeptFacility } from './return-keepers.js';
import { WageReturn } from './wage-return.entity.js';
import { wageErrors } from '../rules/wage.errors.js';
import { WAGE_EVENTS } from './wage-return.events.js';
import { wageReturnTransitions } from './wage-return.transitions.js';

export interface SaveWageReturnInput {
  readonly idempotencyKey: string;
  readonly facilityId: string;
  /** First calendar year. */
  readonly fiscalYear: number;
  readonly figures: WageFigures;
  /** It is complete and goes to who checks it; otherwise it stays a draft. */
  readonly isSubmitted: boolean;
  /** What was asked of the figures and is right all the same. */
  readonly confirmed: readonly WageQuestion[];
}

const FIRST_YEAR = 2005;

/**
 * A facility reports the wages of a year. A version that was checked stays as it is: what is saved after it is the next
 * version, which replaces it once it is checked itself.
 */
@Injectable()
export class SaveWageReturn {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @throws ACCESS.NOT_FOUND, INPUT.*, WAGE.YEAR_OUT_OF_RANGE, WAGE.SUBMITTED, WAGE.MONTHS_UNUSABLE; when it is submitted
   * WAGE.YEAR_NOT_OVER, WAGE.FIGURE_MISSING, WAGE.QUESTIONS_OPEN
   */
  async execute(actor: PersonActor, input: SaveWageReturnInput): Promise<{ wageReturnId: string }> {
    const figures = readFigures(input.figures);
    return this.unitOfWork.command('saveWageReturn', actor, input, async (tx) => {
      const { facilityId, fiscalYear } = input;
      const facility = await lockKeptFacility(tx, actor, facilityId);
      const today = todayInTokyo(tx.now);
      if (!Number.isInteger(fiscalYear) || fiscalYear < FIRST_YEAR || fiscalYear > fiscalYearOf(today)) {
        throw wageErrors.YEAR_OUT_OF_RANGE().at('fiscalYear');
      }
      const context = await readReturnContext(tx.manager, facility, fiscalYear);
      const { monthYen, hourYen, usersTenths } = averageWage({ fiscalYear, ...figures }, context.rounding);
      const calculated = { rounding: context.rounding, monthYen, hourYen, usersTenths };
      const present = await keep(tx, actor, { facilityId, fiscalYear }, { ...figures, ...calculated });
      if (input.isSubmitted) await submit(tx, actor, present, context, input.confirmed);
      return { wageReturnId: present.id };
    });
  }
}

type Kept = Omit<Partial<WageReturn>, 'id' | 'status' | 'version'>;

/** Changes the version that is open, or begins the next one. @throws WAGE.SUBMITTED */
async function keep(
  tx: Transaction,
  actor: PersonActor,
  of: Pick<WageReturn, 'facilityId' | 'fiscalYear'>,
  kept: Kept,
): Promise<WageReturn> {
  const versions = await tx.manager.find(WageReturn, {
    where: of,
    order: { version: 'DESC' },
    lock: { mode: 'pessimistic_write' },
  });
  const [latest] = versions;
  if (latest?.status === 'SUBMITTED') throw wageErrors.SUBMITTED();
  const isOpen = latest !== undefined && (latest.status === 'DRAFT' || latest.status === 'RETURNED');
  const row = isOpen
    ? { ...latest, ...kept }
    : {
        ...of,
        remark: null,
        submittedAt: null,
        checkedAt: null,
        confirmedQuestions: [],
        ...kept,
        id: tx.newId(),
        version: (latest?.version ?? 0) + 1,
        status: 'DRAFT' as const,
        createdAt: tx.now,
      };
  await (isOpen ? tx.manager.update(WageReturn, { id: row.id }, kept) : tx.manager.insert(WageReturn, row));
  await tx.audit(
    'wageReturn.save',
    { deskId: deskOf(actor), subjectType: 'WageReturn', subjectId: row.id },
    difference(isOpen ? { ...latest } : null, {
      fiscalYear: of.fiscalYear,
      version: row.version,
      ...withoutWords(kept),
    }),
  );
  return row as WageReturn;
}

/** The audit keeps figures, and of what people wrote only that they did. */
function withoutWords({ note, ...figures }: Kept): object {
  return { ...figures, hasNote: (note ?? '') !== '' };
}

async function submit(
  tx: Transaction,
  actor: PersonActor,
  row: WageReturn,
  context: ReturnContext,
  confirmed: readonly WageQuestion[],
): Promise<void> {
  const { to: last } = fiscalYearRange(row.fiscalYear);
  if (todayInTokyo(tx.now) <= last) throw wageErrors.YEAR_NOT_OVER({ last: formatDateJa(last) });
  const missing = joinFaults(missingFigures(row));
  if (missing) throw missing;
  const asked = wageQuestions(row, context);
  const open = asked.filter((question) => !confirmed.includes(question));
  if (open.length > 0) throw wageErrors.QUESTIONS_OPEN({ count: open.length, questions: open.join(' ') });
  const status = wageReturnTransitions.next(row.status, 'submit');
  const change = { status, submittedAt: tx.now, confirmedQuestions: asked };
  await tx.manager.update(WageReturn, { id: row.id }, change);
  await tx.audit(
    wageReturnTransitions.auditAction('submit'),
    { deskId: deskOf(actor), subjectType: 'WageReturn', subjectId: row.id },
    { from: row.status, to: status, confirmedQuestions: asked },
  );
  await tx.emit(WAGE_EVENTS.submitted, deskOf(actor), { wageReturnId: row.id });
}

/** What the formula of the year cannot do without. */
function missingFigures({ fiscalYear, personDays, daysOpen, personsByMonth }: WageReturn): DomainError[] {
  const at = (field: string) => wageErrors.FIGURE_MISSING().at(`figures.${field}`);
  if (fiscalYear < AVERAGE_USERS_FROM) return personMonths(personsByMonth) > 0 ? [] : [at('personsByMonth')];
  return [...(personDays ? [] : [at('personDays')]), ...(daysOpen ? [] : [at('daysOpen')])];
}
