import type { EnteredForInput, SaidBy } from '../../data/generated/types.js';
import { upload, type UploadSubject } from '../../data/upload.js';

/** What a form holds of who said it, how and when. */
export interface SaidValues {
  saidBy: string;
  channel: SaidBy;
  saidWhen: 'now' | 'earlier';
  saidOn: string;
  /** `13:30` */
  saidTime: string;
  saidNote: string;
}

export type SaidParty = { readonly buyerId: string } | { readonly facilityId: string };

/** What a file that was received belongs to; null: there is nothing yet it could. */
export type SaidAbout = { readonly type: UploadSubject; readonly id: string } | null;

/** On the telephone, just now: what is so most of the time. */
export function emptySaid(today: string): SaidValues {
  return { saidBy: '', channel: 'PHONE', saidWhen: 'now', saidOn: today, saidTime: '12:00', saidNote: '' };
}

/** As the api takes it; the file, if there is one, goes before. */
export async function readSaid(
  party: SaidParty,
  values: SaidValues,
  file: File | undefined,
  about: SaidAbout,
): Promise<EnteredForInput> {
  const attachmentId = file && about ? await upload(file, about.type, about.id, () => undefined) : null;
  const { saidBy, channel, saidWhen, saidOn, saidTime, saidNote: note } = values;
  const saidAt = saidWhen === 'now' ? null : `${saidOn}T${saidTime}:00+09:00`;
  return { ...party, saidBy, channel, saidAt, note, attachmentId };
}
