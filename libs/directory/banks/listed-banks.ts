import { createRequire } from 'node:module';
import { parse } from 'csv-parse/sync';
import { transferText } from '#yui/money';
import { bankErrors } from './bank.errors.js';
import type { ListedBank } from './write-banks.js';

type Coded = Readonly<Record<string, { readonly code: string; readonly name: string; readonly kana: string }>>;
type ZenginCode = Readonly<
  Record<string, { readonly code: string; readonly name: string; readonly kana: string; readonly branches: Coded }>
>;

const load = createRequire(import.meta.url);

/** All banks as the package `zengin-code` has them; its version says as of which day. */
export function banksOfPackage(): { edition: string; banks: ListedBank[] } {
  const { version } = load('zengin-code/package.json') as { version: string };
  const all = load('zengin-code') as ZenginCode;
  const banks = Object.values(all).map(({ code, name, kana, branches }) => ({
    code,
    name: bankNameOf(code, name),
    kana,
    branches: Object.values(branches).map((branch) => ({
      code: branch.code,
      name: branchNameOf(branch.name),
      kana: branch.kana,
    })),
  }));
  return { edition: `zengin-code ${version}`, banks };
}

/** What the list leaves to the reader: it says 四国 of 四国銀行 and 高知信金 of 高知信用金庫. */
function bankNameOf(code: string, name: string): string {
  if (/信金$/u.test(name)) return name.replace(/信金$/u, '信用金庫');
  if (/信組$/u.test(name)) return name.replace(/信組$/u, '信用組合');
  if (/労金$/u.test(name)) return name.replace(/労金$/u, '労働金庫');
  if (/農協$/u.test(name)) return name.replace(/農協$/u, '農業協同組合');
  const isBank = Number(code) < 1000 || code === '9900';
  return isBank && !/(銀行|バンク|Ｂａｎｋ|Bank)$/u.test(name) ? `${name}銀行` : name;
}

function branchNameOf(name: string): string {
  return /(支店|本店|代理店|営業部|本部|出張所|営業所|支所|本所|センター|プラザ)$/u.test(name) ? name : `${name}支店`;
}

const HEADINGS = ['銀行コード', '銀行名', '銀行名カナ', '支店コード', '支店名', '支店名カナ'] as const;

/**
 * Banks of a file in CSV with a row for each branch, for what the package does not have yet.
 * @throws BANK.FILE_UNREADABLE, BANK.KANA_UNREADABLE with the row at fault
 */
export function banksOfFile(content: Buffer): ListedBank[] {
  const rows = parse<Record<string, string>>(content, { columns: true, bom: true, skip_empty_lines: true, trim: true });
  const banks = new Map<string, ListedBank & { branches: ListedBank['branches'][number][] }>();
  for (const [index, row] of rows.entries()) {
    const [code = '', name = '', kana = '', branchCode = '', branchName = '', branchKana = ''] = HEADINGS.map(
      (heading) => row[heading],
    );
    const isWhole =
      /^\d{4}$/.test(code) && /^\d{3}$/.test(branchCode) && [name, kana, branchName, branchKana].every(Boolean);
    if (!isWhole) throw bankErrors.FILE_UNREADABLE({ row: index + 2, headings: HEADINGS.join('、') });
    const strange = [kana, branchKana].find((text) => !transferText(text));
    if (strange !== undefined) throw bankErrors.KANA_UNREADABLE({ row: index + 2, kana: strange });
    const bank = banks.get(code) ?? { code, name, kana, branches: [] };
    bank.branches.push({ code: branchCode, name: branchName, kana: branchKana });
    banks.set(code, bank);
  }
  if (banks.size === 0) throw bankErrors.FILE_UNREADABLE({ row: 1, headings: HEADINGS.join('、') });
  return [...banks.values()];
}
