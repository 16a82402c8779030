/** Reads what an address says behind its `?`: the named words as text; what is empty is not there. */
export function readTexts<Name extends string>(...names: readonly Name[]) {
  return (search: Record<string, unknown>): { [Each in Name]?: string } => {
    const found = names.flatMap((name) => {
      const value = search[name];
      // `?partner=12` comes as a number.
      const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
      return text === '' ? [] : [[name, text] as const];
    });
    return Object.fromEntries(found) as { [Each in Name]?: string };
  };
}

/** Where each page of a list before the shown one ended, as it stands in an address. */
export function readWalked(walked: string | undefined): readonly string[] {
  return (walked ?? '').split('.').filter((cursor) => cursor !== '');
}
