import type { Transaction } from '#yui/platform';

export interface ListedBank {
  /** Four digits. */
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  readonly branches: readonly { readonly code: string; readonly name: string; readonly kana: string }[];
}

export interface BanksWritten {
  readonly bankCount: number;
  readonly branchCount: number;
  /** Banks and branches that are in the list no more. */
  readonly endedCount: number;
}

/**
 * Brings the table of banks to what a list says. What the list does not have any more is kept, and not current: accounts
 * name it. Banks of other lists than the usual one (the sample's) stay as they are.
 * @param edition of the list
 * @param isWhole whether the list has all banks there are
 */
export async function writeBanks(
  tx: Transaction,
  edition: string,
  banks: readonly ListedBank[],
  isWhole = true,
): Promise<BanksWritten> {
  const branches = banks.flatMap(({ code: bankCode, branches: own }) => own.map((branch) => ({ bankCode, ...branch })));
  await tx.manager.query(
    `INSERT INTO bank (code, name, kana, edition)
     SELECT code, name, kana, $2 FROM jsonb_to_recordset($1) AS listed (code text, name text, kana text)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, kana = excluded.kana, edition = excluded.edition, is_current = true`,
    [JSON.stringify(banks.map(({ code, name, kana }) => ({ code, name, kana }))), edition],
  );
  await tx.manager.query(
    `INSERT INTO bank_branch (bank_code, code, name, kana)
     SELECT "bankCode", code, name, kana
     FROM jsonb_to_recordset($1) AS listed ("bankCode" text, code text, name text, kana text)
     ON CONFLICT (bank_code, code) DO UPDATE SET name = excluded.name, kana = excluded.kana, is_current = true`,
    [JSON.stringify(branches)],
  );
  const ended = isWhole ? await endOthers(tx, edition, branches) : 0;
  return { bankCount: banks.length, branchCount: branches.length, endedCount: ended };
}

/** What came with an earlier edition, and does not with this one. */
async function endOthers(
  tx: Transaction,
  edition: string,
  branches: readonly { readonly bankCode: string; readonly code: string }[],
): Promise<number> {
  const [row] = await tx.manager.query<[{ count: number }]>(
    `WITH ended_bank AS (
       UPDATE bank SET is_current = false
       WHERE is_current AND edition <> $1 AND edition <> $3 RETURNING code
     ), ended_branch AS (
       UPDATE bank_branch SET is_current = false FROM bank
       WHERE bank.code = bank_code AND bank.edition <> $3 AND bank_branch.is_current
         AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset($2) AS listed ("bankCode" text, code text)
                         WHERE listed."bankCode" = bank_code AND listed.code = bank_branch.code)
       RETURNING bank_branch.code
     )
     SELECT (SELECT count(*) FROM ended_bank)::integer + (SELECT count(*) FROM ended_branch)::integer AS count`,
    [edition, JSON.stringify(branches), SAMPLE_EDITION],
  );
  return row.count;
}

/** Of the bank that only the sample has. */
export const SAMPLE_EDITION = 'SAMPLE';
