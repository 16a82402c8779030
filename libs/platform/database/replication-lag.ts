/** Where the log of the primary had got to at a moment. */
export interface LogMark {
  readonly position: bigint;
  readonly atMs: number;
}

/** @param text a position in PostgreSQL's log (pg_lsn), two hexadecimal halves: `16/B374D848` */
export function logPosition(text: string): bigint {
  const [high = '', low = ''] = text.split('/');
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}

/**
 * How old the newest mark is that the replica has passed: whatever was committed before then can be read there.
 * @param marks of the primary, oldest first
 * @returns milliseconds; Infinity when it has passed none of them
 */
export function replicationLagMs(marks: readonly LogMark[], replayed: bigint, nowMs: number): number {
  const passed = marks.findLast(({ position }) => position <= replayed);
  return passed === undefined ? Infinity : nowMs - passed.atMs;
}
