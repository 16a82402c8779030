import { spawnSync } from 'node:child_process';

const MESSAGE = 'Read with UnitOfWork.read, write with UnitOfWork.run or command.';

/** Rules that need no types, so that the linter need not read the whole project. */
const LINT = `
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
let input = '';
for await (const part of process.stdin) input += part;
const { files, text } = JSON.parse(input);
const linter = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });
const found = [];
for (const filePath of files) found.push((await linter.lintText(text, { filePath }))[0].messages);
console.log(JSON.stringify(found));
`;

/** What the linter says about the way to the database to this text, for each file it could stand in. */
function lint(files: readonly string[], text: string): string[][] {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', LINT], {
    input: JSON.stringify({ files, text }),
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return (JSON.parse(stdout) as { message: string }[][]).map((messages) =>
    messages.map(({ message }) => message).filter((message) => message.includes(MESSAGE)),
  );
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
  it('the linter refuses every way past it, but to the way itself', () => {
    const places = [
      'libs/orders/work-orders/work-order.access.ts',
      'apps/api/policy.ts',
      'libs/platform/database/data-source.ts',
    ];
    expect(lint(places, WAYS_PAST).map((messages) => messages.length)).toEqual([6, 6, 0]);
  });
});
