import { In } from 'typeorm';
import { SYSTEM } from '#yui/platform';
import { Desk } from '../desks/desk.entity.js';
import { createPrefecture, prefectureErrors } from '../prefectures/create-prefecture.js';
import { withDirectory } from './open-directory.js';

/**
 * Takes up a prefecture from the command line, in a migrated database and with codes of desks.
 * @throws PREFECTURE.*, INPUT.*
 */
export async function createPrefectureIn(
  databaseUrl: string,
  input: { code: string; name: string; deskCodes: readonly string[] },
): Promise<{ prefectureId: string }> {
  return withDirectory(databaseUrl, async (unitOfWork) =>
    unitOfWork.run(SYSTEM, async (tx) => {
      const desks = await tx.manager.findBy(Desk, { code: In([...input.deskCodes]) });
      const unknown = input.deskCodes.find((code) => !desks.some((desk) => desk.code === code));
      if (unknown !== undefined) throw prefectureErrors.DESK_UNKNOWN({ code: unknown });
      return createPrefecture(tx, { ...input, deskIds: desks.map((desk) => desk.id) });
    }),
  );
}
