import { composeSheet } from '../kinds/compose-sheet.js';
import type { PaperData } from '../sheet/paper-data.js';
import type { Block, Cell, Fact, Sheet, SumsBlock, TableBlock } from '../sheet/sheet.js';

export interface HtmlOptions {
  /** Address of `PAPER_STYLESHEET`, from where the page is served: there is no style and no script in the page itself. */
  readonly stylesheetUrl: string;
  /** Address of the same paper as a PDF; null while it is being set. */
  readonly pdfUrl: string | null;
}

/** The same paper as a page: for screen readers, for small screens, and for characters no font prints. */
export function renderHtml(paper: PaperData, options: HtmlOptions): string {
  const sheet = composeSheet(paper);
  const name = `${sheet.title} ${sheet.number}`;
  const pdf = options.pdfUrl === null ? '' : `<p class="links">${link(options.pdfUrl, 'PDFを開く')}</p>`;
  return [
    '<!DOCTYPE html>',
    '<html lang="ja">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<title>${escape(name)}</title>`,
    `<link rel="stylesheet" href="${escape(options.stylesheetUrl)}">`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escape(sheet.title)}</h1>`,
    pdf,
    list([
      { label: '番号', value: sheet.number },
      { label: '発行日', value: sheet.issuedOn },
    ]),
    ...(sheet.hasAddress ? parties(sheet) : []),
    `<p>${broken(sheet.opening)}</p>`,
    ...(sheet.headline === null ? [] : [headline(sheet.headline)]),
    list(sheet.facts),
    ...sheet.blocks.map(blockHtml),
    '</main>',
    '</body>',
    '</html>',
    '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function parties({ addressee, sender }: Sheet): string[] {
  return [
    '<section class="to" aria-label="宛先">',
    `<p>${addressee.address.map(escape).join('<br>')}</p>`,
    `<p class="name">${addressee.names.map(escape).join('<br>')}</p>`,
    list(addressee.details),
    '</section>',
    `<section class="from" aria-label="${escape(sender.role)}">`,
    `<p class="role">${escape(sender.role)}</p>`,
    `<p class="name">${sender.names.map(escape).join('<br>')}</p>`,
    `<p>${sender.address.map(escape).join('<br>')}</p>`,
    list(sender.details),
    '</section>',
  ];
}

function headline({ label, value }: Fact): string {
  return `<p class="headline"><span>${escape(label)}</span> <strong>${escape(value)}</strong></p>`;
}

function list(facts: readonly Fact[]): string {
  if (facts.length === 0) return '';
  const rows = facts.map(({ label, value }) => `<div><dt>${escape(label)}</dt><dd>${broken(value)}</dd></div>`);
  return `<dl>\n${rows.join('\n')}\n</dl>`;
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'table':
      return table(block);
    case 'sums':
      return `${table(block.byRate)}\n${totals(block)}`;
    case 'photos':
      // The pictures are on paper alone: an attachment is read by whom it was added for, a paper by whom it is addressed to.
      return `<h2>${escape(block.heading)}</h2>\n<ul>${block.photos.map(({ caption }) => `<li>${escape(caption)}</li>`).join('')}</ul>`;
    case 'facts':
      return `<h2>${escape(block.heading)}</h2>\n${list(block.items)}`;
    case 'articles':
      return block.articles
        .map(({ heading, paragraphs }, index) => {
          const title = `<h2>第${index + 1}条（${escape(heading)}）</h2>`;
          if (paragraphs.length === 1) return `${title}\n<p>${broken(paragraphs[0] ?? '')}</p>`;
          return `${title}\n<ol>${paragraphs.map((each) => `<li>${broken(each)}</li>`).join('')}</ol>`;
        })
        .join('\n');
    case 'signatures':
      return [
        `<p>${escape(block.date)}</p>`,
        ...block.parties.map(
          ({ role, lines }) =>
            `<section aria-label="${escape(role)}"><p class="role">${escape(role)}</p><p>${lines.map(escape).join('<br>')}</p></section>`,
        ),
      ].join('\n');
    case 'text': {
      const heading = block.heading === null ? '' : `<h2>${escape(block.heading)}</h2>\n`;
      if (block.tone === 'list') {
        return `${heading}<ul>${block.paragraphs.map((each) => `<li>${broken(each)}</li>`).join('')}</ul>`;
      }
      return heading + block.paragraphs.map((each) => `<p class="${block.tone}">${broken(each)}</p>`).join('\n');
    }
  }
}

function table({ caption, remark, columns, rows, footnotes }: TableBlock): string {
  const head = columns.map(({ title, align }) => `<th scope="col" class="${align}">${escape(title)}</th>`).join('');
  const body = rows.map(
    (row) => `<tr>${row.map((each, index) => cellHtml(each, columns[index]?.align ?? 'start')).join('')}</tr>`,
  );
  const notes = footnotes.map((note) => `\n<p class="small">${broken(note)}</p>`).join('');
  const unit = remark === null ? '' : ` <span class="remark">（${escape(remark)}）</span>`;
  // A wide table scrolls for itself; with a tab stop the keyboard can do that, too.
  return [
    `<div class="scroll" tabindex="0" role="group" aria-label="${escape(caption)}">`,
    '<table>',
    `<caption>${escape(caption)}${unit}</caption>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>\n${body.join('\n')}\n</tbody>`,
    '</table>',
    `</div>${notes}`,
  ].join('\n');
}

function cellHtml({ text, detail }: Cell, align: string): string {
  const more = detail === null ? '' : `<br><small>${broken(detail)}</small>`;
  return `<td class="${align}">${broken(text)}${more}</td>`;
}

function totals({ totals: rows }: SumsBlock): string {
  const last = rows.length - 1;
  const body = rows.map(({ label, value }, index) => {
    const amount = index === last ? `<strong>${escape(value)}</strong>` : escape(value);
    return `<tr><th scope="row">${escape(label)}</th><td class="end">${amount}</td></tr>`;
  });
  return `<table class="totals">\n<caption>合計</caption>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}

function link(url: string, text: string): string {
  return `<a href="${escape(url)}">${escape(text)}</a>`;
}

function broken(text: string): string {
  return text.split('\n').map(escape).join('<br>');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
