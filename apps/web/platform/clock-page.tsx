import { useState } from 'react';
import { meOptions, useMe } from '../app/session.js';
import { ask } from '../data/ask.js';
import { MoveClock } from '../data/generated/move-clock.js';
import { queryClient } from '../data/use-ask.js';
import { ButtonRow } from '../kit/button.js';
import { ConfirmAct } from '../kit/confirm-act.js';
import { Done, Message } from '../kit/message.js';
import { Page } from '../kit/page.js';
import { P } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { formatMoment } from '../words/format.js';
import { usePlatformWords } from './words.js';

const HOUR = 60;
const DAY = 24 * HOUR;

/** The time of the product; it moves forward alone, and only with sample data. */
export function ClockPage() {
  const { clock: words } = usePlatformWords();
  const { areas } = useCommon();
  const { clock } = useMe();
  const [isMoved, setIsMoved] = useState(false);
  const steps = [
    { minutes: HOUR, label: words.hour },
    { minutes: DAY, label: words.day },
    { minutes: 7 * DAY, label: words.week },
  ];
  return (
    <Page title={words.title} area={areas.platform} lead={words.lead}>
      <P className="text-xl font-bold">{words.now(formatMoment(clock.now))}</P>
      {isMoved ? <Done>{words.moved}</Done> : null}
      {clock.isMovable ? (
        <ButtonRow>
          {steps.map(({ minutes, label }) => (
            <ConfirmAct
              key={minutes}
              label={label}
              look="secondary"
              title={label}
              confirmLabel={label}
              run={async () => {
                await ask(MoveClock, { input: { minutes } });
                setIsMoved(true);
                await queryClient.invalidateQueries({ queryKey: meOptions.queryKey });
              }}
            >
              <P>{words.check(label)}</P>
            </ConfirmAct>
          ))}
        </ButtonRow>
      ) : (
        <Message>{words.fixed}</Message>
      )}
    </Page>
  );
}
