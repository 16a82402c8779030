import type { EntityManager } from 'typeorm';
import { FacilityType, ProcurementCategory, WorkType } from '#yui/directory';
import type { Choices, ColumnLayout } from '../workbook/layout.js';

/** What the product calls kinds of facilities, kinds of work and categories: the words their columns may hold. */
export interface Names {
  readonly FACILITY_TYPES: Choices;
  readonly WORK_TYPES: Choices;
  readonly CATEGORIES: Choices;
}

export async function readNames(manager: EntityManager): Promise<Names> {
  const facilityTypes = await manager.find(FacilityType, { order: { code: 'ASC' } });
  const workTypes = await manager.find(WorkType, { order: { position: 'ASC' } });
  const categories = await manager.find(ProcurementCategory, { order: { code: 'ASC' } });
  return {
    // 就労継続支援B型 is written as often as 就労継続支援B型事業所, B型 more often than both.
    FACILITY_TYPES: choicesOf(facilityTypes, (name) => [
      name,
      name.replace(/事業所$/, ''),
      ...(/[AB]型/.exec(name) ?? []).flatMap((kind) => [kind, `就労${kind}`, `就労${kind.charAt(0)}`]),
    ]),
    WORK_TYPES: choicesOf(workTypes, (name) => [name]),
    CATEGORIES: choicesOf(categories, (name) => [name]),
  };
}

function choicesOf(
  rows: readonly { readonly code: string; readonly nameJa: string }[],
  wordsOf: (name: string) => readonly string[],
): Choices {
  return Object.fromEntries(rows.map(({ code, nameJa }) => [code, [nameJa, ...wordsOf(nameJa)] as const]));
}

/** The words a column may hold; null: it is no column of choices. */
export function choicesOfColumn({ choices }: ColumnLayout, names: Names): Choices | null {
  return typeof choices === 'string' ? names[choices] : (choices ?? null);
}
