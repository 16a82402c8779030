/** A field of a form the api found at fault. */
export interface FieldFault {
  readonly path: string;
  readonly messageJa: string;
  readonly messageEn: string;
}

/** Why the api did not do as asked: a coded answer in two languages. */
export class Fault extends Error {
  constructor(
    readonly code: string,
    readonly messageJa: string,
    readonly messageEn: string,
    readonly fields: readonly FieldFault[] = [],
    readonly requestId: string | null = null,
  ) {
    super(`${code}: ${messageEn}`);
    this.name = 'Fault';
  }
}

/** No answer came: whether the api did what was asked is not known. */
export class NoAnswer extends Error {
  constructor() {
    super('The api did not answer.');
    this.name = 'NoAnswer';
  }
}

export function isFault(error: unknown, ...codes: string[]): error is Fault {
  return error instanceof Fault && (codes.length === 0 || codes.includes(error.code));
}
