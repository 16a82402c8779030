/**
 * A paper as people read it: all text, in its order, with no numbers or dates left to write out. The PDF and its HTML
 * twin are two pictures of the same sheet, so neither can say what the other does not.
 */
export interface Sheet {
  readonly title: string;
  readonly number: string;
  /** 発行日, as it is read. */
  readonly issuedOn: string;
  /** Whether it is addressed like a letter; a contract names its two sides in the text. */
  readonly hasAddress: boolean;
  readonly addressee: Addressee;
  readonly sender: Sender;
  /** `下記のとおりご請求申し上げます。` */
  readonly opening: string;
  /** The sum the reader looks for first. */
  readonly headline: Fact | null;
  readonly facts: readonly Fact[];
  readonly blocks: readonly Block[];
}

export interface Fact {
  readonly label: string;
  /** May have several lines. */
  readonly value: string;
}

export interface Addressee {
  /** Post code and address, above the name. */
  readonly address: readonly string[];
  /** Corporation and department; the last line ends with 御中 or 様. */
  readonly names: readonly string[];
  /** `登録番号`, where the paper stands or falls with the recipient's. */
  readonly details: readonly Fact[];
}

export interface Sender {
  readonly role: string;
  readonly names: readonly string[];
  readonly address: readonly string[];
  readonly details: readonly Fact[];
}

export type Block = TableBlock | PhotosBlock | SumsBlock | FactsBlock | TextBlock | ArticlesBlock | SignaturesBlock;

export interface Column {
  readonly title: string;
  readonly align: 'start' | 'center' | 'end';
  /** In millimetres on paper; null: what the others leave. */
  readonly widthMm: number | null;
}

export interface Cell {
  readonly text: string;
  /** Smaller, below the text. */
  readonly detail: string | null;
}

export interface TableBlock {
  readonly type: 'table';
  readonly caption: string;
  /** Beside the caption: `単位：円`. */
  readonly remark: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Below the table: what a mark in it means. */
  readonly footnotes: readonly string[];
}

/** What the lines add up to, by rate and in all; the last total is the one that counts. */
export interface SumsBlock {
  readonly type: 'sums';
  readonly byRate: TableBlock;
  readonly totals: readonly Fact[];
}

export interface PhotosBlock {
  readonly type: 'photos';
  readonly heading: string;
  readonly photos: readonly {
    readonly attachmentId: string;
    /** As the typesetter finds it; empty: it is not there any more. */
    readonly file: string;
    readonly caption: string;
  }[];
}

export interface FactsBlock {
  readonly type: 'facts';
  readonly heading: string;
  readonly items: readonly Fact[];
}

export interface TextBlock {
  readonly type: 'text';
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
  /** Small print is set smaller; a letter has no heading and more air. */
  readonly tone: 'letter' | 'note' | 'list' | 'small';
}

export interface ArticlesBlock {
  readonly type: 'articles';
  readonly articles: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}

export interface SignaturesBlock {
  readonly type: 'signatures';
  readonly date: string;
  readonly parties: readonly { readonly role: string; readonly lines: readonly string[] }[];
}

/** What differs from kind to kind. */
export type SheetBody = Omit<Sheet, 'title' | 'number' | 'issuedOn' | 'hasAddress'>;
