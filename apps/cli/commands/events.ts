import { parseArgs } from 'node:util';
import { CliError, type Command } from '../command.js';

const USAGE = 'yui events list | retry <event id> | retry --all';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Shows what did not follow, and lets what was set aside go again. */
export const events: Command = {
  name: 'events',
  summary: {
    ja: `起きたことへの対応のうち、待っているもの・止めてあるものを示し、やり直します: ${USAGE}`,
    en: 'show what waits or was set aside, and let it go again',
  },
  async run(args) {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { all: { type: 'boolean' } } });
    const [verb, eventId, ...more] = positionals;
    const isList = verb === 'list' && eventId === undefined && !values.all;
    const isRetry = verb === 'retry' && (eventId === undefined) === (values.all === true);
    if (more.length > 0 || (!isList && !isRetry) || (eventId !== undefined && !UUID.test(eventId))) {
      throw new CliError('CLI.BAD_ARGUMENT', `使い方: ${USAGE}`, `Usage: ${USAGE}`);
    }
    const { requireDatabaseUrl } = await import('../start/running-product.js');
    const databaseUrl = requireDatabaseUrl(process.env);
    const { explainDatabaseError } = await import('../database.js');
    const { DomainError } = await import('#yui/platform');
    try {
      return await (isList ? list(databaseUrl) : retry(databaseUrl, eventId ?? null));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'ACCESS.NOT_FOUND') {
        throw new CliError(
          'EVENTS.NOT_SET_ASIDE',
          'このIDのもので、止めてあるものはありません。yui events list で確かめてください。',
          'Nothing of this event is set aside. See yui events list.',
        );
      }
      throw explainDatabaseError(error, databaseUrl);
    }
  },
};

async function list(databaseUrl: string): Promise<number> {
  const { MAX_FIRST, SYSTEM, withEvents } = await import('#yui/platform');
  return withEvents(databaseUrl, async ({ tasks, health }) => {
    const { waiting, oldestWaitingSeconds } = await health.figures();
    console.log(
      `待っているもの ${waiting} 件（最長 ${oldestWaitingSeconds} 秒）/ Waiting: ${waiting}, the oldest for ${oldestWaitingSeconds} s`,
    );
    const page = await tasks.page(SYSTEM, { first: MAX_FIRST });
    const totalItems = await page.totalItems();
    console.log(`止めてあるもの ${totalItems} 件 / Set aside: ${totalItems}`);
    for (const { eventId, eventName, consumer, cause, setAsideAt } of page.items) {
      console.log(`✗ ${eventId}  ${setAsideAt.toISOString()}  ${eventName} → ${consumer}\n  ${cause}`);
    }
    return totalItems === 0 ? 0 : 1;
  });
}

async function retry(databaseUrl: string, eventId: string | null): Promise<number> {
  const { MAX_RETRIED, SYSTEM, withEvents } = await import('#yui/platform');
  return withEvents(databaseUrl, async ({ tasks }) => {
    let retried = 0;
    for (let more = MAX_RETRIED; more === MAX_RETRIED; retried += more) more = await tasks.retry(SYSTEM, eventId);
    console.log(`✓ やり直すもの: ${retried} 件 / Let go again: ${retried}`);
    return 0;
  });
}
