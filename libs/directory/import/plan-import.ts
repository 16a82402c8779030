import type { Capability } from '../capacity/capability.entity.js';
import type { Facility } from '../facilities/facility.entity.js';
import type { RegistryWage } from '../facilities/registry-wage.entity.js';
import type { ServiceMention } from '../facilities/service-mention.entity.js';
import { foldEncoding } from '../registry/index.js';
import { type Scalar, change, changesOf } from './field-changes.js';
import type { FacilityOutcome, FieldChange, StoredFacility } from './import-report.js';
import type { KnownFacility } from './known-facilities.js';
import type { Match } from './match-facilities.js';
import type { ListedFacility } from './registry-file.js';

/** What is to be written for one facility. Lists are empty and values null where nothing becomes different. */
export interface FacilityPlan extends Omit<FacilityOutcome, 'facilityId'> {
  /** It could only be registered with the code it tells the desk. */
  readonly needsCode: boolean;
  /** null: a new facility. */
  readonly facilityId: string | null;
  readonly profile: FacilityProfile | null;
  /** The whole new list, or null to leave it. */
  readonly mentions: readonly MentionRow[] | null;
  readonly capabilities: readonly CapabilityRow[];
  readonly wages: readonly WageRow[];
  readonly startsWorkWeek: boolean;
  readonly capacityPersons: number | null;
  readonly joinsDesk: boolean;
}

export type FacilityProfile = Omit<
  Facility,
  'id' | 'municipality' | 'registrySource' | 'openedOn' | 'closedOn' | 'createdAt'
>;
type WageRow = Pick<RegistryWage, 'fiscalYear' | 'monthYen' | 'hourYen' | 'targetMonthYen'>;
type MentionRow = Omit<ServiceMention, 'id' | 'facilityId'>;
type CapabilityRow = Omit<Capability, 'id' | 'facilityId' | 'dailyLimitUnits' | 'source'>;

const NOTHING = {
  needsCode: false,
  changes: [],
  profile: null,
  mentions: null,
  capabilities: [],
  wages: [],
  startsWorkWeek: false,
  joinsDesk: false,
} as const;

/** Compares the list with what is known. Pure: the same input gives the same plan, and a carried-out plan gives an empty one. */
export function planImport(matches: ReadonlyMap<ListedFacility, Match>): FacilityPlan[] {
  return [...matches].map(([facility, match]) => {
    if (match === 'AMBIGUOUS') return planNothing(facility, null, 'AMBIGUOUS');
    if (!match) return planNew(facility);
    const isOutOfReach = match.standing === 'LEFT' || match.standing === 'TAKEN' || !match.isKeptByDesk;
    return isOutOfReach ? planNothing(facility, match, 'KEPT') : planKnown(facility, match);
  });
}

function planNew(listed: ListedFacility): FacilityPlan {
  const { kind } = listed;
  if (kind.is === 'ASKED') return planNothing(listed, null, 'ASKED');
  return {
    ...placeOf(listed),
    ...NOTHING,
    outcome: 'CREATED',
    facilityId: null,
    profile: profileOf(listed, null, kind.typeCode),
    mentions: mentionRows(listed),
    capabilities: planCapabilities(listed, []),
    wages: planWages(listed, []),
    startsWorkWeek: listed.capacityPersons !== null,
    capacityPersons: listed.capacityPersons,
    joinsDesk: true,
    stored: storedOf(listed, null),
  };
}

function planKnown(listed: ListedFacility, known: KnownFacility): FacilityPlan {
  const joinsDesk = known.standing === 'FREE';
  const stored = storedOf(listed, known);
  const profile = profileOf(listed, known.facility, stored.typeCode ?? known.facility.typeCode);
  const profileChanges = changesOf<FacilityProfile>('', known.facility, profile);
  const mentions = mentionRows(listed);
  const mentionChanges = sameMentions(mentions, known.mentions)
    ? []
    : [change('mentions', String(known.mentions.length), String(mentions.length))];
  const capabilities = planCapabilities(listed, known.capabilities);
  const wages = planWages(listed, known.wages);
  const { capacityPersons } = profile;
  const startsWorkWeek = !known.hasWorkWeek && capacityPersons !== null;
  const changes = [
    ...profileChanges,
    ...mentionChanges,
    ...capabilities.flatMap((row) => capabilityChanges(row, known.capabilities)),
    ...wages.flatMap((wage) => wageChanges(wage, known.wages)),
    ...(startsWorkWeek ? [change('workWeek', null, String(capacityPersons))] : []),
    ...(joinsDesk ? [MEMBERSHIP] : []),
  ];
  return {
    ...placeOf(listed),
    ...NOTHING,
    outcome: changes.length > 0 ? 'UPDATED' : 'UNCHANGED',
    changes,
    facilityId: known.facility.id,
    profile: profileChanges.length > 0 ? profile : null,
    mentions: mentionChanges.length > 0 ? mentions : null,
    capabilities,
    wages,
    startsWorkWeek,
    capacityPersons,
    joinsDesk,
    stored,
  };
}

function planNothing(
  listed: ListedFacility,
  known: KnownFacility | null,
  outcome: 'KEPT' | 'ASKED' | 'AMBIGUOUS',
): FacilityPlan {
  return {
    ...placeOf(listed),
    ...NOTHING,
    outcome,
    needsCode: known?.standing === 'TAKEN',
    facilityId: known?.facility.id ?? null,
    capacityPersons: known?.facility.capacityPersons ?? null,
    stored: storedOf(listed, known),
  };
}

function placeOf({
  sheet,
  line,
  lines,
  name,
}: ListedFacility): Pick<FacilityPlan, 'sheet' | 'line' | 'lines' | 'name'> {
  return { sheet, line, lines, name };
}

/**
 * What the file says goes before what was known; what it does not say stays. A text that differs only in what one encoding
 * turns into another character (〜, ～) is the same text.
 */
function profileOf(listed: ListedFacility, known: Facility | null, typeCode: string): FacilityProfile {
  const keep = <T extends string | null>(written: T, before: string | null | undefined) =>
    before && written !== null && foldEncoding(before) === foldEncoding(written) ? (before as T) : written;
  return {
    name: keep(listed.name, known?.name),
    typeCode,
    capacityPersons: listed.capacityPersons ?? known?.capacityPersons ?? null,
    servicesText: keep(listed.servicesText, known?.servicesText),
    registryNumber: listed.sourceNumber,
    facilityNumber: listed.facilityNumber ?? known?.facilityNumber ?? null,
    corporationName: keep(listed.corporationName ?? known?.corporationName ?? null, known?.corporationName),
    address: keep(listed.address ?? known?.address ?? null, known?.address),
  };
}

/** A kind the caller answers is for facilities whose kind nobody knows. */
function storedOf(listed: ListedFacility, known: KnownFacility | null): StoredFacility {
  const { kind } = listed;
  const ofDirectory = known && kind.is !== 'STATED' ? known.facility.typeCode : null;
  const stated = kind.is === 'ASKED' ? null : kind.typeCode;
  const answeredBy = kind.is === 'STATED' ? kind.statedBy : kind.is === 'ANSWERED' ? 'ANSWER' : null;
  return {
    typeCode: ofDirectory ?? stated,
    typeStatedBy: ofDirectory ? 'DIRECTORY' : answeredBy,
    capacityPersons: listed.capacityPersons ?? known?.facility.capacityPersons ?? null,
    registryNumber: listed.sourceNumber,
    facilityNumber: listed.facilityNumber,
    corporationName: listed.corporationName,
    address: listed.address,
    servicesText: listed.servicesText,
    wages: listed.wages,
    services: mentionRows(listed).map(({ position: _, ...service }) => service),
  };
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

function sameMentions(listed: readonly MentionRow[], known: readonly ServiceMention[]): boolean {
  const print = ({ position, text, context, workTypeCode, recognisedBy, matchedTerm }: MentionRow) =>
    JSON.stringify([
      position,
      foldEncoding(text),
      foldEncoding(context ?? ''),
      workTypeCode,
      recognisedBy,
      matchedTerm,
    ]);
  return listed.length === known.length && listed.every((row, at) => print(row) === print(known[at] ?? row));
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
function planWages(listed: ListedFacility, known: readonly RegistryWage[]): WageRow[] {
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

function wageChanges({ fiscalYear, ...figures }: WageRow, known: readonly RegistryWage[]): FieldChange[] {
  const before = known.find((wage) => wage.fiscalYear === fiscalYear);
  const none: Record<keyof typeof figures, Scalar> = { monthYen: null, hourYen: null, targetMonthYen: null };
  const { monthYen, hourYen, targetMonthYen } = before ?? none;
  return changesOf(`wage.${fiscalYear}.`, { monthYen, hourYen, targetMonthYen }, figures);
}

const MEMBERSHIP: FieldChange = { field: 'membership', before: null, after: 'joined' };
