import sharp from 'sharp';
import { CleanUpAttachments } from '#yui/correspondence';
import { Storage } from '#yui/platform';
import { type Client, startApi, type TestApi } from '../harness/api.js';
import { besideApi } from '../harness/product.js';
import { OrderFlow } from '../harness/order-flow.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const FILES = '{ id fileName mediaType isForFacilities isOwn availableActions }';

interface File {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly isOwn: boolean;
  readonly availableActions: readonly string[];
}
interface Said {
  readonly id: string;
  readonly status: string;
  readonly body: string;
  readonly answer: string | null;
  readonly isOwn: boolean;
  readonly assignmentId: string | null;
  readonly facility: { readonly id: string } | null;
  readonly availableActions: readonly string[];
}

describe('files and questions of an order', () => {
  let api: TestApi;
  let flow: OrderFlow;
  let buyer: Client;
  let desk: Client;
  let orderId: string;
  /** Two facilities of the order, and their assignments. */
  let asks: Client;
  let reads: Client;
  let asksAssignment: string;
  let readsAssignment: string;

  beforeAll(async () => {
    api = await startApi();
    buyer = await api.as('COMPANY');
    desk = await api.as('COORDINATOR');
    flow = new OrderFlow(api, buyer, desk);
    const order = await flow.order('DESK_CONTRACT');
    orderId = order.id;
    const [first, second] = await flow.offer(order);
    asks = await flow.facility(first!);
    reads = await flow.facility(second!);
    [asksAssignment, readsAssignment] = [await ownAssignment(asks), await ownAssignment(reads)];
  });
  afterAll(() => api.close());

  const ownAssignment = async (facility: Client) => {
    const { assignments } = await facility.ask<{ assignments: { items: [{ id: string }] } }>(
      '{ assignments { items { id } } }',
    );
    return assignments.items[0].id;
  };
  const origin = () => new URL(api.url).origin;
  const upload = async (
    client: Client,
    about: Readonly<Record<string, string>>,
    bytes: Uint8Array,
    headers: object = {},
  ) =>
    fetch(`${origin()}/attachments?${new URLSearchParams(about).toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', cookie: client.cookie ?? '', ...headers },
      body: Buffer.from(bytes),
    });
  const codeOf = async (response: Response) =>
    ((await response.json()) as { errors: [{ extensions: { code: string } }] }).errors[0].extensions.code;
  const idOf = async (response: Response) => ((await response.json()) as { attachmentId: string }).attachmentId;
  const download = async (client: Client, id: string) =>
    fetch(`${origin()}/attachments/${id}`, { headers: { cookie: client.cookie ?? '' } });
  const filesOfOrder = async (client: Client) =>
    (
      await client.ask<{ workOrder: { attachments: File[] } }>(
        `query ($id: ID!) { workOrder(id: $id) { attachments ${FILES} } }`,
        { id: orderId },
      )
    ).workOrder.attachments;
  const filesOfAssignment = async (client: Client, id: string) =>
    (
      await client.ask<{ assignment: { attachments: File[] } }>(
        `query ($id: ID!) { assignment(id: $id) { attachments ${FILES} } }`,
        { id },
      )
    ).assignment.attachments;
  const aboutOrder = (more: object = {}) => ({
    subjectType: 'WORK_ORDER',
    subjectId: orderId,
    fileName: '仕様書.exe',
    ...more,
  });

  it('a specification is kept under what it is, read by those it is for, and handed out as a file', async () => {
    const response = await upload(buyer, aboutOrder(), PDF);
    expect(response.status).toBe(201);
    const id = await idOf(response);
    expect(await filesOfOrder(buyer)).toMatchObject([
      { id, fileName: '仕様書.pdf', mediaType: 'application/pdf', isOwn: true, availableActions: ['remove'] },
    ]);
    expect(await filesOfOrder(desk)).toMatchObject([{ id, isOwn: false, availableActions: ['remove', 'share'] }]);
    const got = await download(desk, id);
    expect(Buffer.from(await got.arrayBuffer())).toEqual(PDF);
    expect(got.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''%E4%BB%95/);
    expect(got.headers.get('content-security-policy')).toContain('sandbox');
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');

    expect((await download(asks, id)).status).toBe(404);
    expect(await filesOfAssignment(asks, asksAssignment)).toEqual([]);
    await flow.step(desk, 'shareAttachment', { attachmentId: id, isForFacilities: true }, '{ id }');
    expect((await download(asks, id)).status).toBe(200);
    expect(await filesOfAssignment(asks, asksAssignment)).toMatchObject([{ id, availableActions: [] }]);
    const stranger = await api.asNew('FACILITY_ADMIN', crypto.randomUUID());
    expect((await download(stranger, id)).status).toBe(404);
    expect((await download(api.nobody, id)).status).toBe(401);
    expect(await codeOf(await download(desk, `${id}/preview?size=320`))).toBe('ATTACHMENT.NO_PREVIEW');
    // The same file once more is the same file.
    expect(await idOf(await upload(buyer, aboutOrder(), PDF))).toBe(id);
  });

  it('what is no document or image is refused, whatever it is called, and so is what comes from elsewhere', async () => {
    expect(await codeOf(await upload(buyer, aboutOrder({ fileName: 'a.pdf' }), Buffer.from('<html>')))).toBe(
      'ATTACHMENT.TYPE_UNSUPPORTED',
    );
    expect(await codeOf(await upload(buyer, aboutOrder(), Buffer.alloc(0)))).toBe('ATTACHMENT.EMPTY');
    expect((await upload(buyer, aboutOrder(), Buffer.alloc(21 * 1024 * 1024))).status).toBe(413);
    expect((await upload(buyer, aboutOrder(), PDF, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await upload(buyer, aboutOrder(), PDF, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await upload(api.nobody, aboutOrder(), PDF)).status).toBe(401);
    expect((await upload(asks, aboutOrder(), PDF)).status).toBe(404);
    expect((await upload(buyer, aboutOrder({ subjectId: 'x' }), PDF)).status).toBe(404);
    expect((await upload(await api.as('CITY'), aboutOrder(), PDF)).status).toBe(404);
    expect((await upload(await api.as('PLATFORM'), aboutOrder(), PDF)).status).toBe(404);
  });

  it('photos of a delivery are between the facility and the desk, and lose where they were taken', async () => {
    await flow.step(asks, 'acceptAssignment', { assignmentId: asksAssignment }, '{ id }');
    const { deliveries } = await flow.step<{ deliveries: [{ id: string }] }>(
      asks,
      'reportDelivery',
      { assignmentId: asksAssignment, units: 1 },
      '{ deliveries { id } }',
    );
    const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 33/1 0/1' } })
      .jpeg()
      .toBuffer();
    const about = { subjectType: 'DELIVERY', subjectId: deliveries[0].id, fileName: '../箱.jpeg' };
    expect((await upload(reads, about, photo)).status).toBe(404);
    expect((await upload(desk, about, photo)).status).toBe(404);
    const id = await idOf(await upload(asks, about, photo));
    const got = Buffer.from(await (await download(desk, id)).arrayBuffer());
    expect((await sharp(got).metadata()).exif).toBeUndefined();

    const preview = async (client: Client, size: string) =>
      fetch(`${origin()}/attachments/${id}/preview?size=${size}`, { headers: { cookie: client.cookie ?? '' } });
    const small = await preview(desk, '320');
    expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect(small.headers.get('cache-control')).toContain('private');
    expect((await sharp(Buffer.from(await small.arrayBuffer())).metadata()).format).toBe('webp');
    expect((await preview(desk, '50000')).status).toBe(404);
    expect((await preview(reads, '320')).status).toBe(404);
    expect((await preview(buyer, '320')).status).toBe(404);
    expect((await download(buyer, id)).status).toBe(404);
    expect((await download(reads, id)).status).toBe(404);
    const { assignment } = await asks.ask<{ assignment: { deliveries: [{ attachments: File[] }] } }>(
      `query ($id: ID!) { assignment(id: $id) { deliveries { attachments ${FILES} } } }`,
      { id: asksAssignment },
    );
    expect(assignment.deliveries[0].attachments).toMatchObject([{ id, fileName: '.._箱.jpg' }]);
  });

  it('a file that was removed is gone for all, and its bytes a little later; so is an upload that broke off', async () => {
    const id = await idOf(await upload(desk, aboutOrder({ fileName: 'b.pdf' }), Buffer.concat([PDF, PDF])));
    const [{ storage_key: removed }] = await api.db.query<[{ storage_key: string }]>(
      'SELECT storage_key FROM attachment WHERE id = $1',
      [id],
    );
    expect(await buyer.refusal(removing(id))).toBe('ACCESS.NOT_FOUND');
    await desk.ask(removing(id));
    expect((await download(desk, id)).status).toBe(404);
    const storage = api.app.get(Storage);
    await storage.put('attachments/broken-off.pdf', PDF, 'application/pdf');
    await api.db.query(
      `INSERT INTO attachment SELECT (jsonb_populate_record(attachment, jsonb_build_object('id', gen_random_uuid(),
         'storage_key', 'attachments/broken-off.pdf', 'stored_at', NULL, 'removed_at', NULL,
         'uploaded_at', now() - interval '2 hours'))).* FROM attachment WHERE id = $1`,
      [id],
    );
    const worker = await besideApi(api);
    const cleanUp = worker.get(CleanUpAttachments);
    expect(await cleanUp.execute()).toBe(2);
    expect(await cleanUp.execute()).toBe(0);
    await worker.close();
    expect(await storage.exists(removed)).toBe(false);
    expect(await storage.exists('attachments/broken-off.pdf')).toBe(false);
  });
  const removing = (id: string) =>
    `mutation { removeAttachment(input: { idempotencyKey: "${crypto.randomUUID()}", attachmentId: "${id}" }) { attachmentId } }`;

  const SAID = '{ id status body answer isOwn assignmentId facility { id } availableActions }';
  const ask = (client: Client, input: object) => flow.step<Said>(client, 'askQuestion', input, SAID);
  const answer = (client: Client, questionId: string, text: string) =>
    flow.step<Said>(client, 'answerQuestion', { questionId, answer: text }, SAID);
  const questionsOfOrder = async (client: Client) =>
    (
      await client.ask<{ workOrder: { questions: Said[] } }>(
        `query ($id: ID!) { workOrder(id: $id) { questions ${SAID} } }`,
        { id: orderId },
      )
    ).workOrder.questions;
  const questionsOfAssignment = async (client: Client, id: string) =>
    (
      await client.ask<{ assignment: { questions: Said[] } }>(
        `query ($id: ID!) { assignment(id: $id) { questions ${SAID} } }`,
        { id },
      )
    ).assignment.questions;

  it('a facility asks the desk, the desk asks the buyer in its own words, all facilities read the answer, nobody who asked', async () => {
    const asked = await ask(asks, { assignmentId: asksAssignment, body: 'ひまわりです。封筒は角2ですか。' });
    expect(asked.availableActions).toEqual(['withdraw']);
    expect(await questionsOfAssignment(reads, readsAssignment)).toEqual([]);
    expect(await questionsOfOrder(buyer)).toEqual([]);
    const [seen] = await questionsOfOrder(desk);
    expect(seen).toMatchObject({ id: asked.id, availableActions: ['answer', 'passOn'] });
    expect(seen?.facility).not.toBeNull();

    const passed = await flow.step<Said>(
      desk,
      'passOnQuestion',
      { questionId: asked.id, body: '封筒の大きさを教えてください。' },
      SAID,
    );
    expect(await questionsOfOrder(buyer)).toMatchObject([
      { id: passed.id, body: '封筒の大きさを教えてください。', facility: null, availableActions: ['answer'] },
    ]);
    await expect(answer(asks, passed.id, 'x')).rejects.toThrow('ACCESS.NOT_FOUND');
    await answer(buyer, passed.id, '長形3号です。');
    await expect(answer(buyer, asked.id, 'x')).rejects.toThrow('ACCESS.NOT_FOUND');
    await answer(desk, asked.id, '長形3号とのことです。');
    expect(await questionsOfAssignment(asks, asksAssignment)).toMatchObject([
      { answer: '長形3号とのことです。', isOwn: true },
    ]);
    expect(await questionsOfAssignment(reads, readsAssignment)).toMatchObject([
      { answer: '長形3号とのことです。', isOwn: false, facility: null, assignmentId: null, availableActions: [] },
    ]);
    expect(await questionsOfOrder(buyer)).toHaveLength(1);
  });

  it('is answered or withdrawn, never both, when both happen at the same time', async () => {
    for (let round = 0; round < 3; round += 1) {
      const asked = await ask(buyer, { workOrderId: orderId, body: `いつ届きますか（${round}）` });
      const results = await Promise.allSettled([
        answer(desk, asked.id, '金曜日です。'),
        flow.step(buyer, 'withdrawQuestion', { questionId: asked.id }, '{ id }'),
      ]);
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    }
  });

  it('the desk asks one side at a time, and a facility only about a share it knows', async () => {
    await expect(ask(desk, { body: '?' })).rejects.toThrow('QUESTION.ASKED_OF_MISSING');
    await expect(ask(reads, { assignmentId: asksAssignment, body: '?' })).rejects.toThrow('ACCESS.NOT_FOUND');
    const asked = await ask(desk, { assignmentId: readsAssignment, body: '今週中にできますか。' });
    expect(await questionsOfOrder(buyer)).toHaveLength(4);
    await answer(reads, asked.id, 'できます。');
    expect((await questionsOfAssignment(asks, asksAssignment)).map((row) => row.id)).not.toContain(asked.id);
  });

  it.each([
    ['長'.repeat(250), `${'長'.repeat(196)}.pdf`],
    ['仕様\u202Efdp.exe', '仕様_fdp.pdf'],
    ['a\r\nb\u0007.pdf', 'a b_.pdf'],
    ['\u200b.pdf', 'file.pdf'],
  ])('a file called %j is kept under a name that can be shown', async (fileName, expected) => {
    const bytes = Buffer.concat([PDF, Buffer.from(fileName)]);
    const id = await idOf(await upload(buyer, aboutOrder({ fileName }), bytes));
    expect((await filesOfOrder(buyer)).find((file) => file.id === id)?.fileName).toBe(expected);
    await buyer.ask('mutation ($input: RemoveAttachmentInput!) { removeAttachment(input: $input) { attachmentId } }', {
      input: { idempotencyKey: crypto.randomUUID(), attachmentId: id },
    });
  });
});
