import { useState } from 'react';
import { renderSVG } from 'uqr';
import { ask } from '../data/ask.js';
import { ConfirmTotp } from '../data/generated/confirm-totp.js';
import { EnrolTotp } from '../data/generated/enrol-totp.js';
import type { EnrolTotpMutation } from '../data/generated/types.js';
import { Button, ButtonRow } from '../kit/button.js';
import { TextField } from '../kit/fields.js';
import { useFilling } from '../kit/filling.js';
import { Form } from '../kit/form.js';
import { FaultMessage, Message } from '../kit/message.js';
import { P, Quiet } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { useSignInWords } from './words.js';

type Enrolment = EnrolTotpMutation['enrolTotp'];

/** Sets up an authenticator app and shows the recovery codes once. */
export function EnrolTotpSteps({ beginLabel, onDone }: { readonly beginLabel: string; readonly onDone: () => void }) {
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const begin = async () => {
    setFault(null);
    try {
      setEnrolment((await ask(EnrolTotp, {})).enrolTotp);
    } catch (error) {
      setFault(error);
    }
  };
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  if (enrolment) return <ScanAndConfirm enrolment={enrolment} onConfirmed={setCodes} />;
  return (
    <>
      {fault === null ? null : <FaultMessage error={fault} />}
      <Button onClick={() => void begin()}>{beginLabel}</Button>
    </>
  );
}

function ScanAndConfirm({
  enrolment,
  onConfirmed,
}: {
  readonly enrolment: Enrolment;
  readonly onConfirmed: (codes: readonly string[]) => void;
}) {
  const { enrol: words } = useSignInWords();
  const filling = useFilling<{ code: string }>({
    defaultValues: { code: '' },
    send: async ({ code }) => {
      const input = { enrolmentToken: enrolment.enrolmentToken, code: code.normalize('NFKC').replace(/\s/g, '') };
      onConfirmed((await ask(ConfirmTotp, { input })).confirmTotp.recoveryCodes);
    },
  });
  return (
    <>
      <P>{words.scan}</P>
      <img
        className="my-4 size-56 border border-faint"
        alt={words.qr}
        src={`data:image/svg+xml,${encodeURIComponent(renderSVG(enrolment.otpauthUri))}`}
      />
      <Quiet>{words.secret}</Quiet>
      <p className="font-mono text-lg tracking-wider">{enrolment.secret.replace(/(.{4})/g, '$1 ')}</p>
      <Form filling={filling} submitLabel={words.submit}>
        <TextField name="code" label={words.code} inputMode="numeric" autoComplete="one-time-code" />
      </Form>
    </>
  );
}

export function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const { enrol: words } = useSignInWords();
  const { actions } = useCommon();
  return (
    <section>
      <h2>{words.recoveryTitle}</h2>
      <Message kind="warning">{words.recoveryLead}</Message>
      <ul className="grid max-w-md grid-cols-2 gap-2 font-mono text-lg">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <ButtonRow>
        <Button onClick={onKept}>{words.kept}</Button>
        <Button look="secondary" onClick={() => print()}>
          {actions.print}
        </Button>
      </ButtonRow>
    </section>
  );
}
