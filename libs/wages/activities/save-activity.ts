import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { fiscalYearOf, type LocalDate, todayInTokyo } from '#yui/calendar';
import { Membership } from '#yui/directory';
import {
  accessErrors,
  checkFields,
  defineErrors,
  difference,
  optionalText,
  type PersonActor,
  requireDesk,
  requireInteger,
  requireLine,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { ActivityFacility } from './activity-facility.entity.js';
import { Activity, type ActivityKind } from './activity.entity.js';

const errors = defineErrors('ACTIVITY', {
  DAY_OUT_OF_RANGE: {
    ja: '活動の日は、2005年4月1日から今日までにしてください。',
    en: 'An activity was on a day from 1 April 2005 to today.',
  },
});

export interface SaveActivityInput {
  readonly idempotencyKey: string;
  /** Changes this one; omitted: a new one. */
  readonly activityId?: string | null;
  readonly kind: ActivityKind;
  readonly theme: string;
  readonly heldOn: LocalDate;
  readonly title: string;
  readonly times: number;
  readonly people: number;
  readonly peopleOnline: number;
  /** Facilities that are, or were, registered with the desk. */
  readonly facilityIds: readonly string[];
  readonly workOrderId?: string | null;
  readonly note?: string | null;
}

const EARLIEST: LocalDate = '2005-04-01';
const MAX_TIMES = 1_000;
const MAX_PEOPLE = 100_000;
const MAX_FACILITIES = 2_000;

/** A desk records what it did: a seminar, a consultation, a visit. */
@Injectable()
export class SaveActivity {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, ACTIVITY.DAY_OUT_OF_RANGE */
  async execute(actor: PersonActor, input: SaveActivityInput): Promise<{ activityId: string }> {
    requireDesk(actor);
    const deskId = actor.organisationId;
    const facilityIds = [...new Set(input.facilityIds)];
    requireInteger('facilityIds', facilityIds.length, 0, MAX_FACILITIES);
    const checked = checkFields({
      theme: () => requireLine('theme', input.theme, 50),
      title: () => requireLine('title', input.title, 100),
      times: () => requireInteger('times', input.times, 1, MAX_TIMES),
      people: () => requireInteger('people', input.people, 0, MAX_PEOPLE),
      peopleOnline: () => requireInteger('peopleOnline', input.peopleOnline, 0, input.people),
      note: () => optionalText('note', input.note, 1_000),
    });
    return this.unitOfWork.command('saveActivity', actor, input, async (tx) => {
      const { kind, heldOn } = input;
      if (heldOn < EARLIEST || heldOn > todayInTokyo(tx.now)) throw errors.DAY_OUT_OF_RANGE().at('heldOn');
      const workOrderId = input.workOrderId ?? null;
      await requireOwn(tx, deskId, facilityIds, workOrderId);
      const before = input.activityId ? await tx.lock(Activity, { id: input.activityId, deskId }) : null;
      const id = before?.id ?? tx.newId();
      const columns = { kind, heldOn, fiscalYear: fiscalYearOf(heldOn), workOrderId, ...checked };
      await (before
        ? tx.manager.update(Activity, { id }, columns)
        : tx.manager.insert(Activity, { id, deskId, ...columns, recordedAt: tx.now }));
      await tx.manager.delete(ActivityFacility, { activityId: id });
      await tx.manager.insert(
        ActivityFacility,
        facilityIds.map((facilityId) => ({ activityId: id, facilityId })),
      );
      const { theme, title, note, ...figures } = checked;
      const audited = { kind, heldOn, ...figures, facilityIds, words: theme.length + title.length + note.length };
      await tx.audit('saveActivity', { deskId, subjectType: 'Activity', subjectId: id }, difference(null, audited));
      return { activityId: id };
    });
  }
}

/** @throws ACCESS.NOT_FOUND for facilities and orders of others */
async function requireOwn(
  tx: Transaction,
  deskId: string,
  facilityIds: readonly string[],
  workOrderId: string | null,
): Promise<void> {
  const members = await tx.manager.find(Membership, { where: { deskId, facilityId: In([...facilityIds]) } });
  if (new Set(members.map(({ facilityId }) => facilityId)).size !== facilityIds.length) throw accessErrors.NOT_FOUND();
  if (workOrderId === null) return;
  const [order] = await tx.manager.query<[object?]>('SELECT 1 FROM work_order WHERE id = $1 AND desk_id = $2', [
    workOrderId,
    deskId,
  ]);
  if (!order) throw accessErrors.NOT_FOUND();
}
