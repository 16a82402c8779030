import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { type Client, startApi, type TestApi } from '../harness/api.js';

const FORBIDDEN = 'ACCESS.NOT_FOUND';

describe('Lists as files', () => {
  let api: TestApi;
  let desk: Client;
  beforeAll(async () => {
    api = await startApi();
    desk = await api.as('COORDINATOR');
  });
  afterAll(() => api.close());

  async function get(who: Client | null, path: string): Promise<Response> {
    return fetch(new URL(`/exports/${path}`, api.url), { headers: { cookie: who?.cookie ?? '' } });
  }
  async function rowsOf(who: Client, path: string): Promise<Record<string, string>[]> {
    const response = await get(who, path);
    expect(response.status).toBe(200);
    return parse(await response.text(), { bom: true, columns: true });
  }
  async function codeOf(response: Response): Promise<string> {
    const { errors } = (await response.json()) as { errors: [{ extensions: { code: string } }] };
    return errors[0].extensions.code;
  }
  const withFilter = (variables: object) => `?variables=${encodeURIComponent(JSON.stringify(variables))}`;

  it('hold all rows, in the order of the list, not only those of a page', async () => {
    const { facilities } = await desk.ask<{ facilities: { totalItems: number; items: { name: string }[] } }>(
      '{ facilities(first: 100) { totalItems items { name } } }',
    );
    const rows = await rowsOf(desk, 'facilities.csv');
    expect(rows).toHaveLength(facilities.totalItems);
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.slice(0, 100).map((row) => row['名称'])).toEqual(facilities.items.map(({ name }) => name));

    const book = read(Buffer.from(await (await get(desk, 'facilities.xlsx')).arrayBuffer()));
    const [headings, ...inBook] = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1 });
    expect(headings).toEqual(Object.keys(rows[0]!));
    expect(inBook.map(([name]) => name)).toEqual(rows.map((row) => row['名称']));
  });

  it('that are reports are printed, too, and no list is', async () => {
    const variables = { report: 'BANDS', fromYear: 2015, toYear: 2025 };
    const printed = await get(desk, `wages.pdf${withFilter(variables)}`);
    expect(printed.status).toBe(200);
    expect(printed.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await printed.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await codeOf(await get(desk, 'orders.pdf'))).toBe(FORBIDDEN);
    expect(await codeOf(await get(await api.as('COMPANY'), `wages.pdf${withFilter(variables)}`))).toBe(FORBIDDEN);
  });

  it('come with the filter of the page and in the language of the page', async () => {
    const variables = { filter: { workTypeCode: 'ENVELOPE_STUFFING' } };
    const { facilities } = await desk.ask<{ facilities: { totalItems: number } }>(
      'query ($filter: FacilityFilterInput) { facilities(filter: $filter) { totalItems } }',
      variables,
    );
    expect(await rowsOf(desk, `facilities.csv${withFilter(variables)}`)).toHaveLength(facilities.totalItems);
    const [first] = await rowsOf(desk, `facilities.csv${withFilter(variables)}&language=en`);
    expect(Object.keys(first!)).toContain('Municipality');
  });

  it('are a file to keep, and a line of the audit', async () => {
    const response = await get(desk, 'papers.csv');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; .*\.csv/);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString('utf8')).toMatch(/^\uFEFF種類,番号/);
    const admin = await api.as('DESK_ADMIN');
    const { auditEntries } = await admin.ask<{ auditEntries: { items: { sentenceJa: string }[] } }>(
      '{ auditEntries(first: 5) { items { sentenceJa } } }',
    );
    expect(auditEntries.items.map(({ sentenceJa }) => sentenceJa).join()).toContain('一覧を書き出しました。');
  });

  it('show each organisation its own, and nobody what their pages do not show', async () => {
    const company = await api.as('COMPANY');
    expect(await codeOf(await get(company, 'facilities.csv'))).toBe(FORBIDDEN);
    expect(await codeOf(await get(company, `results.xlsx${withFilter({ fiscalYear: 2026 })}`))).toBe(FORBIDDEN);
    expect(await codeOf(await get(await api.as('PLATFORM'), 'orders.csv'))).toBe(FORBIDDEN);
    expect(await rowsOf(company, 'invoices.csv')).toEqual([]);
    const nobody = await get(null, 'orders.csv');
    expect([nobody.status, await codeOf(nobody)]).toEqual([401, 'ACCESS.SIGN_IN_REQUIRED']);
  });

  it.each([
    ['orders.pdf', 404, FORBIDDEN],
    ['constructor.csv', 404, FORBIDDEN],
    ['orders.csv?variables=%7B', 400, 'EXPORT.FILTER_UNREADABLE'],
    ['orders.csv?variables=[]', 400, 'EXPORT.FILTER_UNREADABLE'],
    [`orders.csv${'?variables={"filter":{"statuses":["NO_STATE"]}}'}`, 400, 'GRAPHQL.INPUT_INVALID'],
    ['results.csv', 400, 'GRAPHQL.INPUT_INVALID'],
    [`orders.csv?variables={"filter":{"text":"\\ud800"}}`, 400, 'INPUT.TEXT_UNREADABLE'],
  ])('are refused by a code: %s', async (path, status, code) => {
    const response = await get(desk, path);
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
  });
});
