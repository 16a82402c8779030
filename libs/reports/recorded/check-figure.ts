import { fiscalYearOf } from '#yui/calendar';
import { checkFields, MAX_UNITS, MAX_YEN, optionalLine, requireInteger } from '#yui/platform';
import { recordedErrors } from './recorded.errors.js';
import type { ResultFigure } from './recorded-result.entity.js';

/** Desks and the law on procurement have tables from about here on. */
export const FIRST_RECORDED_YEAR = 2005;
const LAST_YEAR = 2100;
const MAX_COUNT = 10_000_000;

/** A figure as it may be stored. @throws INPUT.*, RESULT.YEAR_OUT_OF_RANGE, RESULT.DAY_OF_OTHER_YEAR */
export function checkFigure(figure: ResultFigure): ResultFigure {
  const count = (field: keyof ResultFigure, most: number) => () => {
    const value = figure[field] as number | null;
    return value === null ? null : requireInteger(field, value, 0, most);
  };
  const checked = checkFields({
    fiscalYear: () => {
      requireInteger(
        'fiscalYear',
        figure.fiscalYear,
        FIRST_RECORDED_YEAR,
        LAST_YEAR,
        recordedErrors.YEAR_OUT_OF_RANGE(),
      );
      if (figure.performedOn !== null && fiscalYearOf(figure.performedOn) !== figure.fiscalYear) {
        throw recordedErrors.DAY_OF_OTHER_YEAR().at('fiscalYear');
      }
      return figure.fiscalYear;
    },
    government: () => optionalLine('government', figure.government, 100),
    department: () => optionalLine('department', figure.department, 100),
    facilityName: () => optionalLine('facilityName', figure.facilityName, 200),
    title: () => optionalLine('title', figure.title, 200),
    orderCount: count('orderCount', MAX_COUNT),
    facilityCount: count('facilityCount', MAX_COUNT),
    matchingCount: count('matchingCount', MAX_COUNT),
    units: count('units', MAX_UNITS * 100),
    // What was taken back stands below zero.
    yen: () => (figure.yen === null ? null : requireInteger('yen', figure.yen, -MAX_YEN, MAX_YEN)),
  });
  return { ...figure, ...checked };
}
