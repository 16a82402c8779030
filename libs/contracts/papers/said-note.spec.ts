import { saidNote } from './said-note.js';

it.each([
  ['PHONE', 'お電話'],
  ['FAX', 'FAX'],
  ['MAIL', 'メール'],
  ['VISIT', 'ご来所'],
  ['LETTER', '書面'],
] as const)('a paper says that it was told by %s', (channel, words) => {
  const note = saidNote({ channel, saidAt: new Date('2026-11-30T16:00:00Z'), saidBy: '総務課 山本' });
  expect(note).toContain('12月1日');
  expect(note).toContain(`総務課 山本 様より${words}により承りました。`);
});
