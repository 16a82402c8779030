const DIGITS = 8;

/** By which people tell a letter: the part of its id that is chance. */
export function letterNumber(id: string): string {
  return id.slice(-DIGITS).toUpperCase();
}
