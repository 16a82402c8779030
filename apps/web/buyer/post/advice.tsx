import { useFormContext } from 'react-hook-form';
import { useToday } from '../../app/session.js';
import { DueDateAdvice } from '../../data/generated/due-date-advice.js';
import { PriceGuide } from '../../data/generated/price-guide.js';
import { useAsk } from '../../data/use-ask.js';
import { Button } from '../../kit/button.js';
import { Message } from '../../kit/message.js';
import { P, Quiet } from '../../kit/text.js';
import { useSettled } from '../../kit/use-settled.js';
import { formatDate, formatSen } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import type { PostValues } from './values.js';
import { usePostWords } from './words.js';

/** What such work usually costs, as soon as it is known what and how much. */
export function PriceHint({ index, unit }: { readonly index: number; readonly unit: string }) {
  const words = usePostWords();
  const wanted = useWanted(index);
  const { data } = useAsk(PriceGuide, { input: wanted.input }, { isWanted: wanted.isComplete });
  const guide = wanted.isComplete ? data?.priceGuide : null;
  if (!guide) return null;
  const [from, to] = [formatSen(guide.fromSen), formatSen(guide.toSen)];
  return <Quiet className="mt-2">{words.price(from === to ? from : `${from}〜${to}`, unit)}</Quiet>;
}

/** The earliest day on which all of it can be done, and whether the day that was chosen is one. */
export function DateAdvice({ index }: { readonly index: number }) {
  const words = usePostWords();
  const language = useLanguage();
  const today = useToday();
  const { watch, setValue } = useFormContext<PostValues>();
  const wanted = useWanted(index);
  const typed = useSettled(watch(`lines.${index}.dueOn`) ?? '');
  const dueOn = /^\d{4}-\d\d-\d\d$/.test(typed) && typed > today ? typed : null;
  const { data } = useAsk(DueDateAdvice, { input: { ...wanted.input, dueOn } }, { isWanted: wanted.isComplete });
  const advice = wanted.isComplete ? data?.dueDateAdvice : undefined;
  if (advice === undefined) return null;
  const { earliestOn, isPossible, isShorterThanUsual, sentenceJa, sentenceEn } = advice;
  const isGood = dueOn !== null && isPossible && !isShorterThanUsual;
  return (
    <div role="status">
      <Message kind={isGood ? 'success' : dueOn === null && isPossible ? 'info' : 'warning'}>
        <P>{language === 'en' ? sentenceEn : sentenceJa}</P>
        {earliestOn === null || isGood || earliestOn === dueOn ? null : (
          <div className="mt-2">
            <Button
              look="secondary"
              onClick={() => setValue(`lines.${index}.dueOn`, earliestOn, { shouldDirty: true, shouldValidate: true })}
            >
              {words.earliest(formatDate(earliestOn, today))}
            </Button>
          </div>
        )}
      </Message>
    </div>
  );
}

function useWanted(index: number) {
  const { watch } = useFormContext<PostValues>();
  const deskId = watch('deskId');
  const workTypeCode = watch(`lines.${index}.workTypeCode`) ?? '';
  const quantity = useSettled(readWholeNumber(watch(`lines.${index}.quantity`) ?? '') ?? 0);
  return {
    input: { deskId, workTypeCode, quantity },
    isComplete: deskId !== '' && workTypeCode !== '' && quantity > 0 && quantity <= 10_000_000,
  };
}
