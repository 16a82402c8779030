import { SYSTEM } from '#yui/platform';
import { banksOfFile, banksOfPackage } from '../banks/listed-banks.js';
import { type BanksWritten, writeBanks } from '../banks/write-banks.js';
import { withDirectory } from './open-directory.js';

/**
 * Brings the table of banks up to date: from the package that came with this edition, or from a file, which adds to it.
 * @throws BANK.FILE_UNREADABLE
 */
export async function importBanks(
  databaseUrl: string,
  file: { readonly name: string; readonly content: Buffer } | null,
): Promise<BanksWritten> {
  const { edition, banks } =
    file === null ? banksOfPackage() : { edition: file.name, banks: banksOfFile(file.content) };
  return withDirectory(databaseUrl, async (unitOfWork) =>
    unitOfWork.run(SYSTEM, async (tx) => writeBanks(tx, edition, banks, file === null)),
  );
}
