/** A key nobody used before. `crypto.randomUUID` is not there on a page opened over plain http by number. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
