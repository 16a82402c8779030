import { FacilityChoices } from '../../data/generated/facility-choices.js';
import type { KindAnswerInput } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { RadioList } from '../../kit/choices.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { P, Quiet, Section } from '../../kit/text.js';
import { useLanguage } from '../../words/language.js';
import type { Report } from './report.js';
import { useTypeName } from './type-name.js';
import { useFacilitiesWords } from './words.js';

/** Something the list does not say, and what an answer to it is said of. */
interface Asked {
  readonly messageJa: string;
  readonly messageEn: string;
  readonly names: readonly string[];
  readonly rowCount: number;
  readonly sheet: string | null;
  readonly line: number;
  readonly about: Omit<KindAnswerInput, 'typeCode'>;
}

const UNCLEAR = 'IMPORT.FACILITY_TYPE_UNKNOWN';

/** Facilities whose kind is not stated, and cells that name none or several; each content of such a cell is asked once. */
export function askedIn({ questions, problems }: Report): readonly Asked[] {
  const unclear = new Map<string, Asked>();
  for (const { code, sheet, line, value, messageJa, messageEn } of problems) {
    if (code !== UNCLEAR || value === null || line === null) continue;
    const key = JSON.stringify([sheet, value]);
    const before = unclear.get(key);
    unclear.set(
      key,
      before === undefined
        ? { messageJa, messageEn, names: [value], rowCount: 1, sheet, line, about: { sheet, value } }
        : { ...before, rowCount: before.rowCount + 1 },
    );
  }
  return [
    ...questions.map(({ sheet, section, ...rest }) => ({ ...rest, sheet, about: { sheet, section } })),
    ...unclear.values(),
  ];
}

/** What the list does not say and nobody supposes: of what kind the facilities are. */
export function ImportQuestions({
  asked,
  onAnswer,
}: {
  readonly asked: readonly Asked[];
  readonly onAnswer: (answers: readonly KindAnswerInput[]) => Promise<void>;
}) {
  const { import: texts } = useFacilitiesWords();
  const language = useLanguage();
  const choices = useAsk(FacilityChoices, {});
  const typeName = useTypeName(choices.data);
  const nameOf = (index: number) => `answer${index}`;
  const filling = useFilling<Record<string, string>>({
    defaultValues: Object.fromEntries(asked.map((_, index) => [nameOf(index), ''])),
    send: async (values) =>
      onAnswer(
        asked.flatMap(({ about }, index): KindAnswerInput[] => {
          const typeCode = values[nameOf(index)] ?? '';
          return typeCode === '' ? [] : [{ ...about, typeCode }];
        }),
      ),
  });
  return (
    <Section heading={texts.questions}>
      <P>{texts.questionsLead(asked.reduce((sum, { rowCount }) => sum + rowCount, 0))}</P>
      <Form filling={filling} submitLabel={texts.again}>
        {asked.map(({ messageJa, messageEn, names, rowCount, sheet, line }, index) => (
          <div key={nameOf(index)} className="mt-6 rounded-lg border border-line p-4">
            <P className="font-bold">{language === 'en' ? messageEn : messageJa}</P>
            <Quiet>{texts.names(names.join('、'), rowCount)}</Quiet>
            <RadioList
              name={nameOf(index)}
              label={texts.kindOf(texts.lineOf(sheet, line))}
              isOptional
              choices={[
                { value: '', label: texts.answerLater },
                ...(choices.data?.facilityTypes ?? []).map(({ code }) => ({ value: code, label: typeName(code) })),
                { value: 'OMIT', label: texts.omit },
              ]}
            />
          </div>
        ))}
      </Form>
    </Section>
  );
}
