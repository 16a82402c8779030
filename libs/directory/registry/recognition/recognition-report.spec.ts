import type { ServiceMention } from './recognise-services.js';
import { renderRecognitionReport, reportRecognition } from './recognition-report.js';

const mention = (text: string, how: ServiceMention['how'], context: string | null = null): ServiceMention => ({
  text,
  normalised: text,
  start: 0,
  context,
  workTypeCode: how && 'BAGGING',
  how,
  matchedTerm: how && '袋詰め',
});

describe('reportRecognition', () => {
  const report = reportRecognition([
    { sheet: null, line: 2, name: 'つばさ', mentions: [mention('袋詰め', 'EXACT'), mention('昆布', null, '内職')] },
    { sheet: null, line: 3, name: 'あおぞら', mentions: [mention('野菜の袋詰め', 'SUFFIX')] },
  ]);

  it('counts by how a mention was recognised and lists the rest', () => {
    expect(report).toEqual({
      rowCount: 2,
      mentionCount: 3,
      recognisedCount: 2,
      recognisedPermille: 666,
      countByHow: { EXACT: 1, SYNONYM: 0, STEM: 0, SUFFIX: 1, CONTAINS: 0 },
      unrecognised: [{ sheet: null, line: 2, name: 'つばさ', text: '昆布', context: '内職' }],
    });
  });

  it('is readable as plain text', () => {
    const text = renderRecognitionReport(report);
    expect(text).toContain('作業種別が分かったもの / recognised: 2 (66.6 %)');
    expect(text).toContain('2行目 / line 2: つばさ: 内職（昆布）');
  });

  it('gives no percentage of nothing', () => {
    const empty = reportRecognition([]);
    expect(empty.recognisedPermille).toBeNull();
    expect(renderRecognitionReport(empty)).toContain('0 (-)');
  });
});
