import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ACCOUNT_EVENTS } from '#yui/identity';
import { TOLD_EVENTS } from '../../libs/notifications/messages/compose-messages.js';

/** Events nobody is told about, each with the reason. A new event is told to somebody, or stands here. */
const TELLS_NOBODY: Readonly<Record<string, string>> = {
  'call.answered': 'Answers come one by one; pages that are open show them, and the desk is told when the call closes.',
  'work-order.came-again':
    'It was agreed before: its facilities are told that their date is near, and the desk where something is open.',
  'invoice.issued': 'Its paper is made first; who gets it is told about the paper.',
  'paper.issued': 'Its file is made first; who gets it is told once it can be opened.',
  'undecided-item.decided': 'Facilities are told about the supplementary paper that comes of it.',
  'work-order.in-production':
    'The answers of facilities are told one by one; that all of them work shows on the order.',
  'notification.queued': 'It sends the mail that tells.',
  'webhook.queued': 'It tells a program.',
  'webhook.trial': 'The owner of a webhook asks for it, and sees what came of it.',
};

const EVENT = "'([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)'";

/** Every event a lib can emit: those of its lists, and those that are named where they are emitted. */
function emittedEvents(): string[] {
  const sources = readdirSync('libs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(path.join('libs', file), 'utf8'));
  const quoted = (text: string, after = '') => [...text.matchAll(new RegExp(`${EVENT}${after}`, 'g'))];
  const found = sources.flatMap((source) => [
    ...[...source.matchAll(/export interface \w*Events \{(.*?)\n\}/gs)].flatMap(([list]) => quoted(list, '\\??:')),
    ...[...source.matchAll(/export const \w*EVENTS = \{(.*?)\n\}/gs)].flatMap(([list]) => quoted(list)),
    ...source.matchAll(new RegExp(`\\.emit\\(\\s*${EVENT}`, 'g')),
    ...source.matchAll(new RegExp(`export const [A-Z_]+ = ${EVENT};`, 'g')),
  ]);
  return [...new Set(found.map(([, name = '']) => name))].sort();
}

describe('an event', () => {
  const told = [...TOLD_EVENTS, ...ACCOUNT_EVENTS];

  it('is told to somebody, or to nobody for a reason that stands here', () => {
    const emitted = emittedEvents();
    expect(emitted.length).toBeGreaterThan(60);
    expect(emitted.filter((name) => !told.includes(name) && !(name in TELLS_NOBODY))).toEqual([]);
  });

  it('that is told is one that can be emitted, and has no reason not to be', () => {
    const emitted = emittedEvents();
    expect(told.filter((name) => !emitted.includes(name))).toEqual([]);
    expect(Object.keys(TELLS_NOBODY).filter((name) => told.includes(name) || !emitted.includes(name))).toEqual([]);
  });
});
