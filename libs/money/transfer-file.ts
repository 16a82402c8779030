import { MoneyError } from './money-error.js';
import { transferText } from './transfer-text.js';

/** 預金種目: 普通 1, 当座 2. */
const ACCOUNT_TYPE_CODES = { ORDINARY: '1', CURRENT: '2' } as const;

export interface TransferAccount {
  /** Four digits. */
  readonly bankCode: string;
  /** In kana; shortened to what the record holds. */
  readonly bankKana: string;
  /** Three digits. */
  readonly branchCode: string;
  readonly branchKana: string;
  readonly accountType: keyof typeof ACCOUNT_TYPE_CODES;
  /** Up to seven digits. */
  readonly accountNumber: string;
}

/** Who has the bank transfer, from which account and on which day. */
export interface TransferClient extends TransferAccount {
  /** 委託者コード: up to ten digits, given by the bank. */
  readonly clientCode: string;
  /** In kana. */
  readonly clientName: string;
  /** `2026-11-30` */
  readonly transferOn: string;
}

/** One transfer of the file. */
export interface TransferRecord extends TransferAccount {
  /** In kana. */
  readonly holder: string;
  readonly amountYen: number;
}

/** How records end: with nothing, as the layout has it, or with a line break, as some banks want it. */
export const RECORD_ENDS = ['NOTHING', 'CRLF'] as const;
export type RecordEnd = (typeof RECORD_ENDS)[number];

/** The largest amount a record holds: ten digits. */
export const MAX_TRANSFER_YEN = 9_999_999_999;
/** The largest sum a trailer holds: twelve digits. */
export const MAX_TRANSFER_TOTAL_YEN = 999_999_999_999;
/** What a trailer can count: six digits. */
export const MAX_TRANSFERS = 999_999;

/**
 * A file of transfers (総合振込) in the layout of 全国銀行協会: records of 120 bytes in JIS X 0201, a header, one for each
 * transfer, a trailer with how many and how much, an end.
 * @throws MoneyError `TRANSFER.TEXT` for a name that banks cannot write, `TRANSFER.DIGITS` for a code or number that does not
 * fit, `TRANSFER.AMOUNT` for an amount that no record holds, `TRANSFER.COUNT` for none or too many
 */
export function transferFile(
  client: TransferClient,
  records: readonly TransferRecord[],
  recordEnd: RecordEnd = 'NOTHING',
): Uint8Array {
  if (records.length === 0 || records.length > MAX_TRANSFERS) {
    throw new MoneyError('TRANSFER.COUNT', { value: records.length });
  }
  const totalYen = records.reduce((sum, { amountYen }) => sum + amountYen, 0);
  const lines = [
    headerOf(client),
    ...records.map((record) => dataOf(record)),
    `8${digits(String(records.length), 6)}${digits(String(totalYen), 12)}${' '.repeat(101)}`,
    `9${' '.repeat(119)}`,
  ];
  const end = recordEnd === 'CRLF' ? '\r\n' : '';
  return bytesOf(lines.map((line) => `${line}${end}`).join(''));
}

function headerOf(client: TransferClient): string {
  const [, month = '', day = ''] = client.transferOn.split('-');
  return [
    '1',
    '21',
    '0',
    digits(client.clientCode, 10),
    text(client.clientName, 40),
    digits(`${month}${day}`, 4),
    placeOf(client),
    ACCOUNT_TYPE_CODES[client.accountType],
    digits(client.accountNumber, 7),
    ' '.repeat(17),
  ].join('');
}

function dataOf(record: TransferRecord): string {
  const { amountYen } = record;
  if (!Number.isSafeInteger(amountYen) || amountYen < 1 || amountYen > MAX_TRANSFER_YEN) {
    throw new MoneyError('TRANSFER.AMOUNT', { value: amountYen });
  }
  return [
    '2',
    placeOf(record),
    // 手形交換所番号: not used.
    '    ',
    ACCOUNT_TYPE_CODES[record.accountType],
    digits(record.accountNumber, 7),
    text(record.holder, 30),
    digits(String(amountYen), 10),
    // 新規コード: neither the first transfer nor a changed one.
    '0',
    // 顧客コード 1 and 2: not used.
    ' '.repeat(20),
    // 振込指定区分: 電信振込; no EDI.
    '7',
    ' ',
    ' '.repeat(7),
  ].join('');
}

function placeOf({ bankCode, bankKana, branchCode, branchKana }: TransferAccount): string {
  return [digits(bankCode, 4), text(bankKana, 15), digits(branchCode, 3), text(branchKana, 15)].join('');
}

/** To the right, zeros before it. */
function digits(value: string, length: number): string {
  if (!/^\d+$/.test(value) || value.length > length) throw new MoneyError('TRANSFER.DIGITS', { value });
  return value.padStart(length, '0');
}

/** To the left, blanks behind it; what is longer ends where the field does. */
function text(value: string, length: number): string {
  const written = transferText(value);
  if (written === null) throw new MoneyError('TRANSFER.TEXT', { value });
  return written.slice(0, length).padEnd(length, ' ');
}

/** JIS X 0201: half-width katakana from 0xA1 on, everything else as ASCII. */
function bytesOf(lines: string): Uint8Array {
  return Uint8Array.from([...lines], (sign) => {
    const code = sign.codePointAt(0)!;
    return code >= 0xff61 ? code - 0xff61 + 0xa1 : code;
  });
}
