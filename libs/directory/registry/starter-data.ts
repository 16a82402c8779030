import { readFile } from 'node:fs/promises';
import { type StandardTime, parseStandardTimes } from './standard-times.js';
import { type WorkType, parseWorkTypes } from './recognition/work-type-dictionary.js';

export interface StarterData {
  /** In the order of the list, which is the order in which they are shown. */
  workTypes: WorkType[];
  /** By work type code; one for every work type. */
  standardTimes: ReadonlyMap<string, StandardTime>;
}

/** Reads the lists that come with the product from the data folder beside this one. */
export async function loadStarterData(): Promise<StarterData> {
  const read = (file: string) => readFile(new URL(`../data/${file}`, import.meta.url), 'utf8');
  const [workTypes, standardTimes] = await Promise.all([read('work-types.csv'), read('standard-times.csv')]);
  return { workTypes: parseWorkTypes(workTypes), standardTimes: parseStandardTimes(standardTimes) };
}
