import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { MailMood } from './faulty-mail-server.js';
import type { Member, Town } from './town.js';

/** Something that goes wrong, and is over when `strike` returns: from then on recovery is timed. */
export interface Fault {
  readonly name: string;
  /** How often among a thousand crash points. */
  readonly weight: number;
  /** Longer than ten seconds: not in the short run. */
  readonly isLong?: boolean;
  readonly needsRedis?: boolean;
  strike(town: Town, pick: (limit: number) => number): Promise<void>;
}

const one = (members: readonly Member[], pick: (limit: number) => number) => members[pick(members.length)]!;
const all = ({ apis, workers }: Town) => [...apis, ...workers];

function killing(name: string, weight: number, of: (town: Town) => readonly Member[]): Fault {
  return { name, weight, strike: async (town, pick) => void one(of(town), pick).child?.kill('SIGKILL') };
}

function freezing(name: string, weight: number, seconds: number, of: (town: Town) => readonly Member[]): Fault {
  return {
    name,
    weight,
    isLong: seconds > 10,
    strike: async (town, pick) => {
      const { child } = one(of(town), pick);
      child?.kill('SIGSTOP');
      await pause(seconds * 1000);
      child?.kill('SIGCONT');
    },
  };
}

function mailing(name: string, weight: number, mood: MailMood): Fault {
  return {
    name,
    weight,
    strike: async ({ mail }) => {
      mail.mood = mood;
      await pause(1500);
      mail.mood = 'WELL';
    },
  };
}

function locking(name: string, weight: number, seconds: number): Fault {
  return {
    name,
    weight,
    isLong: seconds > 10,
    strike: async ({ admin }) => {
      const client = await admin.connect();
      try {
        await client.query('BEGIN; LOCK TABLE notification IN ACCESS EXCLUSIVE MODE');
        await pause(seconds * 1000);
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    },
  };
}

export const FAULTS: readonly Fault[] = [
  {
    name: 'PostgreSQL ends a connection',
    weight: 640,
    strike: async ({ admin }) => {
      await admin.query(`SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity
        WHERE datname = current_database() AND application_name ~ '^yui-' ORDER BY random() LIMIT 1) AS any_one`);
    },
  },
  killing('kill -9 of a worker', 60, ({ workers }) => workers),
  killing('kill -9 of an api', 60, ({ apis }) => apis),
  {
    name: 'the way of a process to PostgreSQL is cut for a second',
    weight: 60,
    strike: async (town, pick) => {
      const { proxy } = one(all(town), pick);
      proxy.cut();
      await pause(1000);
      await proxy.mend();
    },
  },
  {
    name: 'its connections fall silent',
    weight: 20,
    strike: async (town, pick) => {
      const { proxy } = one(all(town), pick);
      proxy.silence();
      proxy.speak();
    },
  },
  { name: 'kill -9 of PostgreSQL', weight: 20, strike: async (town) => town.killPostgres() },
  mailing('the mail server refuses', 40, 'REFUSING'),
  mailing('the mail server takes three seconds', 20, 'SLOW'),
  mailing('the mail server dies after it took the mail', 20, 'DYING'),
  freezing('a worker stands still for 8 s', 15, 8, ({ workers }) => workers),
  freezing('an api stands still for 8 s', 10, 8, ({ apis }) => apis),
  freezing('a worker stands still for 45 s', 2, 45, ({ workers }) => workers),
  locking('a table is locked for 5 s', 10, 5),
  locking('a table is locked for 45 s', 2, 45),
  {
    name: 'all connections of PostgreSQL are taken for 3 s',
    weight: 8,
    strike: async ({ admin, workers }) => {
      const address = (admin as unknown as { options: { connectionString: string } }).options.connectionString;
      const taken = Array.from({ length: 190 }, () => new pg.Client({ connectionString: address }));
      for (const client of taken) client.on('error', () => undefined);
      await Promise.allSettled(taken.map(async (client) => client.connect()));
      workers[0]?.child?.kill('SIGKILL');
      await pause(3000);
      await Promise.allSettled(taken.map(async (client) => client.end()));
    },
  },
  {
    name: 'the clock of a worker is an hour fast, slow, right',
    weight: 8,
    strike: async ({ workers }) => {
      for (let turn = 0; turn < 3; turn += 1) {
        workers[1]?.child?.kill('SIGUSR2');
        await pause(2500);
      }
    },
  },
  { name: 'kill -9 of Redis', weight: 30, needsRedis: true, strike: async ({ redis }) => redis?.kill() },
  { name: 'FLUSHALL', weight: 30, needsRedis: true, strike: async ({ redis }) => redis?.flush() },
];
