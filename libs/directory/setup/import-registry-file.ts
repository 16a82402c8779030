import { SYSTEM } from '#yui/platform';
import { Desk } from '../desks/desk.entity.js';
import { withDirectory } from './open-directory.js';
import { writeReferenceData } from './reference-data.js';
import { importErrors } from '../import/import.errors.js';
import type { ImportReport } from '../import/import-report.js';
import { ImportRegistry, type ImportRegistryInput } from '../import/import-registry.js';

/**
 * The import for the command line: by the code of the desk, as the product itself, into a migrated database.
 * @param input without `sourceName` the list is called like the desk: most desks have one list
 * @throws IMPORT.DESK_UNKNOWN, and what ImportRegistry throws
 */
export async function importRegistryFile(
  databaseUrl: string,
  deskCode: string,
  input: Omit<ImportRegistryInput, 'deskId' | 'sourceName' | 'idempotencyKey'> & {
    readonly sourceName?: string | undefined;
  },
): Promise<ImportReport> {
  return withDirectory(databaseUrl, async (unitOfWork) => {
    const { id } = await unitOfWork.run(SYSTEM, async (tx) => {
      await writeReferenceData(tx);
      const desk = await tx.manager.findOneBy(Desk, { code: deskCode });
      if (!desk) throw importErrors.DESK_UNKNOWN({ deskCode });
      return desk;
    });
    return new ImportRegistry(unitOfWork).execute(SYSTEM, {
      ...input,
      sourceName: input.sourceName ?? deskCode,
      deskId: id,
    });
  });
}
