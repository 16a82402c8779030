import { spawnSync } from 'node:child_process';

const MESSAGE = 'Read with UnitOfWork.read, write with UnitOfWork.run or once.';

/** What the linter says to this text, if it stood in this file. */
function lint(file: string, text: string): string[] {
  const { stdout } = spawnSync(
    process.execPath,
    ['node_modules/eslint/bin/eslint.js', '--stdin', '--stdin-filename', file, '--format', 'json'],
    { input: text, encoding: 'utf8' },
  );
  const [result] = JSON.parse(stdout) as [{ messages: { message: string }[] }];
  return result.messages.map(({ message }) => message).filter((message) => message.includes(MESSAGE));
}

const WAYS_PAST = `
import { InjectRepository } from '@nestjs/typeorm';
import pg from 'pg';
import { DataSource, type EntityManager, Repository } from 'typeorm';
import { createDataSource } from '#yui/platform';
export const past = [InjectRepository, pg, DataSource, Repository, createDataSource];
export const repository = (db: EntityManager) => db.getRepository(Object);
`;

describe('The one way to the database', () => {
  it.each(['libs/orders/order.scope.ts', 'apps/api/policy.ts'])(
    'the linter refuses every way past it in %s',
    (file) => {
      expect(lint(file, WAYS_PAST)).toHaveLength(6);
    },
    60_000,
  );

  it('and lets the way itself be', () => {
    expect(lint('libs/platform/database/data-source.ts', WAYS_PAST)).toEqual([]);
  }, 60_000);
});
