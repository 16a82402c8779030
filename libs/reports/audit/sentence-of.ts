import { type Feature, named, type Sentence } from '#yui/platform';

/**
 * What an action of the audit is called in a sentence, as the features say (`auditSentences`). An action nobody wrote a
 * sentence for is shown by its name: the record must never hide behind a missing word.
 */
export function sentencesOf(features: readonly Feature[]): (action: string) => Sentence {
  const sentences = named(features, ({ auditSentences }) => auditSentences);
  return (action) => sentences.get(action) ?? { ja: `操作「${action}」を行いました。`, en: `Did ${action}.` };
}
