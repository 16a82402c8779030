import { type DocumentNode, parse, visit } from 'graphql';
import { defineErrors, type DomainError } from '#yui/platform';
import { MAX_TOKENS } from './limits.js';

const MAX_CHARACTERS = 20_000;
/** To see whether fields of one name fit together, graphql-js compares each with each. */
const MAX_REPEATS = 40;
/** Texts that passed are not looked at again; our pages and machines send the same ones. */
const MAX_REMEMBERED = 1000;
const LONGEST_REMEMBERED = 4000;

const lookErrors = defineErrors('GRAPHQL', {
  TOO_LONG: {
    ja: '問い合わせの文が長すぎます。{most}文字以内にし、値は variables に入れてください。',
    en: 'The text of the query is too long; at most {most} characters. Put values into variables.',
  },
  TOO_REPETITIVE: {
    ja: '問い合わせに同じ名前の項目が多すぎます（{name}）。{most}個までにしてください。',
    en: 'The query names the same field too often ({name}); at most {most} times.',
  },
});

/** Looks at a text before it is validated: what would make reading it long is refused here, in no time. */
export class FirstLook {
  private readonly passed = new Set<string>();

  /** @returns null: go on, also with what cannot be read; that is answered further on */
  faultOf(text: string): DomainError | null {
    if (text.length > MAX_CHARACTERS) return lookErrors.TOO_LONG({ most: MAX_CHARACTERS });
    if (this.passed.has(text)) return null;
    const document = read(text);
    if (!document) return null;
    const name = nameRepeatedIn(document);
    if (name !== null) return lookErrors.TOO_REPETITIVE({ name, most: MAX_REPEATS });
    if (text.length <= LONGEST_REMEMBERED) this.remember(text);
    return null;
  }

  private remember(text: string): void {
    if (this.passed.size >= MAX_REMEMBERED) this.passed.clear();
    this.passed.add(text);
  }
}

function read(text: string): DocumentNode | null {
  try {
    return parse(text, { maxTokens: MAX_TOKENS, noLocation: true });
  } catch {
    return null;
  }
}

function nameRepeatedIn(document: DocumentNode): string | null {
  const counts = new Map<string, number>();
  visit(document, {
    Field: ({ alias, name }) => {
      const answered = (alias ?? name).value;
      counts.set(answered, (counts.get(answered) ?? 0) + 1);
    },
  });
  return [...counts].find(([, count]) => count > MAX_REPEATS)?.[0] ?? null;
}
