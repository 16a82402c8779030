import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { accessErrors, type Actor, checkFields, requireLine, type Transaction, UnitOfWork } from '#yui/platform';
import { Desk } from '../desks/desk.entity.js';
import { FacilityType } from '../reference/facility-type.entity.js';
import { foldName, type KindAnswer, type RegistryAnswers, sentences } from '../registry/index.js';
import { membershipErrors } from '../facilities/membership.errors.js';
import { type FacilityOutcome, type ImportProblem, type ImportReport, MAX_LISTED } from './import-report.js';
import { importErrors } from './import.errors.js';
import { askForKinds } from './kind-questions.js';
import { type KnownFacility, readKnownFacilities } from './known-facilities.js';
import { matchFacilities } from './match-facilities.js';
import { type FacilityPlan, planImport } from './plan-import.js';
import { readFileApart } from './read-file-apart.js';
import type { RegistryFile } from './registry-file.js';
import { writeImport } from './write-import.js';

export interface ImportRegistryInput {
  /** The importing desk; an administrator can only name the own one. */
  readonly deskId: string;
  readonly fileName: string;
  /** CSV or a workbook; see `readSheets`. */
  readonly content: Uint8Array;
  /** Name of the list. The same facility of the same list is one facility, so every edition has the same source name. */
  readonly sourceName: string;
  /** The answer to "of what kind are they?" for the whole file, where the file itself does not say: a code, or `OMIT`. */
  readonly defaultTypeCode?: string | null | undefined;
  /** The same for a sheet, a section, or the content of a cell that names no kind. */
  readonly kinds?: readonly KindAnswer[] | null | undefined;
  /** First calendar year of the fiscal year of wages whose heading names none. */
  readonly fiscalYear?: number | null | undefined;
  /** Says what would change and writes nothing. */
  readonly isDryRun: boolean;
  readonly idempotencyKey?: string | null;
}

/** Brings a published list of facilities into the directory. */
@Injectable()
export class ImportRegistry {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Rows with a problem stay out and are reported, facilities of which something is asked wait for the answer; the rest
   * goes in, in one transaction. Importing the same file again changes nothing.
   * @throws ACCESS.NOT_FOUND unless the actor administers the desk or is the product itself; INPUT.*, IMPORT.TYPE_UNKNOWN,
   * IMPORT.BUSY
   */
  async execute(actor: Actor, input: ImportRegistryInput): Promise<ImportReport> {
    const isAdministrator = actor.role === 'DESK_ADMIN' && actor.organisationId === input.deskId;
    if (!isAdministrator && actor.role !== 'SYSTEM') throw accessErrors.NOT_FOUND();
    const file = await readFileApart(input.content, answersOf(input));
    const work = (tx: Transaction) => importRegistry(tx, input, file);
    if (actor.role === 'SYSTEM' || !input.idempotencyKey || input.isDryRun) return this.unitOfWork.run(actor, work);
    const { content, idempotencyKey, ...rest } = input;
    const contentHash = createHash('sha256').update(content).digest('hex');
    const identified = { ...rest, idempotencyKey, contentHash };
    return this.unitOfWork.command('importRegistry', actor, identified, work);
  }
}

/** The import inside a transaction under way. */
export async function importRegistry(
  tx: Transaction,
  input: Omit<ImportRegistryInput, 'content' | 'idempotencyKey'>,
  file: RegistryFile,
): Promise<ImportReport> {
  const { fileName, sourceName } = checkFields({
    fileName: () => requireLine('fileName', input.fileName, 200),
    sourceName: () => requireLine('sourceName', input.sourceName, 100),
  });
  const desk = await tx.get(Desk, { id: input.deskId });
  // Two imports of one list would both find a facility missing; the second waits for the first.
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`registry ${sourceName}`]);
  await requireTypes(tx, answersOf(input).kinds ?? []);

  const known = await readKnownFacilities(tx.manager, sourceName, desk.id);
  const matches = matchFacilities(file.facilities, known);
  const plans = planImport(matches);
  const stored = plans.filter(({ outcome }) => outcome !== 'ASKED' && outcome !== 'AMBIGUOUS');
  const ids = input.isDryRun ? [] : await writeImport(tx, stored, { deskId: desk.id, sourceName, fileName });
  const idOf = new Map(stored.map((plan, index) => [plan, ids[index] ?? null]));
  const asked = plans.flatMap(({ outcome }, index) => (outcome === 'ASKED' ? (file.facilities[index] ?? []) : []));
  const problems = [
    ...file.problems,
    ...plans.filter(({ needsCode }) => needsCode).map(codeNeeded),
    ...plans.filter(({ outcome }) => outcome === 'AMBIGUOUS').map(ambiguous),
  ];
  const report: ImportReport = {
    isDryRun: input.isDryRun,
    fileName,
    sourceName,
    createdCount: countOf(plans, 'CREATED'),
    updatedCount: countOf(plans, 'UPDATED'),
    unchangedCount: countOf(plans, 'UNCHANGED'),
    keptCount: countOf(plans, 'KEPT'),
    askedCount: asked.length,
    rejectedCount: file.rejectedNames.length + countOf(plans, 'AMBIGUOUS'),
    facilities: plans.map((plan) => ({
      sheet: plan.sheet,
      line: plan.line,
      lines: plan.lines,
      name: plan.name,
      facilityId: plan.facilityId ?? idOf.get(plan) ?? null,
      outcome: plan.outcome,
      changes: plan.changes,
      stored: plan.stored,
    })),
    questions: askForKinds(asked),
    problems: problems.slice(0, MAX_LISTED),
    problemCount: problems.length,
    columns: file.columns,
    passedOver: file.passedOver.slice(0, MAX_LISTED),
    passedOverCount: file.passedOver.length,
    absentNames: absentNames(known, [...matches.values()], file.rejectedNames),
    unreadHeaders: file.columns.filter(({ isStored }) => !isStored).map(({ heading }) => heading),
    recognition: file.recognition,
  };
  if (!input.isDryRun && report.createdCount + report.updatedCount > 0) await auditImport(tx, desk.id, report);
  return report;
}

/** What the caller has answered, the narrowest first. */
function answersOf({
  kinds,
  defaultTypeCode,
  fiscalYear,
}: Pick<ImportRegistryInput, 'kinds' | 'defaultTypeCode' | 'fiscalYear'>): RegistryAnswers {
  return { kinds: [...(kinds ?? []), ...(defaultTypeCode ? [{ typeCode: defaultTypeCode }] : [])], fiscalYear };
}

async function requireTypes(tx: Transaction, kinds: readonly KindAnswer[]): Promise<void> {
  const codes = new Set((await tx.manager.find(FacilityType)).map(({ code }) => code));
  for (const { typeCode } of kinds) {
    if (typeCode !== 'OMIT' && !codes.has(typeCode)) throw importErrors.TYPE_UNKNOWN({ typeCode }).at('kinds');
  }
}

/** Members the list does not name any more. A row that stayed out still names its facility. */
function absentNames(
  known: readonly KnownFacility[],
  matched: readonly (KnownFacility | 'AMBIGUOUS' | null)[],
  rejectedNames: readonly string[],
): string[] {
  const named = new Set(rejectedNames.map(foldName));
  const present = new Set(matched);
  return known
    .filter((each) => each.standing === 'MEMBER' && !present.has(each) && !named.has(foldName(each.facility.name)))
    .map(({ facility }) => facility.name);
}

function codeNeeded({ sheet, line, name }: FacilityPlan): ImportProblem {
  const { code, messageJa, messageEn } = membershipErrors.CODE_NEEDED();
  return { sheet, line, column: null, code, value: name, messageJa, messageEn };
}

function ambiguous({ sheet, line, name }: FacilityPlan): ImportProblem {
  const { code, messageJa, messageEn } = importErrors.FACILITY_AMBIGUOUS({ name });
  return { sheet, line, column: null, code, value: name, ...sentences({ sheet, line }, messageJa, messageEn) };
}

function countOf(plans: readonly FacilityPlan[], outcome: FacilityOutcome['outcome']): number {
  return plans.filter((plan) => plan.outcome === outcome).length;
}

async function auditImport(tx: Transaction, deskId: string, report: ImportReport): Promise<void> {
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
