import { renderRecognitionReport } from '../registry/index.js';
import type { FacilityOutcome, ImportReport } from './import-report.js';

const LABELS: Record<FacilityOutcome['outcome'], string> = {
  CREATED: '追加 / created',
  UPDATED: '更新 / updated',
  UNCHANGED: '変更なし / unchanged',
  KEPT: '対象外（登録を終えたか、他の窓口が管理） / kept as it is',
};

/** The report as plain text for a terminal, Japanese first. */
export function renderImportReport(report: ImportReport): string {
  const changed = report.facilities.filter(({ changes }) => changes.length > 0);
  const lines = [
    report.isDryRun
      ? '試しの取り込みです。何も書き込んでいません。 / Dry run: nothing was written.'
      : `取り込みました: ${report.fileName} / Imported.`,
    `${LABELS.CREATED}: ${report.createdCount}`,
    `${LABELS.UPDATED}: ${report.updatedCount}`,
    `${LABELS.UNCHANGED}: ${report.unchangedCount}`,
    ...(report.keptCount > 0 ? [`${LABELS.KEPT}: ${report.keptCount}`] : []),
    ...changed.flatMap(({ line, name, changes }) => [
      `  ${line}行目 / line ${line}: ${name}`,
      ...changes.map(({ field, before, after }) => `    ${field}: ${before ?? '-'} → ${after ?? '-'}`),
    ]),
    ...listOf(
      '取り込めなかった行・列 / problems',
      report.problems.flatMap(({ messageJa, messageEn }) => [`${messageJa}\n    ${messageEn}`]),
    ),
    ...listOf(
      '名簿からなくなった事業所（そのまま残しています） / no longer in the list, left as they are',
      report.absentNames,
    ),
    ...listOf('読まなかった列 / columns not read', report.unreadHeaders),
  ];
  return `${lines.join('\n')}\n${renderRecognitionReport(report.recognition)}`;
}

function listOf(heading: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${heading}: ${items.length}`, ...items.map((item) => `  ${item}`)];
}
