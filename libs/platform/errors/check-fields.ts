import { DomainError } from './domain-error.js';
import { inputErrors } from './platform.errors.js';

/** More than a form has fields: an input with more faults is told of these. */
const MAX_FAULTS = 100;

/**
 * Runs every check, whatever the others find, so that a form is corrected once and not field by field.
 * @example checkFields({ name: () => requireLine('name', input.name, 100), units: () => requireUnits(input.units) })
 * @returns what the checks return, under the same names
 * @throws the one error when a single field is at fault, INPUT.FIELDS_INVALID when several are; both have `details.fields`.
 * An error that is not about a field (`DomainError.at`) ends the check at once.
 */
export function checkFields<Checked extends object>(checks: {
  readonly [Name in keyof Checked]: () => Checked[Name];
}): Checked {
  const faults = new Faults();
  const checked: Partial<Checked> = {};
  for (const name of Object.keys(checks) as (keyof Checked)[]) faults.collect(() => (checked[name] = checks[name]()));
  faults.refuse();
  return checked as Checked;
}

/** The same for each object of a list: the faults of the third stand under `<path>.2`. */
export function checkEach<Item, Checked>(
  path: string,
  items: readonly Item[],
  check: (item: Item, index: number) => Checked,
): Checked[] {
  return checkValues(path, items, (at, item, index) => checkWithin(at, () => check(item, index)));
}

/** The same for each value of a list. `check` is told where its value stands. */
export function checkValues<Value, Checked>(
  path: string,
  values: readonly Value[],
  check: (path: string, value: Value, index: number) => Checked,
): Checked[] {
  const faults = new Faults();
  const checked: Checked[] = [];
  for (const [index, value] of values.entries()) {
    faults.collect(() => checked.push(check(`${path}.${index}`, value, index)));
  }
  faults.refuse();
  return checked;
}

/** The same for an object within the input: its faults stand under `path`. */
export function checkWithin<Checked>(path: string, check: () => Checked): Checked {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof DomainError) || !error.details.fields) throw error;
    throw error.withFields(error.details.fields.map((fault) => ({ ...fault, path: `${path}.${fault.path}` })));
  }
}

/** One error about all that is wrong with an input; null when nothing is. */
export function joinFaults(errors: readonly DomainError[]): DomainError | null {
  const [first, ...others] = errors;
  if (!first || others.length === 0) return first ?? null;
  const fields = errors.flatMap((error) => error.details.fields ?? []);
  return inputErrors.FIELDS_INVALID({ count: fields.length, fields: fields.slice(0, MAX_FAULTS) });
}

class Faults {
  private readonly errors: DomainError[] = [];

  collect(check: () => unknown): void {
    try {
      check();
    } catch (error) {
      if (!(error instanceof DomainError) || !error.details.fields) throw error;
      this.errors.push(error);
    }
  }

  refuse(): void {
    const error = joinFaults(this.errors);
    if (error) throw error;
  }
}
