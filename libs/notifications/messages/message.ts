import type { OutboxEvent } from '#yui/platform';

/** What is told of: the name of an event, and the ids it names. */
export type Cause = Pick<OutboxEvent, 'name' | 'payload'>;

/** What one organisation is told about one event. */
export interface Message {
  readonly organisationId: string;
  /** Path of the page to open; it starts with `/`. */
  readonly path: string;
  /** One line. */
  readonly subject: string;
  /** Paragraphs with blank lines between; Japanese first, one English line last. */
  readonly body: string;
  /** The paper a mail carries along; omitted: none. */
  readonly paperId?: string;
  /** The order it is about, where its event does not say so itself. */
  readonly workOrderId?: string | null;
}

/**
 * What one kind of event means for people. `isStillTrue` is asked before a notification is written and again before a
 * mail leaves: nobody is told what has been withdrawn, answered or overtaken in the meantime.
 */
export interface MessageKind<Facts> {
  isStillTrue(facts: Facts): boolean;
  messages(facts: Facts): Message[];
}

interface Text {
  /** What it is about, after the mark every mail of the product bears. */
  readonly subject: string;
  readonly paragraphs: readonly (string | readonly string[])[];
  readonly english: string;
}

/** Everything that starts with this mark is from the product: a filter of the mail program can find it. */
export const MARK = '【結】';

/** The subject without the mark. */
export const bareSubject = (subject: string): string => subject.replace(MARK, '');

/** The paragraphs of a body without the English line `message` puts last. */
export const japaneseOf = (body: string): string[] => body.split('\n\n').slice(0, -1);

export function message(to: { readonly organisationId: string; readonly path: string }, text: Text): Message {
  const paragraphs = text.paragraphs.map((part) => (typeof part === 'string' ? part : part.join('\n')));
  return {
    ...to,
    subject: oneLine(`${MARK}${text.subject}`),
    body: [...paragraphs.filter((part) => part !== ''), text.english].join('\n\n'),
  };
}

/** People's words may hold line breaks; a subject and a fact are one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
