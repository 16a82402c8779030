import type { RecognisedBy, ServiceMention } from './recognise-services.js';

/** The services of one facility, recognised. */
export interface FacilityMentions {
  /** null in a text file. */
  sheet: string | null;
  line: number;
  name: string;
  mentions: readonly ServiceMention[];
}

/** A service that no work type was found for. */
export interface UnrecognisedService {
  sheet: string | null;
  line: number;
  name: string;
  text: string;
  context: string | null;
}

export interface RecognitionReport {
  rowCount: number;
  mentionCount: number;
  recognisedCount: number;
  /** Recognised of all mentions in tenths of a percent, rounded down: 924 is 92.4 %. Null without mentions. */
  recognisedPermille: number | null;
  countByHow: Record<RecognisedBy, number>;
  /** In the order of the file. */
  unrecognised: UnrecognisedService[];
}

/** Counts what was recognised and lists the rest. */
export function reportRecognition(facilities: readonly FacilityMentions[]): RecognitionReport {
  const countByHow: RecognitionReport['countByHow'] = { EXACT: 0, SYNONYM: 0, STEM: 0, SUFFIX: 0, CONTAINS: 0 };
  const unrecognised: UnrecognisedService[] = [];
  let mentionCount = 0;
  for (const { sheet, line, name, mentions } of facilities) {
    for (const { how, text, context } of mentions) {
      mentionCount += 1;
      if (how) countByHow[how] += 1;
      else unrecognised.push({ sheet, line, name, text, context });
    }
  }
  const recognisedCount = mentionCount - unrecognised.length;
  return {
    rowCount: facilities.length,
    mentionCount,
    recognisedCount,
    recognisedPermille: mentionCount === 0 ? null : Math.floor((recognisedCount * 1000) / mentionCount),
    countByHow,
    unrecognised,
  };
}

const HOW_LABELS: Record<RecognisedBy, string> = {
  EXACT: '作業種別の名前と一致 / the name',
  SYNONYM: '同義語と一致 / a synonym',
  STEM: '語尾を除いて一致 / without its ending',
  SUFFIX: '語の後ろが一致 / ends with a term',
  CONTAINS: '語の中に含む / contains a term',
};

/** The report as plain text for a terminal or a log, Japanese first. */
export function renderRecognitionReport(report: RecognitionReport): string {
  const { rowCount, mentionCount, recognisedCount, recognisedPermille, countByHow, unrecognised } = report;
  const percent = recognisedPermille === null ? '-' : `${(recognisedPermille / 10).toFixed(1)} %`;
  const lines = [
    `事業所 / facilities: ${rowCount}`,
    `作業の記載 / services named: ${mentionCount}`,
    `作業種別が分かったもの / recognised: ${recognisedCount} (${percent})`,
    ...Object.entries(HOW_LABELS).map(([how, label]) => `  ${label}: ${countByHow[how as RecognisedBy]}`),
    `文字のまま残したもの / kept as text: ${unrecognised.length}`,
    ...unrecognised.map(
      ({ line, name, text, context }) =>
        `  ${line}行目 / line ${line}: ${name}: ${context === null ? text : `${context}（${text}）`}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
