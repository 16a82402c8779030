import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PRODUCT } from '#yui/product';
import { renderHtml } from '#yui/papers';
import { LONG_PAPERS, SHORT_PAPERS } from '../papers/paper-samples.js';

/** What only programs say: a state or code, a field, a day or moment as they write it, a place nobody filled. */
const RAW =
  /\b[A-Z]{2,}_[A-Z_]{2,}\b|\b[a-z]+[A-Z][A-Za-z]*\b|\d{4}-\d\d-\d\d|T\d\d:\d\d|\bundefined\b|\bNaN\b|\[object/g;
/** Errors of these subjects are told to whoever runs an installation, or writes a program: settings and SQL have names. */
const FOR_OPERATORS = /^(DATABASE|BACKUP|QUEUE|GRAPHQL|COST|DOCUMENT|HTTP|CLOCK|OIDC|START|CLI|AUDIT|SAMPLE|PORT)$/;

const rawIn = (text: string): string[] => text.match(RAW) ?? [];

function sources(): string[] {
  return ['apps', 'libs'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => readFileSync(path.join(folder, file), 'utf8')),
  );
}

/** Every sentence of every error, by its code. */
function errorTexts(): [code: string, ja: string][] {
  return sources().flatMap((source) =>
    [...source.matchAll(/defineErrors\('([A-Z_]+)', \{\n(.*?)\n\}\)/gs)]
      .filter(([, subject = '']) => !FOR_OPERATORS.test(subject))
      .flatMap(([, subject = '', body = '']) =>
        [...body.matchAll(/^ {2}([A-Z_]+): \{\s*ja:\s*(['"`])(.*?)\2,/gms)].map(
          ([, reason = '', , ja = '']): [string, string] => [`${subject}.${reason}`, ja],
        ),
      ),
  );
}

describe('what people read', () => {
  it('errors: no name of a program in any sentence, and no place that would be filled with one', () => {
    const texts = errorTexts();
    expect(texts.length).toBeGreaterThan(150);
    const found = texts.flatMap(([code, ja]) => {
      const filled = ja.replace(/\{\w+\}/g, '…');
      const unspoken = ja.match(/\{(?:state|status|action|field|role|kind)\}/g) ?? [];
      return [...rawIn(filled), ...unspoken].map((raw) => `${code}: ${raw}`);
    });
    expect(found).toEqual([]);
  });

  it('the audit: sentences for every action', () => {
    const sentences = PRODUCT.flatMap(({ auditSentences = {} }) => Object.entries(auditSentences));
    expect(sentences.length).toBeGreaterThan(100);
    expect(sentences.flatMap(([action, { ja, en }]) => rawIn(ja + en).map((raw) => `${action}: ${raw}`))).toEqual([]);
  });

  it('mails and notices: every template, as it comes out', () => {
    const snapshot = readFileSync('libs/notifications/messages/__snapshots__/messages.spec.ts.snap', 'utf8');
    const texts = [...snapshot.matchAll(/^exports\[`(.*?)`\] = `\n(.*?)\n`;$/gms)];
    expect(texts.length).toBeGreaterThan(50);
    const found = texts.flatMap(([, name = '', text = '']) =>
      text
        .split('\n')
        // Japanese is for everybody; the line in English gives days as 2026-12-01, which every reader of it takes for one.
        .filter((line) => /[ぁ-んァ-ヶ一-龠]/.test(line) && !/^(?:<|[A-Z][a-z]+ )/.test(line))
        .flatMap((line) => rawIn(line).map((raw) => `${name}: ${raw}`)),
    );
    expect(found).toEqual([]);
  });

  it('papers: each kind, short and long', () => {
    const papers = [...Object.values(SHORT_PAPERS), ...Object.values(LONG_PAPERS)];
    const found = papers.flatMap((paper) => {
      const html = renderHtml(paper, { stylesheetUrl: '/papers/paper.css', pdfUrl: null });
      const text = html.replace(/<[^>]*>/g, ' ').replace(/\S+@\S+/g, '');
      return rawIn(text).map((raw) => `${paper.kind}: ${raw}`);
    });
    expect(found).toEqual([]);
  });

  it('links of mails: no secret in a query', () => {
    const links = sources().flatMap((source) => [...source.matchAll(/[`'"](\/[\w/$\{\}.-]*\?[^`'"]*)[`'"]/g)]);
    expect(links.map(([, link = '']) => link).filter((link) => /token|secret|code=/i.test(link))).toEqual([]);
  });
});
