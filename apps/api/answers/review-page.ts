import { easy, hidden, page, text, type Typed } from '../pages/page-frame.js';

interface Review {
  readonly heading: string;
  /** What the product calls this answer: `{返事|へんじ}`. */
  readonly answer: string;
  /** What is said, and to what: HTML. */
  readonly shown: readonly string[];
  readonly button: string;
  /** Where the form goes. */
  readonly path: string;
  readonly typed: Typed;
}

/** What is about to be said, to be looked at once more before it binds: confirmed, or gone back from with all that was typed. */
export function reviewPage(toWhom: string, { heading, answer, shown, button, path, typed }: Review): string {
  const form = (step: string, look: string, words: string) =>
    `<form method="post" action="${text(path)}">${hidden({ ...typed, step })}
<p><button class="${look}">${easy(words)}</button></p></form>`;
  return page(heading, [
    toWhom,
    `<p>${easy(`まだ${answer}は{送|おく}っていません。{確|たし}かめて、ボタンを{押|お}してください。`)}</p><p class="en" lang="en">Nothing has been sent yet. Check it, then press the button.</p>`,
    ...shown,
    `${form('confirm', 'yes', button)}
${form('edit', 'no', 'もどって{直|なお}す')}`,
  ]);
}
