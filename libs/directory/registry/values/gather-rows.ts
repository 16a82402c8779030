import { foldAddress, foldCorporation, foldName } from './fold-name.js';
import type { RegistryRow } from './registry-row.js';
import { rowProblem, type RowProblem } from './registry-problem.js';

/** A row that is read, before rows of the same facility are gathered. */
export interface SingleRow extends Omit<RegistryRow, 'lines' | 'servicesText'> {
  readonly services: readonly string[];
  readonly nameColumn: string;
}

interface Gathered extends Omit<SingleRow, 'services'> {
  readonly lines: number[];
  readonly services: Set<string>;
}

/**
 * Lists with a row for each product or service name a facility several times: rows with the same name, and nothing that
 * tells them apart (number, corporation, address, kind), are one facility with all their services. When their figures
 * differ, or two facilities could be meant, the later row is a problem.
 */
export function gatherRows(rows: readonly SingleRow[]): {
  rows: RegistryRow[];
  problems: RowProblem[];
  rejected: SingleRow[];
} {
  const byName = new Map<string, Gathered[]>();
  const all: Gathered[] = [];
  const problems: RowProblem[] = [];
  const rejected: SingleRow[] = [];
  for (const row of rows) {
    const key = foldName(row.name);
    const namesakes = byName.get(key) ?? [];
    const same = namesakes.filter((other) => mayBeSame(row, other));
    const [one] = same;
    if (!one) {
      const gathered: Gathered = { ...row, lines: [row.line], services: new Set(row.services) };
      all.push(gathered);
      byName.set(key, [...namesakes, gathered]);
    } else if (same.length === 1 && agree(row, one)) {
      Object.assign(one, merged(row, one));
      one.lines.push(row.line);
      for (const service of row.services) one.services.add(service);
    } else {
      const { sheet, line, nameColumn: column, name: value } = row;
      problems.push(rowProblem({ sheet, line, column, code: 'REGISTRY.NAME_DUPLICATE', value, otherLine: one.line }));
      rejected.push(row);
    }
  }
  return {
    rows: all.map(({ services, nameColumn: _, ...row }) => ({ ...row, servicesText: [...services].join('、') })),
    problems,
    rejected,
  };
}

/** Whether nothing tells the two apart. What only one of them states tells nothing. */
function mayBeSame(a: SingleRow, b: Gathered): boolean {
  const differs = (x: string | null, y: string | null) => x !== null && y !== null && x !== y;
  const folded = (value: string | null, fold: (text: string) => string) => (value === null ? null : fold(value));
  if (differs(a.facilityNumber, b.facilityNumber)) return false;
  if (differs(typeOf(a), typeOf(b))) return false;
  if (differs(folded(a.corporationName, foldCorporation), folded(b.corporationName, foldCorporation))) return false;
  const [x, y] = [folded(a.address, foldAddress), folded(b.address, foldAddress)];
  return x === null || y === null || x.startsWith(y) || y.startsWith(x);
}

function typeOf({ kind }: Pick<SingleRow, 'kind'>): string | null {
  return kind.is === 'ASKED' ? null : kind.typeCode;
}

/** Whether the figures of both can be those of one facility. Unknown kinds of two sections or sheets could be two kinds. */
function agree(a: SingleRow, b: Gathered): boolean {
  const isAsked = typeOf(a) === null && typeOf(b) === null;
  const isConfirmed = [a.facilityNumber, a.corporationName, a.address].some((value) => value !== null);
  if (isAsked && !isConfirmed && (a.sheet !== b.sheet || a.section !== b.section)) return false;
  if (a.capacityPersons !== null && b.capacityPersons !== null && a.capacityPersons !== b.capacityPersons) return false;
  return a.wages.every((wage) => {
    const other = b.wages.find(({ fiscalYear }) => fiscalYear === wage.fiscalYear);
    return (
      !other ||
      (['monthYen', 'hourYen', 'targetMonthYen'] as const).every(
        (field) => wage[field] === null || other[field] === null || wage[field] === other[field],
      )
    );
  });
}

function merged(a: SingleRow, b: Gathered): Partial<Gathered> {
  const years = [...new Set([...b.wages, ...a.wages].map(({ fiscalYear }) => fiscalYear))].sort((x, y) => x - y);
  return {
    kind: b.kind.is === 'ASKED' ? a.kind : b.kind,
    facilityNumber: b.facilityNumber ?? a.facilityNumber,
    corporationName: b.corporationName ?? a.corporationName,
    address: b.address ?? a.address,
    capacityPersons: b.capacityPersons ?? a.capacityPersons,
    sourceNumber: b.sourceNumber ?? a.sourceNumber,
    wages: years.map((fiscalYear) => {
      const [x, y] = [a, b].map(({ wages }) => wages.find((wage) => wage.fiscalYear === fiscalYear));
      const either = (field: 'monthYen' | 'hourYen' | 'targetMonthYen') => y?.[field] ?? x?.[field] ?? null;
      return {
        fiscalYear,
        monthYen: either('monthYen'),
        hourYen: either('hourYen'),
        targetMonthYen: either('targetMonthYen'),
      };
    }),
  };
}
