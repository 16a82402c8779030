import fc from 'fast-check';
import { type Letter, PaperPress } from '#yui/papers';
import { assertProperty } from '../harness/property.js';
import { squeeze, textOf } from './paper-text.js';

const press = new PaperPress();

const party = (name: string) => ({
  name,
  operator: null,
  department: null,
  representative: null,
  contactPerson: null,
  postalCode: '780-0870',
  address: '高知県高知市本町5丁目1-45',
  phone: '088-555-0101',
  email: null,
  registrationNumber: null,
});

const OFFER: Letter = {
  subject: 'お仕事の依頼：封入・封かん 2,300通（12月1日 17時まで）',
  number: '0F3A9C21',
  datedOn: '2026-11-29',
  recipient: party('ひまわり作業所'),
  recipientFax: '088-555-0191',
  sender: party('高知県共同受注窓口'),
  senderFax: '088-555-0198',
  paragraphs: [
    'ひまわり作業所 へのお知らせです。',
    ['仕事：封入・封かん', '数：2,300通', '納品の日：令和8年12月18日（金）', '金額：9,200円（税抜き）'].join('\n'),
    '引き受けられる場合は、下のページでお返事ください。',
  ],
  enclosed: ['配分通知書 A-2026-0001'],
  page: {
    url: 'https://yui.example.jp/answer/J7m3Zb0QpX5n1vY8kT2wR6cH4sD9fG0aL3eU5iO7pQ1',
    caption: 'このページでお返事ができます（12月1日 17時まで）',
  },
  answers: [
    { text: 'すべて引き受けます', blanks: [] },
    { text: '次の条件なら引き受けます', blanks: ['数', '納品の日', '単価'] },
    { text: '引き受けられません', blanks: ['理由'] },
  ],
};

describe('letters', () => {
  it('say to whom, from whom, what, and how to answer: on one page', async () => {
    const pdf = press.printLetter(OFFER);
    const pages = await textOf(pdf);
    expect(pages).toHaveLength(1);
    for (const said of [
      'ひまわり作業所御中',
      'FAX088-555-0191',
      '高知県共同受注窓口',
      '電話088-555-0101',
      squeeze(OFFER.subject),
      ...OFFER.paragraphs.map(squeeze),
      '同封：配分通知書A-2026-0001',
      squeeze(OFFER.page?.url ?? ''),
      'すべて引き受けます',
      '理由：',
      'お返事先：FAX088-555-0198お電話088-555-0101整理番号0F3A9C21',
    ]) {
      expect(pages[0]).toContain(said);
    }
  });

  it('are one page whatever they say', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'あア漢字、。 \n髙Ａa1#*_$@\u202e') });
    const long = fc.string({ unit: fc.constantFrom(...'あア漢字、\n'), minLength: 1, maxLength: 2_000 });
    const answer = fc.record({ text, blanks: fc.array(text, { maxLength: 4 }) });
    await assertProperty(
      fc.asyncProperty(
        fc.array(long, { maxLength: 6 }),
        text,
        fc.array(answer, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (paragraphs, subject, answers, hasPage) => {
          const letter = { ...OFFER, paragraphs, subject, answers, page: hasPage ? OFFER.page : null };
          const pages = await textOf(press.printLetter(letter));
          expect(pages).toHaveLength(1);
          expect(pages[0]).toContain('整理番号0F3A9C21');
        },
      ),
      { numRuns: 15 },
    );
  });
});
