import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every code an error of the product may have, read out of the sources: `defineErrors('SUBJECT', { REASON: … })`. */
export function knownCodes(): ReadonlySet<string> {
  const codes = new Set<string>();
  const files = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => path.join(folder, file)),
  );
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    for (const [, subject, body = ''] of source.matchAll(/defineErrors\('([A-Z_]+)', \{\n(.*?)\n\}\)/gs)) {
      for (const [, reason] of body.matchAll(/^ {2}([A-Z_]+): /gm)) codes.add(`${subject}.${reason}`);
    }
  }
  return codes;
}
