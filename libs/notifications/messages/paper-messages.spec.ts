import type { PaperFacts } from './paper-messages.js';
import { paperMessages } from './paper-messages.js';

const { isStillTrue, messages } = paperMessages['paper.rendered'];

function facts(paper: object, isReplaced = false): PaperFacts {
  const usual = {
    id: 'paper-id',
    kind: 'INVOICE',
    number: 'INV-2026-0001',
    recipientKind: 'BUYER',
    recipientId: 'buyer-id',
    issuedOn: '2026-11-21',
    amountYen: 116_704,
    replacesId: null,
    data: { subject: '広報の\n封入', issuer: { name: 'こうち共同受注センター結' } },
  };
  return { paper: { ...usual, ...paper } as PaperFacts['paper'], isReplaced };
}

describe('the mail of a paper', () => {
  it('names it, and carries it along', () => {
    const [told] = messages(facts({}));
    expect(told).toEqual({
      organisationId: 'buyer-id',
      path: '/papers/paper-id',
      paperId: 'paper-id',
      subject: '【結】書類：請求書 INV-2026-0001（広報の 封入）',
      body: `請求書をお届けします。PDFを添付しました。

書類：請求書 INV-2026-0001
件名：広報の 封入
発行：こうち共同受注センター結、令和8年11月21日（土）
金額：116,704円（税込み）

同じ内容を、画面でもお読みいただけます。音声での読み上げにも対応しています。

A paper for you is attached: INV-2026-0001.`,
    });
  });

  it('says that it takes the place of another, and omits a sum it does not have', () => {
    const [told] = messages(facts({ kind: 'DELIVERY_NOTE', amountYen: null, replacesId: 'old-id' }));
    expect(told?.body).toContain('前にお届けした書類に代わるものです');
    expect(told?.body).not.toContain('金額');
  });

  it('goes to buyers and facilities, unless a newer paper has taken its place or the offer has a mail of its own', () => {
    expect(isStillTrue(facts({}))).toBe(true);
    expect(isStillTrue(facts({ recipientKind: 'FACILITY' }))).toBe(true);
    expect(isStillTrue(facts({}, true))).toBe(false);
    expect(isStillTrue(facts({ recipientKind: 'DESK' }))).toBe(false);
    expect(isStillTrue(facts({ recipientKind: 'FACILITY', kind: 'ALLOCATION_NOTICE' }))).toBe(false);
  });
});
