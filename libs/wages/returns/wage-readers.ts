import { accessErrors, organisationKindOf, type PersonActor } from '#yui/platform';

/** The facilities a desk, or the desks a prefecture oversees, have or had. Takes what `readerOf` gives. */
export const REGISTERED = `SELECT m.facility_id FROM membership m
  WHERE (m.desk_id = :ofDesk::uuid
    OR m.desk_id IN (SELECT p.desk_id FROM prefecture_desk p WHERE p.prefecture_id = :ofPrefecture::uuid))`;

/**
 * Whether the reader was told what a facility said at a time: a desk it has left, and a prefecture that oversees such a desk,
 * keep what they were told, and read nothing later. Takes what `readerOf` gives.
 */
export const knewOf = (facilityId: string, at: string) =>
  `yui_knew(ARRAY(SELECT d.id FROM desk d WHERE d.id = :ofDesk::uuid
     OR d.id IN (SELECT p.desk_id FROM prefecture_desk p WHERE p.prefecture_id = :ofPrefecture::uuid)), ${facilityId}, ${at})`;

/** @throws ACCESS.NOT_FOUND for everybody but a desk and a prefecture */
export function readerOf(actor: PersonActor): { ofDesk: string | null; ofPrefecture: string | null } {
  const { organisationId } = actor;
  const kind = organisationKindOf(actor.role);
  if (kind === 'DESK') return { ofDesk: organisationId, ofPrefecture: null };
  if (kind === 'PREFECTURE') return { ofDesk: null, ofPrefecture: organisationId };
  throw accessErrors.NOT_FOUND();
}
