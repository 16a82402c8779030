import { createHash } from 'node:crypto';
import { getDocumentProxy } from 'unpdf';
import { PAPER_KINDS, PAPER_TITLES, type PaperData, PaperPress, renderHtml } from '#yui/papers';
import { printable } from '../../libs/papers/parts/printable.js';
import { LONG_PAPERS, SHORT_PAPERS } from './paper-samples.js';
import { squeeze, textOf } from './paper-text.js';

const press = new PaperPress();
const options = { stylesheetUrl: '/papers/paper.css', pdfUrl: '/papers/1.pdf' };
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const invoice = SHORT_PAPERS.INVOICE as Extract<PaperData, { kind: 'INVOICE' }>;
const order = SHORT_PAPERS.PURCHASE_ORDER as Extract<PaperData, { kind: 'PURCHASE_ORDER' }>;

/** All texts between the tags of a page, in order. */
function textsOfHtml(html: string): string[] {
  const body = html.slice(html.indexOf('<main>'));
  return body
    .split(/<[^>]*>/)
    .map((text) => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity).trim())
    .filter((text) => text !== '');
}
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

describe.each(PAPER_KINDS)('%s', (kind) => {
  it('says on paper all it says on its page', async () => {
    const paper = SHORT_PAPERS[kind];
    const printed = (await textOf(press.print(paper))).join('');
    const texts = textsOfHtml(renderHtml(paper, options)).filter((text) => text !== 'PDFを開く' && text !== '合計');
    expect(texts).toEqual(expect.arrayContaining([PAPER_TITLES[kind], paper.number, '令和8年11月21日']));
    for (const text of texts) expect(printed).toContain(squeeze(text.replace(/^（(単位.*)）$/, '$1')));
  });

  it('is a tagged PDF with a title and a language', async () => {
    const paper = SHORT_PAPERS[kind];
    const document = await getDocumentProxy(Uint8Array.from(press.print(paper)));
    const info = (await document.getMetadata()).info as { Title: string; Language: string };
    expect(info.Title).toBe(`${PAPER_TITLES[kind]} ${paper.number}`);
    expect(info.Language).toBe('ja-JP');
    expect((await document.getMarkInfo())?.Marked).toBe(true);
  });

  it('goes on over as many pages as it takes, each with its number', async () => {
    const paper = LONG_PAPERS[kind];
    const pages = await textOf(press.print(paper));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page).toContain(`${index + 1}/${pages.length}`);
      expect(page).toContain(squeeze(paper.number));
    });
  });
});

it('shows the photos of a work report, and says of which nothing is left', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const paper = SHORT_PAPERS.WORK_REPORT;
  const photos = new Map([['photo', new Uint8Array(png)]]);
  const [shown, without] = [press.print(paper, photos), press.print(paper)];
  const images = (pdf: Uint8Array) =>
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Subtype\s*\/Image/g)?.length ?? 0;
  expect([images(shown) > 0, images(without)]).toEqual([true, 0]);
  expect((await textOf(shown)).join('').split('写真は残っていません')).toHaveLength(2);
  expect(hash(press.print(paper, photos))).toBe(hash(shown));
});

describe.each(PAPER_KINDS)('what people typed, on a %s', (kind) => {
  /** Of each text: the same with a break, a control, a format and a bidi character, and more than it says. */
  const hostile = (value: unknown): unknown => {
    if (typeof value === 'string')
      return /[^\x00-\x7f]/.test(value) ? `${value}\u202e\u200b\u0000\u2028\r\n余分` : value;
    if (Array.isArray(value)) return value.map(hostile);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, hostile(each)]));
  };
  const NAMES =
    /^(name|operator|department|representative|contactPerson|address|subject|item|unit|bankName|branchName|holderKana|preparedBy|step)$/;

  it('is seen whole, and no name is more than a line', () => {
    const texts: string[] = [];
    const names: string[] = [];
    const collect = (value: unknown, key: string): void => {
      if (typeof value === 'string') {
        texts.push(value);
        if (NAMES.test(key)) names.push(value);
      } else if (value !== null && typeof value === 'object') {
        for (const [name, each] of Object.entries(value)) collect(each, Array.isArray(value) ? key : name);
      }
    };
    const paper = hostile(SHORT_PAPERS[kind]) as PaperData;
    collect(printable(paper), '');
    for (const text of texts) expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).not.toContain('\n');
    const page = textsOfHtml(renderHtml(paper, options)).join('\n');
    expect(page).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u);
  });
});

describe('a paper', () => {
  it('is the same bytes from the same data, no matter who prints it and whatever was printed before', () => {
    const another = new PaperPress();
    another.print(LONG_PAPERS.CONTRACT);
    for (const kind of PAPER_KINDS)
      expect(hash(another.print(SHORT_PAPERS[kind]))).toBe(hash(press.print(SHORT_PAPERS[kind])));
    expect(hash(press.print({ ...invoice, number: '別' }))).not.toBe(hash(press.print(invoice)));
  });

  it('takes text for text, never for commands', async () => {
    const nasty =
      '#strong[x] $1+1$ = 題 `code` *b* <label> @ref \\ " </td><script>alert(1)</script> {{7*7}} #sys.inputs';
    const paper: PaperData = { ...invoice, subject: nasty, notes: [nasty] };
    const printed = (await textOf(press.print(paper))).join('');
    expect(printed.split(squeeze(nasty)).length - 1).toBe(2);
    const html = renderHtml(paper, options);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
  });

  it('needs neither inline style nor script', () => {
    for (const kind of PAPER_KINDS) {
      const html = renderHtml(LONG_PAPERS[kind], options);
      expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/);
      expect(html.match(/<table>/g)?.length ?? 0).toBeLessThanOrEqual(html.match(/<caption>/g)?.length ?? 0);
      expect(html).not.toMatch(/<th(?! scope=)[ >]/);
    }
  });

  it('shows names as they are written, and never leaves a gap in silence', async () => {
    const rare = { ...invoice.recipient, contactPerson: '𠮷田 髙﨑 神保 槗本' };
    expect((await textOf(press.print({ ...invoice, recipient: rare })))[0]).toContain('𠮷田髙﨑神保槗本');
    const unknown = { ...invoice.recipient, contactPerson: '山田 \u{1F642}\u{30000}' };
    const page = (await textOf(press.print({ ...invoice, recipient: unknown })))[0];
    expect(page).toContain('山田〓〓様');
    expect(page).toContain('〓は、印刷用の書体にない文字です（U+1F642、U+30000）');
    expect(renderHtml({ ...invoice, recipient: unknown }, options)).toContain('山田 \u{1F642}\u{30000} 様');
  });

  it('breaks words too long for their place, and copies out as it was', async () => {
    const email = `${'long-name-of-a-mailbox-'.repeat(4)}@facility.example.jp`;
    const page = (await textOf(press.print({ ...invoice, issuer: { ...invoice.issuer, email } })))[0];
    expect(page).toContain(email);
  });

  it('reads what was typed with loose marks, and drops what turns text round', async () => {
    const subject = 'か\u3099いこ\u3099 \u202e反転\u202c\u0007';
    expect((await textOf(press.print({ ...invoice, subject })))[0]).toContain('がいご反転');
  });
});

describe('an invoice', () => {
  it('states what a qualified invoice must', async () => {
    const page = (await textOf(press.print(invoice)))[0];
    for (const part of [
      '登録番号T7000012050002',
      'よさこい市',
      '取引年月日令和8年12月18日',
      'イベント用焼き菓子セット※',
      '※印は軽減税率（8%）の対象です。',
      '10%対象71,4007,14078,540',
      '8%（軽減）対象34,5602,76437,324',
      '合計（税込）¥116,704',
    ]) {
      expect(page).toContain(part);
    }
    expect(page).not.toContain('登録を受けていない');
  });

  it('says so when its issuer has no number', async () => {
    const page = (
      await textOf(press.print({ ...invoice, issuer: { ...invoice.issuer, registrationNumber: null } }))
    )[0];
    expect(page).toContain('適格請求書発行事業者の登録を受けていないため、登録番号の記載はありません');
  });

  it('keeps its totals together and repeats the head of the table', async () => {
    const pages = await textOf(press.print(LONG_PAPERS.INVOICE));
    expect(pages.filter((page) => page.includes('品名・仕様')).length).toBeGreaterThanOrEqual(4);
    const last = pages.filter((page) => page.includes('税率別内訳'));
    expect(last).toHaveLength(1);
    expect(last[0]).toContain('合計（税込）');
  });
});

describe('an order to a facility', () => {
  it('states every item the law asks for', async () => {
    const printed = (await textOf(press.print(order))).join('');
    for (const part of [
      '委託をした日令和8年11月21日',
      '受領する期日令和8年12月7日から令和8年12月15日まで',
      '受領する場所',
      '検査完了期日令和8年12月22日',
      '支払期日令和9年1月31日',
      '支払方法銀行振込（振込手数料は当センターが負担します）',
      '現金以外の支払なし',
      '原材料等の支給',
      '未定事項',
      '発注者が原稿を校正中のため',
    ]) {
      expect(printed).toContain(part);
    }
  });

  it('does not speak of the law where it does not apply', async () => {
    const printed = (await textOf(press.print({ ...order, subcontract: null, preparedBy: '窓口' }))).join('');
    expect(printed).not.toContain('取適法');
    expect(printed).toContain('窓口が発注者に代わって作成しました');
  });
});

it('an acknowledgement of an order says that no stamp is due', async () => {
  expect((await textOf(press.print(SHORT_PAPERS.ORDER_ACKNOWLEDGEMENT))).join('')).toContain('収入印紙は不要です');
});
