import { useState } from 'react';
import { ask } from '../data/ask.js';
import { RemoveTotp } from '../data/generated/remove-totp.js';
import { RenewRecoveryCodes } from '../data/generated/renew-recovery-codes.js';
import { useAct } from '../kit/act.js';
import { Button, ButtonRow } from '../kit/button.js';
import { Done, FaultMessage } from '../kit/message.js';
import { P, Section } from '../kit/text.js';
import { EnrolTotpSteps, RecoveryCodes } from '../sign-in/enrol-totp.js';
import { useAccountWords } from './words.js';

export function SecondFactorSection() {
  const { second: words } = useAccountWords();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [isRemoved, setIsRemoved] = useState(false);
  const act = useAct();
  const renew = async () =>
    act.run(async () => setCodes((await ask(RenewRecoveryCodes, {})).renewRecoveryCodes.recoveryCodes));
  const remove = async () =>
    act.run(async () => {
      await ask(RemoveTotp, {});
      setIsRemoved(true);
    });
  return (
    <Section heading={words.heading}>
      <P className="mb-4">{words.lead}</P>
      {isRemoved ? <Done>{words.removed}</Done> : null}
      {codes === null ? (
        <>
          <EnrolTotpSteps beginLabel={words.begin} onDone={() => setIsRemoved(false)} />
          <ButtonRow>
            <Button look="secondary" onClick={() => void renew()}>
              {words.renew}
            </Button>
            <Button look="danger" onClick={() => void remove()}>
              {words.remove}
            </Button>
          </ButtonRow>
        </>
      ) : (
        <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
      )}
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
    </Section>
  );
}
