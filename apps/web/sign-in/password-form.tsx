import { useEffect, useState } from 'react';
import { ask } from '../data/ask.js';
import { SignIn } from '../data/generated/sign-in.js';
import type { Person } from '../app/session.js';
import { PasswordField, TextField } from '../kit/fields.js';
import { useFilling } from '../kit/filling.js';
import { Form } from '../kit/form.js';
import { Message } from '../kit/message.js';
import { useSignInWords } from './words.js';

interface Values {
  email: string;
  password: string;
}

export function PasswordForm({
  invitationToken = null,
  email = '',
  submitLabel,
  onSignedIn,
}: {
  readonly invitationToken?: string | null;
  readonly email?: string;
  readonly submitLabel: string;
  readonly onSignedIn: (me: Person) => Promise<void>;
}) {
  const { signIn: words } = useSignInWords();
  const [hasCapsLock, setHasCapsLock] = useState(false);
  useEffect(() => {
    const look = (event: KeyboardEvent) => setHasCapsLock(event.getModifierState('CapsLock'));
    addEventListener('keyup', look);
    return () => removeEventListener('keyup', look);
  }, []);
  const filling = useFilling<Values>({
    defaultValues: { email, password: '' },
    send: async (values) => {
      const input = { email: values.email.normalize('NFKC').trim(), password: values.password, invitationToken };
      await onSignedIn((await ask(SignIn, { input })).signIn.me);
    },
  });
  const isFullWidth = /[！-～]/.test(filling.form.watch('password'));
  return (
    <>
      <Form filling={filling} submitLabel={submitLabel} label={words.or}>
        <TextField name="email" label={words.email} type="email" autoComplete="username webauthn" inputMode="email" />
        <PasswordField name="password" label={words.password} autoComplete="current-password" />
        {hasCapsLock ? <Message kind="warning">{words.capsLock}</Message> : null}
        {isFullWidth ? <Message kind="warning">{words.fullWidth}</Message> : null}
      </Form>
    </>
  );
}
