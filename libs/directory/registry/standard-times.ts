import { parse } from 'csv-parse/sync';

/**
 * Default values of a capability, for one unit of a work type. Starter values are estimates to begin with, made to be
 * corrected: a desk edits the list, and each facility its own capability.
 */
export interface StandardTime {
  workTypeCode: string;
  /** Work of one person on one unit, in whole seconds. */
  secondsPerUnit: number;
  /** Price guide in sen (1/100 yen) for one unit, without tax. */
  unitPriceSen: number;
  /** Smallest quantity worth setting up for, in units. */
  minimumLot: number;
  /** Working days from the order to the start of the work. */
  leadDays: number;
  /** `STARTER`: came with the product; anything else names who measured it. */
  source: string;
}

/**
 * Reads the list of standard times: CSV with the columns work_type_code, seconds_per_unit, unit_price_sen,
 * minimum_lot, lead_days, source. @throws Error on a value that is not a whole number in range or a work type listed
 * twice: the list is part of the product, so that is a bug.
 */
export function parseStandardTimes(csv: string): ReadonlyMap<string, StandardTime> {
  const records = parse<Record<string, string>>(csv, { columns: true, bom: true, skip_empty_lines: true });
  const times = new Map<string, StandardTime>();
  for (const record of records) {
    const whole = (name: string, least: number): number => {
      const written = record[name]?.trim() ?? '';
      const value = Number(written);
      if (written === '' || !Number.isSafeInteger(value) || value < least) {
        throw new Error(`standard times: ${name} must be a whole number from ${least} at ${JSON.stringify(record)}`);
      }
      return value;
    };
    const workTypeCode = record['work_type_code']?.trim();
    if (!workTypeCode || times.has(workTypeCode)) {
      throw new Error(`standard times: work type missing or listed twice at ${JSON.stringify(record)}`);
    }
    times.set(workTypeCode, {
      workTypeCode,
      secondsPerUnit: whole('seconds_per_unit', 1),
      unitPriceSen: whole('unit_price_sen', 0),
      minimumLot: whole('minimum_lot', 1),
      leadDays: whole('lead_days', 0),
      source: record['source']?.trim() ?? '',
    });
  }
  return times;
}
