import { elapsedSeconds } from '../terminal.js';
import { Product, type ProductSummary } from './product.js';
import { readStartSettings } from './start-settings.js';
import { listenForStopSignals } from './stop-signals.js';

/** What a shell reports for a program that was interrupted. */
const FORCED_EXIT_CODE = 130;

/**
 * Starts the product, waits for Ctrl-C or SIGTERM, stops it in order.
 * @returns the exit code: 0 after an orderly stop
 * @throws CliError when it could not be started; everything already started is stopped again
 */
export async function runProduct(env: Readonly<Record<string, string | undefined>>): Promise<number> {
  const product = new Product(env, readStartSettings(env));
  const signals = listenForStopSignals();
  // Anyone who does not want to wait for the orderly stop gets out at once.
  void signals.second.then(async () => {
    console.log('\n! 強制終了します / Forced stop');
    await product.kill();
    process.exit(FORCED_EXIT_CODE);
  });
  try {
    const summary = await Promise.race([product.start(), signals.first]);
    if (summary) {
      printSummary(summary);
      await signals.first;
    }
  } catch (error) {
    await product.stop();
    throw error;
  }
  console.log('\n▸ 停止します（もう一度 Ctrl-C で強制終了） / Stopping (Ctrl-C again forces it)');
  await product.stop();
  console.log('✓ 停止しました / Stopped');
  // A step that was under way when the signal came may hold the process open; its work is void now.
  process.exit(0);
}

function printSummary({
  pagesUrl,
  apiUrl,
  mailPageUrl,
  logFolder,
  signIns,
  isSecondFactorRequired,
}: ProductSummary): void {
  const lines = ['', `✓ 起動しました（${elapsedSeconds()} 秒） / Running after ${elapsedSeconds()} s`, ''];
  if (pagesUrl !== null) lines.push(`  画面 / pages           ${pagesUrl}`);
  lines.push(`  API                    ${apiUrl}/graphql`);
  if (mailPageUrl !== null) lines.push(`  メール / mail          ${mailPageUrl}`);
  lines.push(`  ログ / logs            ${logFolder}`);
  if (signIns.length > 0) {
    lines.push('', '  見本のサインイン / Sample sign-ins');
    const widthOf = (key: 'email' | 'password') => Math.max(...signIns.map((signIn) => signIn[key].length));
    const [emailWidth, passwordWidth] = [widthOf('email'), widthOf('password')];
    for (const { label, email, password } of signIns) {
      lines.push(`    ${email.padEnd(emailWidth)}  ${password.padEnd(passwordWidth)}  ${label}`);
    }
  }
  if (!isSecondFactorRequired) {
    lines.push(
      '',
      '  ! 見本のため、2段階認証を求めません。本番では SECOND_FACTOR_REQUIRED=true にしてください。',
      '  ! Sample data: no second factor is asked for. Set SECOND_FACTOR_REQUIRED=true for real use.',
    );
  }
  lines.push('', '  Ctrl-C で停止します / Ctrl-C stops it', '');
  console.log(lines.join('\n'));
}
