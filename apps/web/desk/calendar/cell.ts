import { formatNumber } from '../../words/format.js';
import type { FacilityDays } from './facility-days.js';

const SECONDS_PER_HOUR = 3_600;

export const hoursOf = (seconds: number): number => Math.round((seconds / SECONDS_PER_HOUR) * 10) / 10;

/** What a cell says: the units that are possible until the day, or the free hours of it; null: closed. */
export function valueOn({ supplySeconds, freeSeconds, unitsUntil }: FacilityDays, index: number): number | null {
  if (unitsUntil !== null) return unitsUntil[index] ?? 0;
  return (supplySeconds[index] ?? 0) === 0 ? null : hoursOf(freeSeconds[index] ?? 0);
}

/** 0: nothing of the day is free, 1: all of it. */
export function freePart({ supplySeconds, freeSeconds }: FacilityDays, index: number): number {
  const supply = supplySeconds[index] ?? 0;
  return supply === 0 ? 0 : (freeSeconds[index] ?? 0) / supply;
}

/** Tenths only where there is room for them. */
export function formatCell(value: number): string {
  return formatNumber(value >= 100 ? Math.round(value) : value);
}
