import { CliError, type Command } from './command.js';
import { COMMANDS } from './commands.js';

function helpText(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary.ja} / ${summary.en}`);
  return ['使い方 / Usage: yui <command>', '', ...lines, ''].join('\n');
}

async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(helpText(COMMANDS));
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    console.error(helpText(COMMANDS));
    throw new CliError(
      'CLI.UNKNOWN_COMMAND',
      `「${name}」というコマンドはありません。`,
      `There is no command "${name}".`,
    );
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(`yui ${command.name}\n\n  ${command.summary.ja}\n  ${command.summary.en}`);
    return 0;
  }
  return command.run(rest);
}

function report(error: unknown): void {
  if (error instanceof CliError) {
    if (error.details) console.error(error.details.trimEnd());
    console.error(`✗ ${error.messageJa}\n  ${error.messageEn} [${error.code}]`);
    return;
  }
  if (error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')) {
    console.error(`✗ 引数が正しくありません。--help で使い方を表示します。\n  ${error.message} [CLI.BAD_ARGUMENT]`);
    return;
  }
  console.error('✗ 予期しないエラーです。/ Unexpected error.');
  console.error(error);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  report(error);
  process.exitCode = 1;
}
