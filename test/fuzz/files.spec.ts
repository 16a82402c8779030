import fc from 'fast-check';
import { todayInTokyo } from '#yui/calendar';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { OrderFlow } from '../harness/order-flow.js';
import { assertProperty, LONG_SECONDS, SEED } from '../harness/property.js';
import { madeUpDesk } from '../move-in/made-up-desk.js';
import { knownCodes } from './known-codes.js';
import { lists, pictures, workbooksLike } from './made-files.js';
import { watchProcess } from './watch-process.js';

/** A file takes a process of its own; `npm run test:fuzz` sends many. */
const RUNS = 4;
const TIMEOUT_MS = (LONG_SECONDS ?? 60) * 1000 + 120_000;
const MAX_STALL_MS = 200;
const BYTES_PER_MB = 2 ** 20;
const MAX_BYTES = 1024 * BYTES_PER_MB;

const IMPORT = `mutation ($input: ImportRegistryInput!) { importRegistry(input: $input) { report {
  createdCount askedCount problems { code } facilities(limit: 50) { name outcome stored { typeCode capacityPersons } } } } }`;
const MOVE_IN = `mutation ($input: ImportWorkbookInput!) { importWorkbook(input: $input) { report {
  isStored problems { code } questions { code } counts { count } } } }`;

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

describe('whatever file is sent', () => {
  let api: TestApi;
  let admin: Client;
  const codes = knownCodes();
  const met = new Map<string, number>();
  beforeAll(async () => {
    api = await startApi({ CLOCK_MOVABLE: 'false' });
    admin = await api.as('DESK_ADMIN');
  });
  afterAll(async () => {
    if (LONG_SECONDS !== null) console.log({ seed: SEED, codes: Object.fromEntries(met) });
    await api.close();
  });

  /** Looks at what is answered, and counts the codes. */
  function check({ status }: Response, { data, errors = [] }: Answer): void {
    expect(status).toBeLessThan(500);
    for (const { extensions } of errors) {
      const code = extensions?.code ?? 'none';
      met.set(code, (met.get(code) ?? 0) + 1);
      expect(codes).toContain(code);
      // The question itself is right, or nothing is tried at all.
      expect(code).not.toMatch(/^GRAPHQL\./);
    }
    expect(Boolean(data) || errors.length > 0).toBe(true);
  }

  async function ask(query: string, bytes: Uint8Array, more: object): Promise<void> {
    const contentBase64 = Buffer.from(bytes).toString('base64');
    const input = { ...more, fileName: 'x', isDryRun: true, contentBase64 };
    const response = await fetch(api.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: admin.cookie ?? '' },
      body: JSON.stringify({ query, variables: { input } }),
    });
    const answer = (await response.json()) as Answer;
    check(response, answer);
    const problems = JSON.stringify(answer.data ?? {}).matchAll(/"code":"([^"]+)"/g);
    for (const [, code] of problems) {
      expect(code).toMatch(/^[A-Z_]+\.[A-Z_]+$/);
      met.set(code!, (met.get(code!) ?? 0) + 1);
    }
  }

  /** Sends files of one kind, and says whether the api stood still or grew meanwhile. */
  async function send(files: fc.Arbitrary<Uint8Array>, one: (bytes: Uint8Array, key: string) => Promise<void>) {
    const watch = watchProcess();
    try {
      const tried = async (bytes: Uint8Array, key: string) => watch.during(async () => one(bytes, key));
      await assertProperty(fc.asyncProperty(files, fc.uuid(), tried), { numRuns: RUNS });
    } finally {
      watch.end();
    }
    const { stallMs, memoryBytes } = watch.worst();
    expect(memoryBytes).toBeLessThan(MAX_BYTES);
    // In a short run most of the time goes into compiling what is called for the first time.
    if (LONG_SECONDS === null) return;
    console.log({ stallMs: Math.round(stallMs), memoryMb: Math.round(memoryBytes / BYTES_PER_MB) });
    expect(stallMs).toBeLessThan(MAX_STALL_MS);
  }

  it(
    'as a list of facilities is answered with what is in it or why it cannot be read',
    async () => {
      await send(lists, async (bytes, idempotencyKey) => ask(IMPORT, bytes, { idempotencyKey, sourceName: 'x' }));
    },
    TIMEOUT_MS,
  );

  it(
    'as the workbook of a desk that moves in, too',
    async () => {
      const sheets = madeUpDesk(todayInTokyo(new Date()), { facilities: 5, buyers: 3, results: 5 });
      await send(workbooksLike(sheets), async (bytes, idempotencyKey) => ask(MOVE_IN, bytes, { idempotencyKey }));
    },
    TIMEOUT_MS,
  );

  it(
    'as a picture is kept and shown, or refused',
    async () => {
      const buyer = await api.as('COMPANY');
      const { id: subjectId } = await new OrderFlow(api, buyer, admin).draft();
      const at = (path: string) => new URL(path, api.url);
      const headers = { cookie: buyer.cookie ?? '' };
      await send(await pictures(), async (bytes) => {
        const about = new URLSearchParams({ subjectType: 'WORK_ORDER', subjectId, fileName: 'x.png' }).toString();
        const kept = await fetch(at(`/attachments?${about}`), {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/octet-stream' },
          body: Buffer.from(bytes),
        });
        const answer = (await kept.json()) as Answer & { attachmentId?: string };
        check(kept, { data: answer.attachmentId === undefined ? null : {}, errors: answer.errors ?? [] });
        if (answer.attachmentId === undefined) return;
        const preview = await fetch(at(`/attachments/${answer.attachmentId}/preview?size=320`), { headers });
        expect([preview.status, preview.headers.get('content-type')]).toEqual([200, 'image/webp']);
        await preview.arrayBuffer();
        // An order takes so many files and no more.
        await api.db.query('DELETE FROM attachment');
      });
    },
    TIMEOUT_MS,
  );
});
