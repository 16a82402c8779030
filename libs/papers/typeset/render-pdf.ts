import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { composeSheet } from '../kinds/compose-sheet.js';
import type { LocalDate } from '#yui/calendar';
import type { PaperData } from '../sheet/paper-data.js';
import type { Sheet } from '../sheet/sheet.js';
import { composeLetter, qrCode } from '../letters/compose-letter.js';
import type { Letter } from '../letters/letter.js';
import { type Coverage, fitSheet, fitTexts } from './fit-sheet.js';
import { readAdvances, readCoverage } from './glyphs.js';

const TEMPLATES = path.join(path.dirname(fileURLToPath(import.meta.url)), 'templates');

interface Template {
  readonly main: string;
  /** What it reads. */
  readonly data: string;
}
const PAPER: Template = { main: path.join(TEMPLATES, 'paper.typ'), data: path.join(TEMPLATES, 'sheet.json') };
const LETTER: Template = { main: path.join(TEMPLATES, 'letter.typ'), data: path.join(TEMPLATES, 'letter.json') };

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
 * Sets papers and letters as PDF (A4, tagged, PDF/UA-1). The same data give the same bytes, on any machine and at any time: fonts
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

  /**
   * @param photos the bytes of its photos, by the ids of the attachments; one that is not there is said to be missing
   * @throws Error when the paper cannot be set: a fault of the product, whatever the data
   */
  print(paper: PaperData, photos: ReadonlyMap<string, Uint8Array> = new Map()): Uint8Array {
    const sheet = composeSheet(paper);
    const files: string[] = [];
    const blocks = sheet.blocks.map((block) => {
      if (block.type !== 'photos') return block;
      const shown = block.photos.map((photo) => {
        const bytes = photos.get(photo.attachmentId);
        if (bytes === undefined) return { ...photo, file: '' };
        const file = path.join(TEMPLATES, photo.file);
        this.compiler.mapShadow(file, Buffer.from(bytes));
        files.push(file);
        return photo;
      });
      return { ...block, photos: shown };
    });
    try {
      return this.printSheet({ ...sheet, blocks }, paper.issuedOn);
    } finally {
      for (const file of files) this.compiler.unmapShadow(file);
    }
  }

  /**
   * A sheet that is none of the papers.
   * @param datedOn the day that stands in the file as the day it was made
   */
  printSheet(composed: Sheet, datedOn: LocalDate): Uint8Array {
    const sheet = fitSheet(composed, this.coverage);
    return this.set(PAPER, sheet, datedOn);
  }

  /** One page. @throws Error when the letter cannot be set: a fault of the product, whatever the data */
  printLetter(letter: Letter): Uint8Array {
    const sheet = fitTexts(composeLetter(letter), this.coverage);
    const qrSvg = letter.page && qrCode(letter.page.url);
    return this.set(LETTER, { ...sheet, qrSvg }, letter.datedOn);
  }

  private set(
    template: Template,
    data: { readonly number: string; readonly qrSvg?: string | null },
    datedOn: LocalDate,
  ): Uint8Array {
    // A file and not an input: inputs belong to what the typesetter would otherwise keep from paper to paper.
    this.compiler.mapShadow(template.data, Buffer.from(JSON.stringify(data)));
    const compiled = this.compiler.compile({ mainFilePath: template.main });
    if (compiled.result === null) throw new Error(`the sheet ${data.number} was not set: ${this.explain(compiled)}`);
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
