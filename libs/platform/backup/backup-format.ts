import { defineErrors } from '../errors/domain-error.js';

export const backupErrors = defineErrors('BACKUP', {
  UNREADABLE: {
    ja: 'バックアップのファイルを最後まで読めません（{reason}）。何も戻していません。別のバックアップを使ってください。',
    en: 'The backup cannot be read to its end ({reason}). Nothing was restored; use another one.',
  },
  NEWER: {
    ja: 'このバックアップは、新しい版の製品で作られています（{migrations}）。製品を新しくしてから戻してください。',
    en: 'The backup was made by a newer edition of the product ({migrations}). Update the product first.',
  },
  NOT_EMPTY: {
    ja: '戻す先のデータベースが空ではありません。新しいデータベースを作り、DATABASE_URL で指定してください。',
    en: 'The database to restore into is not empty. Make a new one and point DATABASE_URL to it.',
  },
  DIFFERS: {
    ja: '戻した内容がバックアップと一致しません（{what}）。何も戻していません。',
    en: 'What was restored is not what was backed up ({what}). Nothing was restored.',
  },
});

const FORMAT = 'yui-backup-1';

export interface BackedUpTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** The first line of a backup. */
export interface BackupHeader {
  readonly format: typeof FORMAT;
  readonly createdAt: string;
  readonly migrations: readonly string[];
  readonly tables: readonly BackedUpTable[];
}

/** The end of a chain of the audit, which nobody can make up afterwards. */
export interface ChainEnd {
  readonly deskId: string;
  readonly count: number;
  readonly lastHash: string;
}

/** The last line of a backup: the proof that all of it is there, and the same. */
export interface BackupFooter {
  readonly rows: Readonly<Record<string, number>>;
  readonly sequences: Readonly<Record<string, string>>;
  readonly chains: readonly ChainEnd[];
  /** SHA-256 of all bytes before this line, hexadecimal. */
  readonly sha256: string;
}

export function makeHeader(header: Omit<BackupHeader, 'format'>): string {
  return `-- ${JSON.stringify({ format: FORMAT, ...header })}\n`;
}

export function makeFooter(footer: BackupFooter): string {
  return `-- ${JSON.stringify(footer)}\n`;
}

/** @throws BACKUP.UNREADABLE */
export function readHeader(line: string): BackupHeader {
  const header = parse(line) as Partial<BackupHeader>;
  if (header.format !== FORMAT) throw backupErrors.UNREADABLE({ reason: 'no backup of this product' });
  return header as BackupHeader;
}

/** @throws BACKUP.UNREADABLE */
export function readFooter(line: string): BackupFooter {
  return parse(line) as BackupFooter;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line.slice('-- '.length));
  } catch {
    throw backupErrors.UNREADABLE({ reason: 'a line of the frame is damaged' });
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

export function copyStatement({ name, columns }: BackedUpTable, direction: 'TO STDOUT' | 'FROM STDIN'): string {
  return `COPY public.${quoted(name)} (${columns.map(quoted).join(', ')}) ${direction}`;
}

/** Ends the rows of a table: no row of COPY looks like this. */
export const END_OF_ROWS = '\\.';
