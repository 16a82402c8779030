import type { Client } from '../harness/api.js';
import { Story } from '../scenarios/story.js';

/** Stands wherever a sentence may stand. */
const CANARY = '山田さんが入院したため';

describe('What can never be changed', () => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.begin();
  });
  afterAll(() => story.end());

  it('holds no sentence of anybody: reasons, notes, names of files', async () => {
    const { company, desk } = story;
    const reason = CANARY;
    const lines = [{ workTypeCode: 'ENVELOPE_STUFFING', quantity: 3_000, specification: CANARY }];
    const asked = await story.asksFor(company, { title: CANARY, description: CANARY, lines });
    await story.do(company, 'refuseQuote', {
      quoteId: (await story.quotes(asked, 'DESK_CONTRACT', [400])).id,
      reason,
    });
    const order = await story.orders(company, await story.quotes(asked, 'DESK_CONTRACT', [500], { terms: CANARY }));
    const [first, second, ...others] = await story.splits(order);
    if (!first || !second) throw new Error('The order is not split');
    await story.do(await story.of(first), 'declineAssignment', { assignmentId: first.id, reason });
    await story.accepts(second, ...others);
    const facility = await story.of(second);
    await story.do(desk, 'proposeShareChange', { assignmentId: second.id, units: 1, reason });
    const [{ id: shareChangeId }] = await story.api.db.query<[{ id: string }]>('SELECT id FROM share_change');
    await story.do(facility, 'answerShareChange', { shareChangeId, isAgreed: false, reason });
    await story.do(facility, 'reportProgress', { assignmentId: second.id, doneUnits: 1, note: CANARY });
    await story.do(facility, 'handBackAssignment', { assignmentId: second.id, units: 1, reason });
    const attachmentId = await upload(facility, second.id);
    await story.do(facility, 'removeAttachment', { attachmentId }, '');
    await story.do(company, 'requestCancellation', { workOrderId: order.id, reason });
    await story.do(desk, 'refuseCancellation', { workOrderId: order.id, reason });
    await story.do(desk, 'cancelWorkOrder', { workOrderId: order.id, reason });
    await story.quiet();

    const entries = await story.api.db.query<{ action: string; words: boolean; change: object }[]>(
      `SELECT action, change, change::text LIKE '%山田%' AS words FROM audit_entry`,
    );
    expect(entries.length).toBeGreaterThan(20);
    expect(entries.filter(({ words }) => words)).toEqual([]);
    const removed = entries.find(({ action }) => action === 'attachment.remove');
    expect(Object.keys(removed?.change ?? {}).sort()).toEqual(['byteSize', 'mediaType', 'subjectId']);
  });

  async function upload(facility: Client, assignmentId: string): Promise<string> {
    const question = { assignmentId, body: CANARY };
    const { id: subjectId } = await story.do<{ id: string }>(facility, 'askQuestion', question, '{ id }');
    const about = new URLSearchParams({ subjectType: 'QUESTION', subjectId, fileName: `${CANARY}.pdf` });
    const response = await fetch(new URL(`/attachments?${about.toString()}`, story.api.url), {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', cookie: facility.cookie ?? '' },
      body: Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
    });
    return ((await response.json()) as { attachmentId: string }).attachmentId;
  }
});
