import { inputErrors } from './platform.errors.js';

/**
 * What no text holds: control characters (but for breaks and tabs), characters that turn the direction of what follows,
 * halves of characters, and what is no character. A name that holds one is shown as something else than it is.
 */
const UNREADABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]|\p{Surrogate}|\p{Noncharacter_Code_Point}/u;
/** What comes along from web pages and office files and is seen by nobody: a text with it is not found by one without. */
const INVISIBLE = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff]/g;
const BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;
/** NFC would replace characters of names that Japanese writing keeps apart, such as 神 and \ufa19. */
const RUNS_TO_COMPOSE = /[^\uf900-\ufaff\u{2f800}-\u{2fa1f}]+/gu;
/** Something a person sees. Fillers and blanks that Unicode counts as letters are none. */
const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\p{Separator}\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Mark}\u2800]/u;

/** The first character a text must not hold, as people look it up (`U+202E`); null: none. */
export function unreadableIn(text: string): string | null {
  const found = UNREADABLE.exec(text)?.[0];
  return found === undefined ? null : `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

function readable(field: string, value: string): string {
  const character = unreadableIn(value);
  if (character !== null) throw inputErrors.TEXT_UNREADABLE({ field, character }).at(field);
  const text = value
    .replace(BREAKS, '\n')
    .replace(INVISIBLE, '')
    .replace(RUNS_TO_COMPOSE, (run) => run.normalize('NFC'))
    .trim();
  return VISIBLE.test(text) ? text : '';
}

function atMost(field: string, text: string, most: number): string {
  if ([...text].length > most) throw inputErrors.TEXT_TOO_LONG({ field, most }).at(field);
  return text;
}

/**
 * A text in paragraphs that a person typed: a reason, a note, a specification. Trimmed, in NFC, breaks as `\n`.
 * @param most characters, not bytes
 * @throws INPUT.TEXT_EMPTY, INPUT.TEXT_TOO_LONG, INPUT.TEXT_UNREADABLE
 */
export function requireText(field: string, value: string, most: number): string {
  return required(field, optionalText(field, value, most));
}

/** Like requireText, but may be empty. @throws INPUT.TEXT_TOO_LONG, INPUT.TEXT_UNREADABLE */
export function optionalText(field: string, value: string | null | undefined, most: number): string {
  return atMost(field, readable(field, value ?? ''), most);
}

/**
 * What stands on one line everywhere: a title, a name, a unit, an address. As requireText; a break or a tab, which comes
 * along from a cell of a table, becomes a space.
 * @throws INPUT.TEXT_EMPTY, INPUT.TEXT_TOO_LONG, INPUT.TEXT_UNREADABLE
 */
export function requireLine(field: string, value: string, most: number): string {
  return required(field, optionalLine(field, value, most));
}

/** Like requireLine, but may be empty. @throws INPUT.TEXT_TOO_LONG, INPUT.TEXT_UNREADABLE */
export function optionalLine(field: string, value: string | null | undefined, most: number): string {
  return atMost(field, readable(field, value ?? '').replace(/\s*[\n\t]\s*/g, ' '), most);
}

function required(field: string, text: string): string {
  if (text === '') throw inputErrors.TEXT_EMPTY({ field }).at(field);
  return text;
}
