import type { Transaction } from '#yui/platform';

/** What happens to papers. */
export interface PaperEvents {
  /** It exists; its file is still to be made. */
  'paper.issued': { paperId: string };
  /** Its file is there and can be sent. */
  'paper.rendered': { paperId: string };
}
export type PaperEventName = keyof PaperEvents;

export async function emitPaperEvent<Name extends PaperEventName>(
  tx: Transaction,
  deskId: string,
  name: Name,
  payload: PaperEvents[Name],
): Promise<void> {
  await tx.emit(name, deskId, payload);
}
