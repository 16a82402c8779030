import { ask } from '../../data/ask.js';
import { download } from '../../data/download.js';
import { MarkLettersSent } from '../../data/generated/mark-letters-sent.js';
import type { LetterWay } from '../../data/generated/types.js';
import { useAct } from '../../kit/act.js';
import { Button, type ButtonLook } from '../../kit/button.js';
import { ConfirmAct } from '../../kit/confirm-act.js';
import { FaultMessage } from '../../kit/message.js';
import { useOutcome } from '../../kit/outcome.js';
import { P } from '../../kit/text.js';
import { useLetterWords } from './words.js';

/** Saves the letters as one PDF; they count as printed from then on. */
export function PrintButton({
  label,
  about,
  id,
  look = 'primary',
}: {
  readonly label: string;
  /** What it is about, for who hears the button without its row. */
  readonly about?: string;
  /** Omitted: all that wait to be printed. */
  readonly id?: string;
  readonly look?: ButtonLook;
}) {
  const words = useLetterWords();
  const say = useOutcome();
  const act = useAct();
  const print = async () =>
    act.run(async () => {
      await download(`/letters/pdf${id === undefined ? '' : `?id=${id}`}`);
      say(words.printedNow);
    });
  return (
    <>
      <Button look={look} isOff={act.isUnderWay} onClick={() => void print()}>
        {label}
        {about === undefined ? null : <span className="sr-only">{`（${about}）`}</span>}
      </Button>
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
    </>
  );
}

/** Records that these letters were sent, after it was asked once more. */
export function SentButton({
  letterIds,
  way,
  label,
  short,
}: {
  readonly letterIds: readonly string[];
  readonly way: LetterWay;
  readonly label: string;
  /** What is seen of it in the row of its letter. */
  readonly short?: string;
}) {
  const words = useLetterWords();
  const say = useOutcome();
  return (
    <ConfirmAct
      label={label}
      short={short}
      look="secondary"
      title={`${words.sentTitle(letterIds.length)}（${words.ways[way]}）`}
      confirmLabel={words.sentConfirm}
      run={async (idempotencyKey) => {
        await ask(MarkLettersSent, { input: { idempotencyKey, letterIds, way } });
        say(words.sentNow);
      }}
    >
      <P>{words.sentLead}</P>
    </ConfirmAct>
  );
}
