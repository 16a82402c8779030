import { todayInTokyo } from '#yui/calendar';
import { eligibleFacilities, type Facility } from '#yui/directory';
import type { Ineligibility } from '#yui/matching';
import type { Transaction } from '#yui/platform';
import type { Assignment } from '../assignments/assignment.entity.js';
import { isCommitted } from '../assignments/placement.js';
import { qualityOf } from '../quality/quality.js';
import type { WorkOrder } from '#yui/orders';
import type { SplitParameters } from './split-parameters.js';

/** What is split: for whom, among whom, and by which filters of the desk. */
interface Setting {
  readonly deskId: string;
  readonly facilities: readonly Facility[];
  readonly hasPublicMoney: boolean;
  readonly parameters: Pick<SplitParameters, 'regions' | 'maxDefectPermille'>;
}

type Reasons = [string, Ineligibility][];

/** What stands against facilities whatever the step is: read once for all that is split together. */
export interface GeneralReasons {
  readonly byQuality: Reasons;
  readonly byRegion: Reasons;
  /** Only where public money pays. */
  readonly byLegalKind: Reasons;
}

export async function readGeneralReasons(tx: Transaction, setting: Setting): Promise<GeneralReasons> {
  return {
    byQuality: await byQuality(tx, setting),
    byRegion: byRegion(setting),
    byLegalKind: await byLegalKind(tx, setting),
  };
}

/**
 * Why a facility is not asked although it could do the work: the law, the filters of the desk, or its own answer; the last
 * of these that holds.
 */
export function ineligibleFacilities(
  general: GeneralReasons,
  { isPublicMoney }: Pick<WorkOrder, 'isPublicMoney'>,
  assignments: readonly Assignment[],
): Map<string, Ineligibility> {
  return new Map([
    ...general.byQuality,
    ...general.byRegion,
    ...(isPublicMoney ? general.byLegalKind : []),
    ...byAnswer(assignments),
  ]);
}

/** Public money goes to facilities that count for 障害者優先調達推進法 on the day the work is split. */
async function byLegalKind(tx: Transaction, { facilities, hasPublicMoney }: Setting): Promise<Reasons> {
  if (!hasPublicMoney) return [];
  const ids = facilities.map((facility) => facility.id);
  const eligible = await eligibleFacilities(tx.manager, ids, todayInTokyo(tx.now));
  return ids.filter((id) => !eligible.has(id)).map((id) => [id, { code: 'WRONG_LEGAL_KIND' }]);
}

function byRegion({ facilities, parameters: { regions } }: Setting): Reasons {
  if (regions.length === 0) return [];
  return facilities
    .filter(({ municipality }) => municipality === null || !regions.includes(municipality))
    .map(({ id, municipality }) => [
      id,
      { code: 'OUTSIDE_REGION', note: municipality ?? '市町村が未登録 / municipality not recorded' },
    ]);
}

/** Too few facts are nothing against a facility. */
async function byQuality(tx: Transaction, { deskId, facilities, parameters }: Setting): Promise<Reasons> {
  const most = parameters.maxDefectPermille;
  if (most === null) return [];
  const ids = facilities.map((facility) => facility.id);
  const qualities = await qualityOf(tx.manager, deskId, ids, todayInTokyo(tx.now));
  return [...qualities.values()].flatMap(({ facilityId, defectPermille: permille }): Reasons => {
    if (permille === null || permille <= most) return [];
    return [[facilityId, { code: 'BELOW_QUALITY', note: `不良率 / defects: ${permille / 10} %` }]];
  });
}

function byAnswer(assignments: readonly Assignment[]): Reasons {
  return assignments.flatMap((assignment): Reasons => {
    const { facilityId, status } = assignment;
    if (status === 'DECLINED') return [[facilityId, { code: 'DECLINED', note: assignment.answerReason }]];
    if (assignment.handedBackUnits > 0) {
      return [[facilityId, { code: 'OTHER', note: '引き受けたあとで返しました / handed work back' }]];
    }
    if (status === 'EXPIRED') {
      return [[facilityId, { code: 'OTHER', note: '期限までに回答がありませんでした / no answer in time' }]];
    }
    const isPart = isCommitted(assignment) && (assignment.acceptedUnits ?? 0) < assignment.offeredUnits;
    return isPart ? [[facilityId, { code: 'OTHER', note: '一部だけ引き受け済みです / took only a part' }]] : [];
  });
}
