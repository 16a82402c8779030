import type { LocalDate } from '#yui/calendar';
import {
  type ComparableRow,
  Facility,
  FacilityEligibility,
  findSameFacilities,
  joinDesk,
  type KnownFacility,
  type Match,
  RecordEligibility,
  RegisterFacility,
  SetFacilityEntry,
  SetFacilityPeriod,
} from '#yui/directory';
import { checkFields, inputErrors, type Sentence, type Transaction } from '#yui/platform';
import { moveInErrors } from '../workbook/move-in.errors.js';
import {
  Asked,
  type Bringing,
  type Brought,
  changedFields,
  requireUnchanged,
  type RowUnderWay,
  type SheetBringer,
} from './bringing.js';
import type { RowContent } from './move-in-row.entity.js';

export interface FacilityContent extends RowContent {
  readonly number: string;
  readonly name: string;
  readonly typeCode: string;
  readonly capacityPersons: number;
  readonly municipality: string;
  readonly facilityNumber: string;
  readonly corporationName: string;
  readonly address: string;
  readonly servicesText: string;
  readonly joinedOn: LocalDate | null;
  readonly eligibleFrom: LocalDate | null;
  readonly eligibility: string;
  readonly openedOn: LocalDate | null;
}
const ENTRY = [
  'name',
  'typeCode',
  'capacityPersons',
  'municipality',
  'facilityNumber',
  'corporationName',
  'address',
  'servicesText',
] as const satisfies readonly (keyof FacilityContent)[];
type EntryField = (typeof ENTRY)[number];

const OF_OTHER_DESK: Sentence = {
  ja: '別の窓口が先に登録した事業所のため、登録内容は変えません。',
  en: 'Another desk registered this facility first: what is on file stays as it is.',
};
const SAME: Sentence = { ja: '登録済みの事業所と同じとみなします。', en: 'Taken for the facility that is registered.' };

/** Facilities: new ones are registered; those the desk has already are found by the rules by which lists are compared. */
export function facilityBringer(): SheetBringer<FacilityContent> {
  let matches: ReadonlyMap<string, Match> = new Map();
  let known: readonly KnownFacility[] = [];
  /** Facilities that rows of the workbook are already, by the number of the row. */
  const taken = new Map<string, string>();
  return {
    sheet: 'FACILITIES',
    keyOf: ({ number }) => number,
    nameOf: ({ name }) => name,
    read: (cells, { names }) =>
      checkFields<FacilityContent>({
        number: () => cells.key('number'),
        name: () => cells.line('name', 100),
        typeCode: () => cells.choice('typeCode', names.FACILITY_TYPES),
        capacityPersons: () => cells.integer('capacityPersons', 1, 1_000),
        municipality: () => cells.optionalLine('municipality', 50),
        facilityNumber: () => cells.optionalLine('facilityNumber', 20).normalize('NFKC').replaceAll('-', ''),
        corporationName: () => cells.optionalLine('corporationName', 200),
        address: () => cells.optionalLine('address', 200),
        servicesText: () => cells.optionalText('servicesText', 2_000),
        joinedOn: () => cells.optionalDay('joinedOn'),
        eligibleFrom: () => cells.optionalDay('eligibleFrom'),
        eligibility: () => {
          if (cells.has('eligibleFrom') && !cells.has('eligibility')) throw inputErrors.TEXT_EMPTY().at('eligibility');
          return cells.optionalLine('eligibility', 200);
        },
        openedOn: () => cells.optionalDay('openedOn'),
      }),
    async prepare(tx: Transaction, all: Bringing, rows) {
      for (const { content, subjectId } of rows) if (subjectId !== null) taken.set(subjectId, content.number);
      const fresh = rows.filter(({ subjectId }) => subjectId === null).map(({ content }) => comparable(content));
      const found = await findSameFacilities(tx, all.deskId, fresh);
      matches = new Map(fresh.map((row) => [row.number, found.matches.get(row) ?? null]));
      known = found.known;
    },
    async bring(row) {
      if (row.subjectId !== null) return change(row, row.subjectId);
      const match = matches.get(row.content.number) ?? null;
      const same = match === 'AMBIGUOUS' ? whichOf(row, known) : match;
      if (same === null) return register(row);
      const other = taken.get(same.facility.id);
      if (other !== undefined && other !== row.content.number) throw moveInErrors.FACILITY_TAKEN({ number: other });
      taken.set(same.facility.id, row.content.number);
      return takeUp(row, same);
    },
  };
}

function comparable(content: FacilityContent): ComparableRow & { readonly number: string } {
  const { number, name, facilityNumber, corporationName, address, typeCode } = content;
  return {
    number,
    name,
    facilityNumber: facilityNumber || null,
    corporationName: corporationName || null,
    address: address || null,
    kind: { is: 'STATED', typeCode, statedBy: 'COLUMN' },
  };
}

/** @throws Asked until it is said which of several it is */
function whichOf(row: RowUnderWay<FacilityContent>, known: readonly KnownFacility[]): KnownFacility | null {
  const { name } = row.content;
  const likely = known.filter(({ facility }) => facility.name.normalize('NFKC') === name.normalize('NFKC'));
  const answer = row.answer('WHICH_FACILITY');
  if (answer === 'NEW') return null;
  const chosen = likely.find(({ facility }) => facility.id === answer);
  if (chosen) return chosen;
  const labelOf = ({ corporationName, address, facilityNumber }: Facility) =>
    [name, corporationName, address, facilityNumber].filter(Boolean).join(' ');
  throw new Asked(
    'WHICH_FACILITY',
    {
      ja: `「${name}」という事業所が登録に2つ以上あります。どれですか。`,
      en: `Several facilities called ${name} are registered. Which is it?`,
    },
    [
      ...likely.map(({ facility }) => ({
        value: facility.id,
        labelJa: labelOf(facility),
        labelEn: labelOf(facility),
      })),
      { value: 'NEW', labelJa: 'どれでもない、新しい事業所', labelEn: 'None of them: a new facility' },
    ],
  );
}

async function register(row: RowUnderWay<FacilityContent>): Promise<Brought<FacilityContent>> {
  const { unitOfWork, all, content } = row;
  const { name, typeCode, capacityPersons, municipality, servicesText, joinedOn } = content;
  const { facilityId } = await new RegisterFacility(unitOfWork).execute(all.actor, {
    idempotencyKey: '',
    ...{ name, typeCode, capacityPersons, municipality, servicesText, joinedOn },
  });
  all.involve(facilityId, null);
  const { facilityNumber, corporationName, address } = content;
  await new SetFacilityEntry(unitOfWork).execute(all.actor, { facilityId, facilityNumber, corporationName, address });
  await setDates(row, facilityId);
  return { subjectId: facilityId };
}

/** One the product has already: what the row says goes before what was known, and what it leaves empty stays. */
async function takeUp(
  row: RowUnderWay<FacilityContent>,
  { facility, standing, isKeptByDesk }: KnownFacility,
): Promise<Brought<FacilityContent>> {
  const { tx, unitOfWork, all, content } = row;
  if (standing === 'LEFT') throw moveInErrors.FACILITY_LEFT();
  if (standing === 'TAKEN') throw moveInErrors.FACILITY_ELSEWHERE();
  if (standing === 'FREE') {
    const { deskId } = all;
    await joinDesk(tx, { deskId, facilityId: facility.id, joinedOn: content.joinedOn, isAgreed: false });
    all.involve(facility.id, null);
  }
  const { openedOn } = facility;
  const was: Partial<FacilityContent> = { ...entryOf(facility), openedOn };
  if (!isKeptByDesk) return { subjectId: facility.id, was: { ...content }, note: OF_OTHER_DESK };
  const said = ENTRY.filter((field) => content[field] !== '' && content[field] !== was[field]);
  if (said.length > 0)
    await new SetFacilityEntry(unitOfWork).execute(all.actor, entryInput(facility.id, content, said));
  await setDates(row, facility.id);
  const kept = ENTRY.filter((field) => content[field] === '').map((field) => [field, ''] as const);
  return { subjectId: facility.id, was: { ...was, ...Object.fromEntries(kept) }, note: SAME };
}

function entryOf(facility: Facility): Partial<Pick<FacilityContent, EntryField>> {
  const { name, typeCode, capacityPersons, municipality, facilityNumber, corporationName, address, servicesText } =
    facility;
  return {
    ...(capacityPersons === null ? {} : { capacityPersons }),
    ...{ name, typeCode, servicesText },
    municipality: municipality ?? '',
    facilityNumber: facilityNumber ?? '',
    corporationName: corporationName ?? '',
    address: address ?? '',
  };
}

function entryInput(facilityId: string, content: FacilityContent, fields: readonly EntryField[]) {
  return { facilityId, ...Object.fromEntries(fields.map((field) => [field, content[field]])) };
}

async function change(row: RowUnderWay<FacilityContent>, facilityId: string): Promise<Brought<FacilityContent>> {
  const { unitOfWork, all, content, before } = row;
  const changed = changedFields(row);
  requireUnchanged('FACILITIES', changed, ['joinedOn']);
  if (changed.has('name')) requireRenamed(row, before?.name ?? '');
  const fields = ENTRY.filter((field) => changed.has(field));
  if (fields.length > 0)
    await new SetFacilityEntry(unitOfWork).execute(all.actor, entryInput(facilityId, content, fields));
  await setDates(row, facilityId);
  return { subjectId: facilityId };
}

/** A number that was used again for another facility would give it the past of the first. @throws Asked, MOVE_IN.MOVED */
function requireRenamed(row: RowUnderWay<FacilityContent>, formerName: string): void {
  const answer = row.answer('RENAMED');
  if (answer === 'SAME') return;
  if (answer === 'OTHER') throw moveInErrors.MOVED({ heading: '事業所' }).at('number');
  const { number, name } = row.content;
  throw new Asked(
    'RENAMED',
    {
      ja: `番号「${number}」は、前は「${formerName}」でした。「${name}」は同じ事業所の新しい名前ですか。`,
      en: `The number ${number} was ${formerName} before. Is ${name} the new name of the same facility?`,
    },
    [
      { value: 'SAME', labelJa: 'はい、名前が変わった', labelEn: 'Yes, it was renamed' },
      { value: 'OTHER', labelJa: 'いいえ、別の事業所', labelEn: 'No, it is another facility' },
    ],
  );
}

async function setDates(row: RowUnderWay<FacilityContent>, facilityId: string): Promise<void> {
  const { tx, unitOfWork, all, content } = row;
  const changed = changedFields(row);
  const { openedOn, eligibleFrom, eligibility: evidence, typeCode } = content;
  if (openedOn !== null && changed.has('openedOn')) {
    const { closedOn } = await tx.get(Facility, { id: facilityId });
    await new SetFacilityPeriod(unitOfWork).execute(all.actor, { facilityId, openedOn, closedOn });
  }
  if (eligibleFrom === null || !(changed.has('eligibleFrom') || changed.has('eligibility'))) return;
  // What is recorded already, from a published list or by the desk, stays.
  if (await tx.manager.existsBy(FacilityEligibility, { facilityId, typeCode })) return;
  const input = { idempotencyKey: '', facilityId, typeCode, fromOn: eligibleFrom, evidence };
  await new RecordEligibility(unitOfWork).execute(all.actor, input);
}
