import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { accessErrors, type Actor, requireLine, type Transaction, UnitOfWork } from '#yui/platform';
import { Desk } from '../desks/desk.entity.js';
import { FacilityType } from '../facilities/facility-type.entity.js';
import { loadStarterData } from '../registry/index.js';
import { membershipErrors } from '../memberships/membership.errors.js';
import type { FacilityOutcome, ImportProblem, ImportReport } from './import-report.js';
import { importErrors } from './import.errors.js';
import { readKnownFacilities } from './known-facilities.js';
import { type FacilityPlan, planImport } from './plan-import.js';
import { nameKey, readRegistryFile, type RegistryFile } from './registry-file.js';
import { writeImport } from './write-import.js';

const DEFAULT_TYPE = 'B_TYPE';

export interface ImportRegistryInput {
  /** The importing desk; an administrator can only name the own one. */
  readonly deskId: string;
  readonly fileName: string;
  /** CSV (UTF-8, UTF-16, Shift_JIS) or XLSX. */
  readonly content: Uint8Array;
  /** Name of the list. The same facility of the same list is one facility, so every edition has the same source name. */
  readonly sourceName: string;
  /** Kind of new facilities for which the file names none. */
  readonly defaultTypeCode?: string | null | undefined;
  /** Says what would change and writes nothing. */
  readonly isDryRun: boolean;
  readonly idempotencyKey?: string | null;
}

/** Brings a published list of facilities into the directory. */
@Injectable()
export class ImportRegistry {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Rows with a problem stay out and are reported; the rest goes in, in one transaction. Importing the same file again
   * changes nothing.
   * @throws ACCESS.NOT_FOUND unless the actor administers the desk or is the product itself; INPUT.*, IMPORT.TYPE_UNKNOWN
   */
  async execute(actor: Actor, input: ImportRegistryInput): Promise<ImportReport> {
    const isAdministrator = actor.role === 'DESK_ADMIN' && actor.organisationId === input.deskId;
    if (!isAdministrator && actor.role !== 'SYSTEM') throw accessErrors.NOT_FOUND();
    const file = await readRegistryFile(input.content, await loadStarterData());
    const work = (tx: Transaction) => importRegistry(tx, input, file);
    if (actor.role === 'SYSTEM' || !input.idempotencyKey || input.isDryRun) return this.unitOfWork.run(actor, work);
    const { content, idempotencyKey, ...rest } = input;
    const contentHash = createHash('sha256').update(content).digest('hex');
    const request = { operation: 'importRegistry', idempotencyKey, input: { ...rest, contentHash } };
    return this.unitOfWork.runIdempotent(actor, request, work);
  }
}

/** The import inside a transaction under way. */
export async function importRegistry(
  tx: Transaction,
  input: Omit<ImportRegistryInput, 'content' | 'idempotencyKey'>,
  file: RegistryFile,
): Promise<ImportReport> {
  const fileName = requireLine('fileName', input.fileName, 200);
  const sourceName = requireLine('sourceName', input.sourceName, 100);
  const desk = await tx.get(Desk, { id: input.deskId });
  // Two imports of one list would both find a facility missing; the second waits for the first.
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`registry ${sourceName}`]);
  const defaultTypeCode = input.defaultTypeCode ?? DEFAULT_TYPE;
  if (input.defaultTypeCode && !(await tx.manager.existsBy(FacilityType, { code: defaultTypeCode }))) {
    throw importErrors.TYPE_UNKNOWN({ typeCode: defaultTypeCode });
  }

  const known = await readKnownFacilities(tx.manager, sourceName, desk.id);
  const plans = planImport(file.facilities, known, defaultTypeCode);
  const ids = input.isDryRun ? [] : await writeImport(tx, plans, { deskId: desk.id, sourceName });
  const named = new Set([...plans.map(({ name }) => name), ...file.rejectedNames].map(nameKey));
  const report: ImportReport = {
    isDryRun: input.isDryRun,
    fileName,
    sourceName,
    createdCount: countOf(plans, 'CREATED'),
    updatedCount: countOf(plans, 'UPDATED'),
    unchangedCount: countOf(plans, 'UNCHANGED'),
    keptCount: countOf(plans, 'KEPT'),
    rejectedCount: file.rejectedNames.length,
    facilities: plans.map(({ line, name, outcome, changes, facilityId }, index) => ({
      line,
      name,
      facilityId: facilityId ?? ids[index] ?? null,
      outcome,
      changes,
    })),
    problems: [...file.problems, ...plans.filter(({ needsCode }) => needsCode).map(codeNeeded)],
    absentNames: [...known.values()]
      .filter(({ facility, standing }) => standing === 'MEMBER' && !named.has(nameKey(facility.name)))
      .map(({ facility }) => facility.name),
    unreadHeaders: file.unreadHeaders,
    recognition: file.recognition,
  };
  if (!input.isDryRun && report.createdCount + report.updatedCount > 0) await writeDown(tx, desk.id, report);
  return report;
}

function codeNeeded({ line, name }: FacilityPlan): ImportProblem {
  const { code, messageJa, messageEn } = membershipErrors.CODE_NEEDED();
  return { line, column: null, code, value: name, messageJa, messageEn };
}

function countOf(plans: readonly FacilityPlan[], outcome: FacilityOutcome['outcome']): number {
  return plans.filter((plan) => plan.outcome === outcome).length;
}

async function writeDown(tx: Transaction, deskId: string, report: ImportReport): Promise<void> {
  const { fileName, sourceName, createdCount, updatedCount, rejectedCount, facilities } = report;
  const changed = facilities
    .filter(({ outcome }) => outcome === 'CREATED' || outcome === 'UPDATED')
    .map(({ facilityId, outcome, changes }) => ({ facilityId, outcome, changes }));
  await tx.audit(
    'importRegistry',
    { deskId, subjectType: 'Desk', subjectId: deskId },
    { fileName, sourceName, createdCount, updatedCount, rejectedCount, changed },
  );
}
