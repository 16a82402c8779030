import fc from 'fast-check';
import { assertProperty } from '../../test/harness/property.js';
import { MoneyError } from './money-error.js';
import { MAX_TRANSFER_YEN, type TransferClient, transferFile, type TransferRecord } from './transfer-file.js';
import { foldAccountName, transferText } from './transfer-text.js';

/** The published layout, field by field: name and bytes. Written apart from the code that makes the file. */
const LAYOUT = {
  '1': [
    ['区分', 1],
    ['種別コード', 2],
    ['コード区分', 1],
    ['委託者コード', 10],
    ['委託者名', 40],
    ['振込指定日', 4],
    ['仕向銀行番号', 4],
    ['仕向銀行名', 15],
    ['仕向支店番号', 3],
    ['仕向支店名', 15],
    ['預金種目', 1],
    ['口座番号', 7],
    ['ダミー', 17],
  ],
  '2': [
    ['区分', 1],
    ['被仕向銀行番号', 4],
    ['被仕向銀行名', 15],
    ['被仕向支店番号', 3],
    ['被仕向支店名', 15],
    ['手形交換所番号', 4],
    ['預金種目', 1],
    ['口座番号', 7],
    ['受取人名', 30],
    ['振込金額', 10],
    ['新規コード', 1],
    ['顧客コード1', 10],
    ['顧客コード2', 10],
    ['振込指定区分', 1],
    ['識別表示', 1],
    ['ダミー', 7],
  ],
  '8': [
    ['区分', 1],
    ['合計件数', 6],
    ['合計金額', 12],
    ['ダミー', 101],
  ],
  '9': [
    ['区分', 1],
    ['ダミー', 119],
  ],
} as const;

type Fields = Readonly<Record<string, string>>;

/** Reads a file as a bank does: by bytes, and in Shift_JIS. */
function parse(bytes: Uint8Array, ending: '' | '\r\n'): Fields[] {
  const step = 120 + ending.length;
  expect(bytes.length % step).toBe(0);
  return Array.from({ length: bytes.length / step }, (_, index) => {
    const record = bytes.subarray(index * step, index * step + 120);
    const end = bytes.subarray(index * step + 120, (index + 1) * step);
    expect(Buffer.from(end).toString('latin1')).toBe(ending);
    const layout = LAYOUT[String.fromCharCode(record[0]!) as keyof typeof LAYOUT];
    let place = 0;
    return Object.fromEntries(
      layout.map(([name, length]) => {
        const part = record.subarray(place, (place += length));
        return [name, new TextDecoder('shift_jis', { fatal: true }).decode(part)];
      }),
    );
  });
}

const client: TransferClient = {
  clientCode: '1234567890',
  clientName: 'トクヒ）コウチミホンネットワーク',
  transferOn: '2026-11-30',
  bankCode: '9999',
  bankKana: 'ミホン',
  branchCode: '001',
  branchKana: 'ホンテン',
  accountType: 'ORDINARY',
  accountNumber: '12345',
};
const record: TransferRecord = {
  bankCode: '9998',
  bankKana: 'ベツノミホン',
  branchCode: '12',
  branchKana: 'エキマエ',
  accountType: 'CURRENT',
  accountNumber: '7654321',
  holder: 'フク）ミホンノサト　ユラ・ラ',
  amountYen: 198_000,
};

describe('a file of transfers', () => {
  it('is read by the published layout', () => {
    const [header, data, trailer, end, ...rest] = parse(transferFile(client, [record]), '');
    expect(header).toEqual({
      区分: '1',
      種別コード: '21',
      コード区分: '0',
      委託者コード: '1234567890',
      委託者名: 'ﾄｸﾋ)ｺｳﾁﾐﾎﾝﾈﾂﾄﾜ-ｸ'.padEnd(40),
      振込指定日: '1130',
      仕向銀行番号: '9999',
      仕向銀行名: 'ﾐﾎﾝ'.padEnd(15),
      仕向支店番号: '001',
      仕向支店名: 'ﾎﾝﾃﾝ'.padEnd(15),
      預金種目: '1',
      口座番号: '0012345',
      ダミー: ' '.repeat(17),
    });
    expect(data).toEqual({
      区分: '2',
      被仕向銀行番号: '9998',
      被仕向銀行名: 'ﾍﾞﾂﾉﾐﾎﾝ'.padEnd(15),
      被仕向支店番号: '012',
      被仕向支店名: 'ｴｷﾏｴ'.padEnd(15),
      手形交換所番号: '    ',
      預金種目: '2',
      口座番号: '7654321',
      受取人名: 'ﾌｸ)ﾐﾎﾝﾉｻﾄ ﾕﾗ.ﾗ'.padEnd(30),
      振込金額: '0000198000',
      新規コード: '0',
      顧客コード1: ' '.repeat(10),
      顧客コード2: ' '.repeat(10),
      振込指定区分: '7',
      識別表示: ' ',
      ダミー: ' '.repeat(7),
    });
    expect(trailer).toEqual({ 区分: '8', 合計件数: '000001', 合計金額: '000000198000', ダミー: ' '.repeat(101) });
    expect(end).toEqual({ 区分: '9', ダミー: ' '.repeat(119) });
    expect(rest).toEqual([]);
  });

  it('holds every transfer once, with its amount, and sums that agree', () => {
    const kana = fc.string({
      unit: fc.constantFrom(...'アガパャッンー゛（）．・ 「」Ａz9ｱﾞをがっ'),
      minLength: 1,
      maxLength: 60,
    });
    const code = (length: number) =>
      fc.integer({ min: 0, max: 10 ** length - 1 }).map((number) => String(number).padStart(length, '0'));
    const records = fc.array(
      fc.record({
        bankCode: code(4),
        bankKana: kana,
        branchCode: code(3),
        branchKana: kana,
        accountType: fc.constantFrom('ORDINARY' as const, 'CURRENT' as const),
        accountNumber: code(7),
        holder: kana,
        amountYen: fc.integer({ min: 1, max: MAX_TRANSFER_YEN }),
      }),
      { minLength: 1, maxLength: 30 },
    );
    assertProperty(
      fc.property(records, fc.constantFrom('NOTHING' as const, 'CRLF' as const), (made, recordEnd) => {
        const read = parse(transferFile(client, made, recordEnd), recordEnd === 'CRLF' ? '\r\n' : '');
        const data = read.filter(({ 区分 }) => 区分 === '2');
        expect(read.map(({ 区分 }) => 区分)).toEqual(['1', ...made.map(() => '2'), '8', '9']);
        expect(data.map(({ 振込金額 }) => Number(振込金額))).toEqual(made.map(({ amountYen }) => amountYen));
        expect(data.map((each) => `${each.被仕向銀行番号}${each.被仕向支店番号}${each.口座番号}`)).toEqual(
          made.map((each) => `${each.bankCode}${each.branchCode}${each.accountNumber}`),
        );
        const trailer = read.at(-2)!;
        expect(Number(trailer.合計件数)).toBe(made.length);
        expect(Number(trailer.合計金額)).toBe(made.reduce((sum, { amountYen }) => sum + amountYen, 0));
      }),
    );
  });

  it.each([
    ['a name in kanji', { holder: '見本' }, 'TRANSFER.TEXT'],
    ['an account number of eight digits', { accountNumber: '12345678' }, 'TRANSFER.DIGITS'],
    ['a code of letters', { branchCode: '0A1' }, 'TRANSFER.DIGITS'],
    ['nothing', { amountYen: 0 }, 'TRANSFER.AMOUNT'],
    ['more than ten digits', { amountYen: MAX_TRANSFER_YEN + 1 }, 'TRANSFER.AMOUNT'],
  ])('is not made of %s', (_, fault, code) => {
    const make = () => transferFile(client, [record, { ...record, ...fault }]);
    expect(make).toThrow(MoneyError);
    expect(make).toThrow(code);
  });

  it('is not made of nothing', () => {
    expect(() => transferFile(client, [])).toThrow('TRANSFER.COUNT');
  });
});

describe('a name as banks write it', () => {
  it.each([
    ['カ）ミホン', 'ｶ)ﾐﾎﾝ'],
    ['パーキング', 'ﾊﾟ-ｷﾝｸﾞ'],
    ['きゃっと', 'ｷﾔﾂﾄ'],
    ['abc １２３', 'ABC 123'],
    ['ヲダ', 'ｵﾀﾞ'],
    ['ヱビスヰドゑゐ', 'ｴﾋﾞｽｲﾄﾞｴｲ'],
  ])('%s', (written, expected) => {
    expect(transferText(written)).toBe(expected);
  });

  it('is none for what banks do not know', () => {
    expect(['見本', 'ミホン☆', 'a_b', 'ミホン@'].map(transferText)).toEqual([null, null, null, null]);
  });

  it('is the same when written twice', () => {
    assertProperty(
      fc.property(fc.string({ unit: fc.constantFrom(...'アガパャッンーをがっＡz9（）．ｶﾞ ') }), (name) => {
        const once = transferText(name)!;
        expect(transferText(once)).toBe(once);
      }),
    );
  });

  it.each([
    ['カ）ミホン', 'ミホン　カブシキガイシャ'],
    ['ミホン（カ', 'ﾐﾎﾝ(ｶ)'],
    ['フク）ミホンノサト', 'シャカイフクシホウジン　ミホンノサト'],
    ['みほんし', 'ミホンシ'],
  ])('is compared without its form: %s and %s', (one, other) => {
    expect(foldAccountName(one)).toBe(foldAccountName(other));
  });
});
