import { parseArgs } from 'node:util';
import type { AuditFaultKind, ChainReport, NotedLink } from '#yui/platform';
import { CliError, type Command } from '../command.js';

const USAGE = 'yui audit verify [--desk <code>|-] [--expect <number>:<hash>]';

/** What is wrong, in words; a Record, so that a new kind cannot be forgotten. */
const FAULTS: Readonly<Record<AuditFaultKind, { readonly ja: string; readonly en: string }>> = {
  LINK_MISSING: { ja: '記録が抜き取られています', en: 'an entry was taken out' },
  ENTRY_MISSING: { ja: '記録の本文が消されています', en: 'the entry itself was deleted' },
  ENTRY_ALTERED: { ja: '記録が書き換えられているか、入れ替えられています', en: 'the entry was altered or swapped' },
  ENTRY_MOVED: { ja: '記録が別の窓口に付け替えられています', en: 'the entry was moved to another desk' },
  ENTRY_UNLINKED: { ja: '正規の手順によらない記録が差し込まれています', en: 'an entry was put in from outside' },
  ORIGIN_ALTERED: { ja: '操作元のアドレスが書き換えられています', en: 'the network address was altered' },
  NOTED_MISSING: { ja: '控えた番号まで記録がありません（末尾が消されています）', en: 'the end was cut off before it' },
  ORDER_UNRECORDED: {
    ja: '案件があるのに、その記録がありません（鎖の全部か末尾が消されています）',
    en: 'there is an order that no entry speaks of: the chain or its end is gone',
  },
  NOTED_DIFFERS: { ja: '控えたハッシュと違います（記録が作り直されています）', en: 'it is not what was noted' },
};

/** Proves that nobody changed the audit behind the product's back, or names the first entry that was. */
export const audit: Command = {
  name: 'audit',
  summary: {
    ja: `操作の記録が改ざんされていないかを確かめます: ${USAGE}`,
    en: 'prove that the audit was not tampered with; --expect compares with what was printed earlier',
  },
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { desk: { type: 'string' }, expect: { type: 'string' } },
    });
    const noted = values.expect === undefined ? null : readNoted(values.expect);
    if (positionals.join() !== 'verify' || noted === undefined || (noted && values.desk === undefined)) {
      throw new CliError('CLI.BAD_ARGUMENT', `使い方: ${USAGE}`, `Usage: ${USAGE}`);
    }
    const reports = await verify(values.desk ?? null, noted);
    if (values.desk !== undefined && reports.length === 0) {
      throw new CliError(
        'AUDIT.DESK_UNKNOWN',
        `コード「${values.desk}」の窓口はありません。`,
        `There is no desk with the code ${values.desk}.`,
      );
    }
    for (const report of reports) console.log(describeChain(report));
    return reports.some(({ fault }) => fault !== null) ? 1 : 0;
  },
};

/** @returns undefined when it is not a number and a hash */
function readNoted(text: string): NotedLink | undefined {
  const [, sequence, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/i.exec(text) ?? [];
  return sequence && hash ? { sequence: Number(sequence), hash: hash.toLowerCase() } : undefined;
}

async function verify(deskCode: string | null, noted: NotedLink | null): Promise<ChainReport[]> {
  const { requireDatabaseUrl } = await import('../start/running-product.js');
  const databaseUrl = requireDatabaseUrl(process.env);
  const { createDataSource, verifyAudit } = await import('#yui/platform');
  const { explainDatabaseError } = await import('../database.js');
  const dataSource = createDataSource({
    url: databaseUrl,
    poolSize: 1,
    applicationName: 'yui-audit',
    role: 'yui_auditor',
  });
  try {
    await dataSource.initialize();
    return await verifyAudit(dataSource, deskCode, noted);
  } catch (error) {
    throw explainDatabaseError(error, databaseUrl);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}

/** A good chain ends with what `--expect` takes later. */
function describeChain({ deskId, deskCode, count, lastHash, fault }: ChainReport): string {
  const name = deskCode ?? (/^[0-]+$/.test(deskId) ? '-' : deskId);
  if (fault === null) {
    const seal = count === 0 ? '' : `\n  ${count}:${lastHash}`;
    return `✓ ${name}  ${count} 件、改ざんはありません / ${count} entries, none tampered with${seal}`;
  }
  const place = [
    fault.sequence === null ? null : `番号 ${fault.sequence}`,
    fault.entryId === null ? null : `記録 ${fault.entryId}`,
    fault.workOrderId === undefined ? null : `案件 ${fault.workOrderId}`,
  ].filter((part) => part !== null);
  const { ja, en } = FAULTS[fault.kind];
  return `✗ ${name}  ${place.join('、')}: ${ja} / ${en} [${fault.kind}]\n  ここまでの ${count} 件は正しく残っています。/ The ${count} entries before are good.`;
}
