import { useState } from 'react';
import { isAdmin, useMe } from '../app/session.js';
import { ask } from '../data/ask.js';
import { Entering } from '../data/generated/entering.js';
import { SetEntering } from '../data/generated/set-entering.js';
import { useAsk } from '../data/use-ask.js';
import { useAct } from '../kit/act.js';
import { Button, ButtonRow } from '../kit/button.js';
import { Loaded } from '../kit/loaded.js';
import { Done, FaultMessage } from '../kit/message.js';
import { P, Quiet, Section } from '../kit/text.js';
import { useEnteringWords } from './words.js';

/** Whether desks may enter steps for the own organisation; its administrators decide. */
export function EnteringSetting() {
  const words = useEnteringWords();
  const me = useMe();
  const act = useAct();
  const [isSaid, setIsSaid] = useState(false);
  const query = useAsk(Entering, {});
  const set = async (isAllowed: boolean) =>
    act.run(async () => {
      await ask(SetEntering, { input: { isAllowed } });
      setIsSaid(true);
    });
  return (
    <Section heading={words.setting}>
      <Loaded query={query}>
        {({ entering: { isAllowed } }) => (
          <>
            {isSaid ? <Done takesFocus>{words.changed}</Done> : null}
            {act.fault === null ? null : <FaultMessage error={act.fault} />}
            <P>{isAllowed ? words.isAllowed : words.isRefused}</P>
            {isAdmin(me.role) ? (
              <ButtonRow>
                <Button look="secondary" isOff={act.isUnderWay} onClick={() => void set(!isAllowed)}>
                  {isAllowed ? words.refuse : words.allow}
                </Button>
              </ButtonRow>
            ) : (
              <Quiet>{words.onlyAdmins}</Quiet>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
