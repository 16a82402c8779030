import { createHash, randomUUID } from 'node:crypto';
import { PAPER_KINDS, PaperPress } from '#yui/papers';
import { Storage } from '#yui/platform';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { SHORT_PAPERS } from '../papers/paper-samples.js';

describe('papers over HTTP', () => {
  let api: TestApi;
  let deskId: string;
  let buyerId: string;
  let quoteId: string;
  let unprintedId: string;
  let pdf: Uint8Array;

  beforeAll(async () => {
    api = await startApi();
    const one = async (query: string) => (await api.db.query<[{ id: string }]>(query))[0].id;
    deskId = await one('SELECT id FROM desk');
    buyerId = await one(`SELECT id FROM buyer WHERE code = 'TOSA'`);
    quoteId = await addPaper('Q-2026-0001');
    unprintedId = await addPaper('Q-2026-0002');
    pdf = new PaperPress().print(SHORT_PAPERS.QUOTE);
    const storageKey = `papers/${deskId}/${quoteId}.pdf`;
    await api.app.get(Storage, { strict: false }).put(storageKey, pdf, 'application/pdf');
    await api.db.query(
      'UPDATE paper SET sha256 = $2, storage_key = $3, size_bytes = $4, rendered_at = now() WHERE id = $1',
      [quoteId, createHash('sha256').update(pdf).digest('hex'), storageKey, pdf.length],
    );
  });
  afterAll(async () => api.close());

  async function addPaper(number: string): Promise<string> {
    const id = randomUUID();
    await api.db.query(
      `INSERT INTO paper (id, desk_id, kind, number, issuer_kind, issuer_id, recipient_kind, recipient_id, buyer_id,
         source_key, data, issued_on, issued_at, amount_yen)
       VALUES ($1::uuid, $2, 'QUOTE', $4, 'DESK', $2, 'BUYER', $3, $3, 'quote:' || $1, $5, '2026-11-21', now(), 78540)`,
      [id, deskId, buyerId, number, { ...SHORT_PAPERS.QUOTE, number }],
    );
    return id;
  }

  const get = async (client: Client, path: string) =>
    fetch(new URL(path, api.url), { headers: client.cookie === null ? {} : { cookie: client.cookie } });

  it('hands a paper over as it was printed, to be kept', async () => {
    const response = await get(await api.as('COMPANY'), `/papers/${quoteId}/pdf`);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(pdf))).toBe(true);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('見積書_Q-2026-0001.pdf'));
    expect(response.headers.get('cache-control')).toContain('no-store');
  });

  it('shows it as a page that needs nothing but its stylesheet', async () => {
    const response = await get(await api.as('COMPANY'), `/papers/${quoteId}`);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("style-src 'self'");
    expect(html).toContain('<html lang="ja">');
    expect(html).toContain(`href="/papers/${quoteId}/pdf"`);
    const stylesheet = await get(api.nobody, '/papers/paper.css');
    expect(stylesheet.status).toBe(200);
    expect(stylesheet.headers.get('content-type')).toContain('text/css');
  });

  it('says so while the PDF is being made', async () => {
    const client = await api.as('COORDINATOR');
    const response = await get(client, `/papers/${unprintedId}/pdf`);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'PAPER.NOT_READY' } }] });
    expect(await (await get(client, `/papers/${unprintedId}`)).text()).not.toContain('/pdf"');
  });

  it('asks who is not signed in to sign in', async () => {
    for (const path of [`/papers/${quoteId}`, `/papers/${quoteId}/pdf`, `/papers/${randomUUID()}`]) {
      const response = await get(api.nobody, path);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'ACCESS.SIGN_IN_REQUIRED' } }] });
    }
  });

  it('tells whom it does not concern what it tells of a paper that is not there', async () => {
    const answerTo = async (client: Client, path: string) => {
      const response = await get(client, path);
      const body = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
      return [response.status, body.errors.map(({ message, extensions }) => [message, extensions.code])];
    };
    for (const person of ['CITY', 'FACILITY_1', 'PLATFORM'] as const) {
      const client = await api.as(person);
      for (const ending of ['', '/pdf']) {
        const absent = await answerTo(client, `/papers/${randomUUID()}${ending}`);
        expect(absent[0]).toBe(404);
        expect(await answerTo(client, `/papers/${quoteId}${ending}`)).toEqual(absent);
        expect(await answerTo(client, `/papers/nothing${ending}`)).toEqual(absent);
      }
    }
    const officer = await api.asNew('PREFECTURE_OFFICER', randomUUID());
    expect((await answerTo(officer, `/papers/${quoteId}`))[0]).toBe(404);
  });

  it('finds papers by date, amount and partner, as the law on electronic records asks', async () => {
    const client = await api.as('COMPANY');
    const count = async (filter: object) => {
      const { papers } = await client.ask<{ papers: { totalItems: number } }>(
        'query ($filter: PaperFilterInput) { papers(filter: $filter) { totalItems } }',
        { filter },
      );
      return papers.totalItems;
    };
    expect(await count({})).toBe(2);
    expect(await count({ from: '2026-11-21', to: '2026-11-21', minYen: 78_540, maxYen: 78_540 })).toBe(2);
    expect(await count({ from: '2026-11-22' })).toBe(0);
    expect(await count({ maxYen: 78_539 })).toBe(0);
    expect(await count({ partner: '共同受注' })).toBe(2);
    expect(await count({ partner: '%' })).toBe(0);
    expect(await count({ kinds: ['INVOICE'] })).toBe(0);
    const { papers } = await client.ask<{ papers: { items: object[] } }>(
      '{ papers { items { title number issuer { kind name } pdfPath pagePath amountYen } } }',
    );
    expect(papers.items).toContainEqual({
      title: '見積書',
      number: 'Q-2026-0001',
      issuer: { kind: 'DESK', name: SHORT_PAPERS.QUOTE.issuer.name },
      pdfPath: `/papers/${quoteId}/pdf`,
      pagePath: `/papers/${quoteId}`,
      amountYen: 78_540,
    });
    expect(PAPER_KINDS).toHaveLength(12);
  });

  describe('what an organisation states about itself', () => {
    const SET =
      'mutation ($input: SetBusinessProfileInput!) { setBusinessProfile(input: $input) { businessProfile { postalCode phone missing bankAccount { holderKana accountNumber } } } }';
    const bankAccount = {
      bankName: '見本銀行',
      branchName: '本店',
      accountType: 'ORDINARY',
      accountNumber: '１２３-４５６７',
      holderKana: 'ﾄｸﾋ)ｺｳﾁ',
    };

    it('is read as people type it, and says what is missing', async () => {
      const city = await api.as('CITY');
      await city.ask(SET, { input: { phone: null } });
      const {
        setBusinessProfile: { businessProfile: first },
      } = await city.ask<{ setBusinessProfile: { businessProfile: object } }>(SET, {
        input: {},
      });
      expect(first).toMatchObject({ missing: ['PHONE'] });
      const {
        setBusinessProfile: { businessProfile: setBusinessProfile },
      } = await city.ask<{ setBusinessProfile: { businessProfile: object } }>(SET, {
        input: { postalCode: '〒７８０８５７１', phone: '０８８−５５５−０１０３', bankAccount },
      });
      expect(setBusinessProfile).toEqual({
        postalCode: '780-8571',
        phone: '088-555-0103',
        missing: [],
        bankAccount: { holderKana: 'トクヒ)コウチ', accountNumber: '1234567' },
      });
    });

    it.each([
      [{ postalCode: '780' }, 'PROFILE.POSTAL_CODE_MALFORMED'],
      [{ phone: 'なし' }, 'PROFILE.PHONE_MALFORMED'],
      [{ email: 'desk.example.jp' }, 'PROFILE.EMAIL_MALFORMED'],
      [{ bankAccount: { ...bankAccount, branchName: ' ' } }, 'PROFILE.BANK_ACCOUNT_INCOMPLETE'],
      [{ bankAccount: { ...bankAccount, accountNumber: '12a' } }, 'PROFILE.ACCOUNT_NUMBER_MALFORMED'],
      [{ bankAccount: { ...bankAccount, holderKana: '高知' } }, 'PROFILE.HOLDER_NOT_KANA'],
    ])('refuses %j', async (input, code) => {
      expect(await (await api.as('CITY')).refusal(SET, { input })).toBe(code);
    });

    it('is set by those who administer it', async () => {
      const member = await api.asNew('BUYER_MEMBER', buyerId);
      expect(await member.refusal(SET, { input: {} })).toBe('ACCESS.NOT_FOUND');
      expect(await member.ask('{ businessProfile { representative } }')).toEqual({
        businessProfile: { representative: '代表取締役 見本 太郎' },
      });
    });
  });
});
