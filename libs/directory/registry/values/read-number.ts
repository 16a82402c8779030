/** What lists write into the cell of a figure that does not exist. */
const NO_FIGURE =
  /^(?:[-‐‑–—―ー−ｰ.…*＊※/／×✕]+|なし|無し?|該当なし|実績なし|未設定|未定|未回答|未報告|未提出|非公開|非公表|不明|調査中|空欄|新規(?:指定|開設)?|新設|休止中?|廃止|n\/?a|null)$/iu;
const NUMBER = /^([-+▲△]?)(\d+|\d{1,3}(?:,\d{3})+)((?:\.\d+)?)$/u;

/**
 * The figure of a cell: `１１，３３３円` → 11333, `15.4千円` → 15400; null for an empty cell or a mark that there is none.
 * `AMBIGUOUS` when the cell holds two figures (`14⏎6`, `10/10`): they are never glued into one; `INVALID` for other text.
 */
export function readNumber(value: string): number | null | 'AMBIGUOUS' | 'INVALID' {
  if (value.length > 100) return 'INVALID';
  const written = value.normalize('NFKC').trim();
  const folded = written.replace(/\s+/gu, '');
  if (folded === '' || NO_FIGURE.test(folded)) return null;
  // Spaces are taken out around words and signs, never between two digits.
  const joined = written.replace(/(?<!\d)\s+|\s+(?!\d)/gu, '');
  const bare = joined
    .replace(/^(?:定員|約|およそ|計)?[:：]?[¥\\]?/u, (head) =>
      head.startsWith('約') || head.startsWith('およそ') ? head : '',
    )
    .replace(/\/(?:月|時間|時)$/u, '')
    .replace(/(?:円|人|名)$/u, '');
  const factor = bare.endsWith('千') ? 1000 : bare.endsWith('万') ? 10_000 : 1;
  const number = NUMBER.exec(factor === 1 ? bare : bare.slice(0, -1));
  if (number) {
    const amount = Number(`${number[2]?.replaceAll(',', '')}${number[3]}`) * factor;
    return number[1] === '' || number[1] === '+' ? amount : -amount;
  }
  return (joined.match(/\d+(?:[,.]\d+)*/gu)?.length ?? 0) > 1 ? 'AMBIGUOUS' : 'INVALID';
}
