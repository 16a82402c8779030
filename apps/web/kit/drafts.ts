const DRAFTS = 'yui-draft:';
const DRAFT_HOURS = 24;

/** What is typed into a form, kept in this tab: it outlasts a reload and the end of a session. */
export function keepDraft(key: string, values: unknown): void {
  sessionStorage.setItem(DRAFTS + key, JSON.stringify({ at: Date.now(), values }));
}

/** Null: nothing was kept, or it is older than a day. */
export function readDraft<Values>(key: string): Partial<Values> | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(DRAFTS + key) ?? 'null') as {
      at: number;
      values: Partial<Values>;
    } | null;
    if (!kept || Date.now() - kept.at > DRAFT_HOURS * 3_600_000) return null;
    return kept.values;
  } catch {
    return null;
  }
}

/** What was typed has been kept elsewhere. */
export function forgetDraft(key: string): void {
  sessionStorage.removeItem(DRAFTS + key);
}

/** At sign-out nothing of what was typed stays in the browser. */
export function forgetDrafts(): void {
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(DRAFTS)) sessionStorage.removeItem(name);
}
