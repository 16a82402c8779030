import type { Job, Workload } from './prepare.js';

/**
 * Promises when work of one limited type takes different times per unit: a second of one job uses up more of the machine
 * than a second of another, so what is possible is no flow any more but a linear program,
 *
 *   Σ jobs y ≤ seconds of the day,   Σ jobs of the type share · y ≤ limit of the day,   Σ days y ≤ work of the job,
 *
 * solved by the simplex method on its dictionary (rows = what is basic, columns = what is zero). All bounds are upper bounds,
 * so doing nothing is where it starts; jobs are asked one after another, and columns that would take something from an
 * earlier job are closed. Days between two dates of jobs that offer the same count as one. Thousandths of a second that are
 * not whole are rounding.
 */
export class WorkProgram {
  private readonly rows: Float64Array[] = [];
  private readonly values: number[] = [];
  /** What is basic in a row, what is zero in a column: first the variables of the jobs, then the slack of every row. */
  private readonly basic: number[] = [];
  private readonly columns: number[] = [];
  /** Variables of job k: from firstOf[k] up to firstOf[k + 1]. */
  private readonly firstOf: number[] = [0];
  private readonly isClosed: boolean[];
  private reduced: Float64Array;
  private readonly firstSlack: number;

  /** A job whose work is infinite takes what it can get. */
  constructor(
    load: Workload,
    private readonly jobs: readonly Job[],
  ) {
    const spans = spansOf(load, jobs);
    const variables: { job: number; span: Span }[] = [];
    jobs.forEach((job, k) => {
      for (const span of spans) if (span.first >= job.start && span.first <= job.due) variables.push({ job: k, span });
      this.firstOf.push(variables.length);
    });
    this.firstSlack = variables.length;
    this.columns = variables.map((_, k) => k);
    this.isClosed = variables.map(() => false);
    this.reduced = new Float64Array(variables.length);
    jobs.forEach((job, k) => this.addRow(job.work, (at) => (variables[at]!.job === k ? 1 : 0)));
    for (const span of spans) {
      this.addRow(span.pool, (at) => (variables[at]!.span === span ? 1 : 0));
      span.limits.forEach((limit, row) =>
        this.addRow(limit, (at) => {
          const job = jobs[variables[at]!.job]!;
          return variables[at]!.span === span && job.limitRow === row ? job.limitShare : 0;
        }),
      );
    }
  }

  /** The most of its work that job k can do without taking any from the jobs asked before. */
  send(k: number): number {
    this.aimAt(k);
    for (let round = 0; ; round++) {
      const column = this.entering(round > PATIENCE);
      if (column < 0) break;
      this.pivot(this.leaving(column), column);
    }
    for (let at = 0; at < this.columns.length; at++) if (this.reduced[at]! < -TINY) this.isClosed[at] = true;
    let sum = 0;
    this.basic.forEach((variable, row) => {
      if (this.isOf(k, variable)) sum += this.values[row]!;
    });
    return Math.min(this.jobs[k]!.work, Math.round(sum));
  }

  /** After `send` fell short: whether another job's work stands in the way, or is the one itself. */
  competes(k: number): (other: number) => boolean {
    const inTheWay = new Set<number>([k]);
    this.columns.forEach((variable, at) => {
      const job = variable - this.firstSlack;
      if (job >= 0 && job < this.jobs.length && Math.abs(this.reduced[at]!) > TINY) inTheWay.add(job);
    });
    return (other) => inTheWay.has(other);
  }

  private addRow(bound: number, factorOf: (variable: number) => number): void {
    this.basic.push(this.firstSlack + this.basic.length);
    this.values.push(bound);
    this.rows.push(Float64Array.from(this.columns, factorOf));
  }

  private isOf(k: number, variable: number): boolean {
    return variable >= this.firstOf[k]! && variable < this.firstOf[k + 1]!;
  }

  /** What the work of job k gains by one more of every column. */
  private aimAt(k: number): void {
    this.reduced = Float64Array.from(this.columns, (variable) => (this.isOf(k, variable) ? 1 : 0));
    this.basic.forEach((variable, row) => {
      if (!this.isOf(k, variable)) return;
      const factors = this.rows[row]!;
      for (let at = 0; at < factors.length; at++) this.reduced[at]! -= factors[at]!;
    });
  }

  /** The column that gains most; the first one by name once many steps led nowhere, so that it ends (Bland's rule). */
  private entering(isByName: boolean): number {
    let best = -1;
    for (let at = 0; at < this.columns.length; at++) {
      if (this.isClosed[at] || this.reduced[at]! <= TINY) continue;
      const isBetter = isByName
        ? best < 0 || this.columns[at]! < this.columns[best]!
        : best < 0 || this.reduced[at]! > this.reduced[best]!;
      if (isBetter) best = at;
    }
    return best;
  }

  private leaving(column: number): number {
    let best = -1;
    let least = Infinity;
    for (let row = 0; row < this.rows.length; row++) {
      const factor = this.rows[row]![column]!;
      if (factor <= TINY) continue;
      const room = this.values[row]! / factor;
      if (room > least || (room === least && best >= 0 && this.basic[row]! > this.basic[best]!)) continue;
      [best, least] = [row, room];
    }
    return best;
  }

  private pivot(row: number, column: number): void {
    const own = this.rows[row]!;
    const pivot = own[column]!;
    // Rows are sparse: most jobs share only a few days with each other.
    const touched: number[] = [];
    for (let at = 0; at < own.length; at++) {
      if (own[at] === 0) continue;
      own[at]! /= pivot;
      touched.push(at);
    }
    own[column] = 1 / pivot;
    this.values[row]! /= pivot;
    for (let other = 0; other < this.rows.length; other++) {
      if (other === row) continue;
      const factor = this.rows[other]![column]!;
      if (factor === 0) continue;
      subtract(this.rows[other]!, own, touched, factor, column);
      this.values[other] = Math.max(0, this.values[other]! - factor * this.values[row]!);
    }
    subtract(this.reduced, own, touched, this.reduced[column]!, column);
    const left = this.basic[row]!;
    this.basic[row] = this.columns[column]!;
    this.columns[column] = left;
  }
}

/** Coefficients and gains below this are rounding. */
const TINY = 1e-9;
const PATIENCE = 2_000;

/** Takes `factor` times the own row away, in the columns where it has something. */
function subtract(
  from: Float64Array,
  own: Float64Array,
  touched: readonly number[],
  factor: number,
  column: number,
): void {
  for (const at of touched) {
    const left = from[at]! - factor * own[at]!;
    from[at] = Math.abs(left) < TINY ? 0 : left;
  }
  from[column] = -factor * own[column]!;
}

/** Days on which the same jobs may be worked on and that offer the same. */
interface Span {
  first: number;
  pool: number;
  limits: number[];
}

function spansOf(load: Workload, jobs: readonly Job[]): Span[] {
  const isCut = new Set(jobs.flatMap((job) => [job.start, job.due + 1]));
  const spans: Span[] = [];
  let alike = new Map<string, Span>();
  for (let day = 0; day < load.days; day++) {
    if (isCut.has(day)) alike = new Map();
    const limits = load.limits.map((perDay) => perDay[day]!);
    const key = [load.pool[day], ...limits].join();
    const known = alike.get(key);
    if (known) {
      known.pool += load.pool[day]!;
      known.limits = known.limits.map((limit, row) => limit + limits[row]!);
      continue;
    }
    const span = { first: day, pool: load.pool[day]!, limits };
    alike.set(key, span);
    spans.push(span);
  }
  return spans;
}
