/** What one look of the doctor found; `note`: could not be looked at, which is no fault. */
export interface Finding {
  state: 'good' | 'note' | 'bad';
  /** The finding and, for `bad`, what to do. */
  ja: string;
  en: string;
}

export function good(ja: string, en: string): Finding {
  return { state: 'good', ja, en };
}

export function note(ja: string, en: string): Finding {
  return { state: 'note', ja, en };
}

export function bad(ja: string, en: string): Finding {
  return { state: 'bad', ja, en };
}
