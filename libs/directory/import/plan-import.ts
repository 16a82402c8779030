import type { Capability } from '../capabilities/capability.entity.js';
import type { Facility } from '../facilities/facility.entity.js';
import type { RegistryWage } from '../facilities/registry-wage.entity.js';
import type { ServiceMention } from '../facilities/service-mention.entity.js';
import type { FacilityOutcome, FieldChange } from './import-report.js';
import type { KnownFacility } from './known-facilities.js';
import { type ListedFacility, nameKey } from './registry-file.js';

/** What is to be written for one facility. Lists are empty and values null where nothing becomes different. */
export interface FacilityPlan {
  readonly line: number;
  readonly name: string;
  readonly outcome: FacilityOutcome['outcome'];
  /** It could only be registered with the code it tells the desk. */
  readonly needsCode: boolean;
  readonly changes: readonly FieldChange[];
  /** null: a new facility. */
  readonly facilityId: string | null;
  readonly profile: FacilityProfile | null;
  /** The whole new list, or null to leave it. */
  readonly mentions: readonly MentionRow[] | null;
  readonly capabilities: readonly CapabilityRow[];
  readonly wages: readonly Omit<RegistryWage, 'facilityId'>[];
  readonly startsWorkWeek: boolean;
  readonly capacityPersons: number;
  readonly joinsDesk: boolean;
}

export type FacilityProfile = Omit<Facility, 'id' | 'municipality' | 'registrySource' | 'createdAt'>;
type MentionRow = Omit<ServiceMention, 'id' | 'facilityId'>;
type CapabilityRow = Omit<Capability, 'id' | 'facilityId' | 'dailyLimitUnits' | 'source'>;

/** Compares the list with what is known. Pure: the same input gives the same plan, and a carried-out plan gives an empty one. */
export function planImport(
  listed: readonly ListedFacility[],
  known: ReadonlyMap<string, KnownFacility>,
  defaultTypeCode: string,
): FacilityPlan[] {
  return listed.map((facility) => {
    const match = known.get(nameKey(facility.name));
    if (!match) return planNew(facility, defaultTypeCode);
    const isOutOfReach = match.standing === 'LEFT' || match.standing === 'TAKEN' || !match.isKeptByDesk;
    return isOutOfReach ? planNothing(facility, match) : planKnown(facility, match);
  });
}

function planNew(listed: ListedFacility, defaultTypeCode: string): FacilityPlan {
  return {
    line: listed.line,
    name: listed.name,
    outcome: 'CREATED',
    needsCode: false,
    changes: [],
    facilityId: null,
    profile: profileOf(listed, listed.typeCode ?? defaultTypeCode),
    mentions: mentionRows(listed),
    capabilities: planCapabilities(listed, []),
    wages: planWages(listed, []),
    startsWorkWeek: true,
    capacityPersons: listed.capacityPersons,
    joinsDesk: true,
  };
}

function planKnown(listed: ListedFacility, known: KnownFacility): FacilityPlan {
  const joinsDesk = known.standing === 'FREE';
  const profile = profileOf(listed, listed.typeCode ?? known.facility.typeCode);
  const profileChanges = changesOf('', known.facility, profile);
  const mentions = mentionRows(listed);
  const mentionChanges =
    JSON.stringify(mentions) === JSON.stringify(known.mentions.map(mentionRow))
      ? []
      : [change('mentions', String(known.mentions.length), String(mentions.length))];
  const capabilities = planCapabilities(listed, known.capabilities);
  const wages = planWages(listed, known.wages);
  const changes = [
    ...profileChanges,
    ...mentionChanges,
    ...capabilities.flatMap((row) => capabilityChanges(row, known.capabilities)),
    ...wages.flatMap((wage) => wageChanges(wage, known.wages)),
    ...(known.hasWorkWeek ? [] : [change('workWeek', null, String(listed.capacityPersons))]),
    ...(joinsDesk ? [MEMBERSHIP] : []),
  ];
  return {
    line: listed.line,
    name: listed.name,
    outcome: changes.length > 0 ? 'UPDATED' : 'UNCHANGED',
    needsCode: false,
    changes,
    facilityId: known.facility.id,
    profile: profileChanges.length > 0 ? profile : null,
    mentions: mentionChanges.length > 0 ? mentions : null,
    capabilities,
    wages,
    startsWorkWeek: !known.hasWorkWeek,
    capacityPersons: listed.capacityPersons,
    joinsDesk,
  };
}

function planNothing(listed: ListedFacility, known: KnownFacility): FacilityPlan {
  return {
    line: listed.line,
    name: listed.name,
    outcome: 'KEPT',
    needsCode: known.standing === 'TAKEN',
    changes: [],
    facilityId: known.facility.id,
    profile: null,
    mentions: null,
    capabilities: [],
    wages: [],
    startsWorkWeek: false,
    capacityPersons: known.facility.capacityPersons,
    joinsDesk: false,
  };
}

function profileOf(listed: ListedFacility, typeCode: string): FacilityProfile {
  const { name, capacityPersons, servicesText, registryNumber } = listed;
  return { name, typeCode, capacityPersons, servicesText, registryNumber };
}

function mentionRows(listed: ListedFacility): MentionRow[] {
  return listed.mentions.map(({ text, context, workTypeCode, how, matchedTerm }, index) => ({
    position: index + 1,
    text,
    context,
    workTypeCode,
    recognisedBy: how,
    matchedTerm,
  }));
}

function mentionRow({ position, text, context, workTypeCode, recognisedBy, matchedTerm }: ServiceMention): MentionRow {
  return { position, text, context, workTypeCode, recognisedBy, matchedTerm };
}

/**
 * What the registry says a facility can do. Only capabilities that came from the registry are touched: those a facility
 * or a desk has set stay as they are. Work the registry no longer names is no longer offered.
 */
function planCapabilities(listed: ListedFacility, known: readonly Capability[]): CapabilityRow[] {
  const knownByCode = new Map(known.map((capability) => [capability.workTypeCode, capability]));
  const rows: CapabilityRow[] = [];
  for (const { workTypeCode, secondsPerUnit, minimumLot, leadDays, unitPriceSen } of listed.standardTimes.values()) {
    const row = { workTypeCode, secondsPerUnit, minimumLot, leadDays, unitPriceSen, isOffered: true };
    const before = knownByCode.get(workTypeCode);
    if (!before || (before.source === 'REGISTRY' && changesOf('', before, row).length > 0)) rows.push(row);
  }
  for (const { workTypeCode, secondsPerUnit, minimumLot, leadDays, unitPriceSen, source, isOffered } of known) {
    if (source !== 'REGISTRY' || !isOffered || listed.standardTimes.has(workTypeCode)) continue;
    rows.push({ workTypeCode, secondsPerUnit, minimumLot, leadDays, unitPriceSen, isOffered: false });
  }
  return rows;
}

function capabilityChanges(row: CapabilityRow, known: readonly Capability[]): FieldChange[] {
  const before = known.find((capability) => capability.workTypeCode === row.workTypeCode);
  if (!before) return [change(`capability.${row.workTypeCode}`, null, 'offered')];
  return changesOf(`capability.${row.workTypeCode}.`, before, row);
}

/** A figure of the list wins; one the list does not have stays. */
function planWages(listed: ListedFacility, known: readonly RegistryWage[]): Omit<RegistryWage, 'facilityId'>[] {
  return listed.wages
    .map(({ fiscalYear, monthYen, hourYen, targetMonthYen }) => {
      const before = known.find((wage) => wage.fiscalYear === fiscalYear);
      return {
        fiscalYear,
        monthYen: monthYen ?? before?.monthYen ?? null,
        hourYen: hourYen ?? before?.hourYen ?? null,
        targetMonthYen: targetMonthYen ?? before?.targetMonthYen ?? null,
      };
    })
    .filter((wage) => wageChanges(wage, known).length > 0);
}

function wageChanges(wage: Omit<RegistryWage, 'facilityId'>, known: readonly RegistryWage[]): FieldChange[] {
  const before = known.find(({ fiscalYear }) => fiscalYear === wage.fiscalYear);
  const { fiscalYear, ...figures } = wage;
  return changesOf(`wage.${fiscalYear}.`, before ?? { monthYen: null, hourYen: null, targetMonthYen: null }, figures);
}

const MEMBERSHIP: FieldChange = { field: 'membership', before: null, after: 'joined' };

type Scalar = string | number | boolean | null;

/** The properties of `after` that are not the same in `before`. */
function changesOf<After extends { [Field in keyof After]: Scalar }>(
  prefix: string,
  before: After,
  after: After,
): FieldChange[] {
  return (Object.keys(after) as (keyof After & string)[])
    .filter((field) => before[field] !== after[field])
    .map((field) => change(prefix + field, textOf(before[field]), textOf(after[field])));
}

function textOf(value: Scalar): string | null {
  return value === null ? null : String(value);
}

function change(field: string, before: string | null, after: string | null): FieldChange {
  return { field, before, after };
}
