import { More, P } from '../../kit/text.js';
import { formatNumber, formatUnits, formatYen } from '../../words/format.js';
import type { SplitAnswer } from './engine/messages.js';
import type { SplitWords } from './words.ja.js';
import { useSplitWords } from './words.js';

const MINUTES_PER_HOUR = 60;
const SEN_PER_YEN = 100;

/** What the split comes to; it stays in sight while one works down the list. */
export function Summary({ answer, unit }: { readonly answer: SplitAnswer; readonly unit: string }) {
  const { summary: words } = useSplitWords();
  const { result, sentences } = answer;
  const { proof, waterLevel, unplaced, priceSen } = result;
  return (
    <>
      <header className="sticky top-14 z-[5] mt-4 rounded-lg border-2 border-blue-900 bg-white px-4 py-2 print:static">
        <p className="flex flex-wrap items-baseline gap-x-6">
          <strong className="text-lg">
            {words.placed(formatNumber(result.placed), formatUnits(result.quantity, unit))}
          </strong>
          <strong className={unplaced > 0 ? 'text-red-1000' : ''}>
            {unplaced > 0 ? words.left(formatUnits(unplaced, unit)) : words.none}
          </strong>
          <span>{words.places(result.facilitiesUsed)}</span>
          <span className="max-sm:hidden">
            {waterLevel === null ? null : words.level(formatLevel(words, result.measure, waterLevel))}
          </span>
        </p>
      </header>
      <More summary={words.more}>
        {sentences.map((sentence) => (
          <P key={sentence}>{sentence}</P>
        ))}
        <P>
          {proof.status === 'OPTIMAL'
            ? words.proven
            : proof.status === 'WITHIN' && proof.gap !== null
              ? words.within((proof.gap * 100).toPrecision(2))
              : words.unknown}
        </P>
        {priceSen === null ? null : <P>{words.cost(formatYen(Math.round(priceSen / SEN_PER_YEN)))}</P>}
      </More>
    </>
  );
}

/** What is levelled for one person: yen, or minutes, which are told as hours. */
export function formatLevel(words: SplitWords['summary'], measure: 'YEN' | 'MINUTES', value: number): string {
  if (measure === 'YEN') return formatYen(Math.round(value));
  return words.hours(formatNumber(Math.round((value / MINUTES_PER_HOUR) * 10) / 10));
}
