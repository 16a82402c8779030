import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { composeSheet } from '../kinds/compose-sheet.js';
import type { LocalDate } from '#yui/calendar';
import type { PaperData } from '../sheet/paper-data.js';
import type { Sheet } from '../sheet/sheet.js';
import { type Coverage, fitSheet } from './fit-sheet.js';
import { readAdvances, readCoverage } from './glyphs.js';

const TEMPLATES = path.join(path.dirname(fileURLToPath(import.meta.url)), 'templates');
const MAIN = path.join(TEMPLATES, 'paper.typ');
const SHEET = path.join(TEMPLATES, 'sheet.json');

/** A universal-design font first; the second knows 4,000 rarer kanji, many of them of names. */
const FONTS = [
  'biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf',
  'biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf',
  'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  'noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
] as const;

/** The typesetter keeps what it worked out for reuse; after each paper it lets go of what the last few did not use. */
const EVICTED_AFTER_PAPERS = 3;

/**
 * Sets papers as PDF (A4, tagged, PDF/UA-1). The same data give the same bytes, on any machine and at any time: fonts
 * and templates come with the product, and the time in the file is the day of the paper. Opening one takes a third of
 * a second and some 60 MB; setting a paper takes milliseconds and holds the thread meanwhile.
 */
export class PaperPress {
  private readonly coverage: Coverage;
  private readonly compiler: NodeCompiler;

  constructor() {
    const fonts = FONTS.map(fontFile);
    this.coverage = {
      usual: readCoverage(fontFile(FONTS[0])),
      rare: readCoverage(fontFile(FONTS[2])),
      advances: readAdvances(fontFile(FONTS[0])),
    };
    this.compiler = NodeCompiler.create({
      workspace: TEMPLATES,
      fontArgs: [{ fontPaths: fonts.map((font) => path.dirname(font)) }],
    });
  }

  /** @throws Error when the paper cannot be set: a fault of the product, whatever the data */
  print(paper: PaperData): Uint8Array {
    return this.printSheet(composeSheet(paper), paper.issuedOn);
  }

  /**
   * A sheet that is none of the papers.
   * @param datedOn the day that stands in the file as the day it was made
   */
  printSheet(composed: Sheet, datedOn: LocalDate): Uint8Array {
    const sheet = fitSheet(composed, this.coverage);
    // A file and not an input: inputs belong to what the typesetter would otherwise keep from paper to paper.
    this.compiler.mapShadow(SHEET, Buffer.from(JSON.stringify(sheet)));
    const compiled = this.compiler.compile({ mainFilePath: MAIN });
    if (compiled.result === null) throw new Error(`the sheet ${sheet.number} was not set: ${this.explain(compiled)}`);
    const pdf = this.compiler.pdf(compiled.result, {
      pdfStandard: 'ua-1',
      creationTimestamp: Date.parse(`${datedOn}T00:00:00Z`) / 1000,
    });
    this.compiler.evictCache(EVICTED_AFTER_PAPERS);
    return pdf;
  }

  private explain(compiled: ReturnType<NodeCompiler['compile']>): string {
    const error = compiled.takeDiagnostics();
    return error === null ? 'no reason given' : JSON.stringify(error.shortDiagnostics);
  }
}

function fontFile(font: string): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/${font}`);
}
