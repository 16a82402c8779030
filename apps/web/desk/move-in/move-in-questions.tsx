import { RadioList } from '../../kit/choices.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { P, Quiet, Section } from '../../kit/text.js';
import type { MoveInAnswerInput } from '../../data/generated/types.js';
import { useLanguage } from '../../words/language.js';
import type { Report } from './report.js';
import { useMoveInWords } from './words.js';

/** What the workbook does not say and nobody supposes. */
export function MoveInQuestions({
  questions,
  onAnswer,
}: {
  readonly questions: Report['questions'];
  readonly onAnswer: (answers: readonly MoveInAnswerInput[]) => Promise<void>;
}) {
  const words = useMoveInWords();
  const isEnglish = useLanguage() === 'en';
  const nameOf = (index: number) => `answer${index}`;
  const filling = useFilling<Record<string, string>>({
    defaultValues: Object.fromEntries(questions.map((_, index) => [nameOf(index), ''])),
    send: async (values) =>
      onAnswer(
        questions.flatMap(({ key }, index): MoveInAnswerInput[] => {
          const value = values[nameOf(index)] ?? '';
          return value === '' ? [] : [{ questionKey: key, value }];
        }),
      ),
  });
  return (
    <Section heading={words.questions}>
      <P>{words.questionsLead}</P>
      <Form filling={filling} submitLabel={words.again}>
        {questions.map(({ key, sheet, line, messageJa, messageEn, choices }, index) => (
          <div key={key} className="mt-6 rounded-lg border border-line p-4">
            <Quiet>{words.placeOf(sheet, line, null)}</Quiet>
            <RadioList
              name={nameOf(index)}
              label={isEnglish ? messageEn : messageJa}
              isOptional
              choices={[
                ...choices.map(({ value, labelJa, labelEn }) => ({ value, label: isEnglish ? labelEn : labelJa })),
                { value: '', label: words.answerLater },
              ]}
            />
          </div>
        ))}
      </Form>
    </Section>
  );
}
