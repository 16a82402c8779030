import { renderRecognitionReport } from '../registry/index.js';
import type { FacilityOutcome, ImportReport } from './import-report.js';

const LABELS: Record<FacilityOutcome['outcome'], string> = {
  CREATED: '追加 / created',
  UPDATED: '更新 / updated',
  UNCHANGED: '変更なし / unchanged',
  ASKED: '種別の指定待ち / waiting for an answer',
  AMBIGUOUS: 'どの事業所か分からないもの / several facilities could be meant',
  KEPT: '対象外（登録を終えたか、他の窓口が管理） / kept as it is',
};

/** The report as plain text for a terminal, Japanese first: what becomes of each row, and all that is stored of it. */
export function renderImportReport(report: ImportReport): string {
  const lines = [
    report.isDryRun
      ? '試しの取り込みです。何も書き込んでいません。 / Dry run: nothing was written.'
      : `取り込みました: ${report.fileName} / Imported.`,
    `${LABELS.CREATED}: ${report.createdCount}`,
    `${LABELS.UPDATED}: ${report.updatedCount}`,
    `${LABELS.UNCHANGED}: ${report.unchangedCount}`,
    ...(report.keptCount > 0 ? [`${LABELS.KEPT}: ${report.keptCount}`] : []),
    ...(report.askedCount > 0 ? [`${LABELS.ASKED}: ${report.askedCount}`] : []),
    ...listOf(
      '質問 / questions',
      report.questions.map(
        ({ messageJa, messageEn, names }) => `${messageJa}（${names.join('、')}…）\n    ${messageEn}`,
      ),
    ),
    ...listOf(
      '列の読み方 / columns',
      report.columns.map(
        ({ sheet, line, heading, meaning, isStored }) =>
          `${placeOf({ sheet, line })}「${heading}」→ ${isStored ? meaning : `取り込みません / not stored: ${meaning}`}`,
      ),
    ),
    ...report.facilities
      .filter(({ changes, outcome }) => report.isDryRun || changes.length > 0 || outcome === 'CREATED')
      .flatMap(rowOf),
    ...listOf(
      '取り込めなかった行・列 / problems',
      report.problems.map(({ messageJa, messageEn }) => `${messageJa}\n    ${messageEn}`),
      report.problemCount,
    ),
    ...listOf(
      '事業所ではない行・読まなかったシート / no facilities, sheets not read',
      report.passedOver.map(({ sheet, line, reason, text }) => `${placeOf({ sheet, line })}${reason}: ${text}`),
      report.passedOverCount,
    ),
    ...listOf(
      '名簿からなくなった事業所（そのまま残しています） / no longer in the list, left as they are',
      report.absentNames,
    ),
  ];
  return `${lines.join('\n')}\n${renderRecognitionReport(report.recognition)}`;
}

function rowOf({ sheet, line, lines, name, outcome, changes, stored }: FacilityOutcome): string[] {
  const { typeCode, typeStatedBy, capacityPersons, wages, services } = stored;
  const given = Object.entries({
    registryNumber: stored.registryNumber,
    facilityNumber: stored.facilityNumber,
    corporationName: stored.corporationName,
    address: stored.address,
  }).filter(([, value]) => value !== null);
  return [
    `  ${placeOf({ sheet, line })}${name}: ${LABELS[outcome]}${lines.length > 1 ? `（${lines.join('、')}行目をまとめました）` : ''}`,
    `    typeCode: ${typeCode ?? '?'}${typeStatedBy ? ` (${typeStatedBy})` : ''}  capacityPersons: ${capacityPersons ?? 'あとで入力 / to be filled in'}`,
    ...(given.length > 0 ? [`    ${given.map(([field, value]) => `${field}: ${value}`).join('  ')}`] : []),
    ...wages.map(
      ({ fiscalYear, monthYen, hourYen, targetMonthYen }) =>
        `    wage.${fiscalYear}: monthYen ${monthYen ?? '-'}, hourYen ${hourYen ?? '-'}, targetMonthYen ${targetMonthYen ?? '-'}`,
    ),
    ...services.map(
      ({ context, text, workTypeCode, recognisedBy, matchedTerm }) =>
        `    ${context === null ? text : `${context}（${text}）`} → ${workTypeCode === null ? '文字のまま / kept as text' : `${workTypeCode} (${recognisedBy}: ${matchedTerm})`}`,
    ),
    ...changes.map(({ field, before, after }) => `    ${field}: ${before ?? '-'} → ${after ?? '-'}`),
  ];
}

function placeOf({ sheet, line }: { readonly sheet: string | null; readonly line: number | null }): string {
  const where = `${sheet === null ? '' : `${sheet} `}${line === null ? '' : `${line}行目 / line ${line}`}`;
  return where === '' ? '' : `${where}: `;
}

function listOf(heading: string, items: readonly string[], count = items.length): string[] {
  return items.length === 0 ? [] : [`${heading}: ${count}`, ...items.map((item) => `  ${item}`)];
}
