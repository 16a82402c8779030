import { useState } from 'react';
import { ask } from '../data/ask.js';
import { ChangePassword } from '../data/generated/change-password.js';
import { PasswordField } from '../kit/fields.js';
import { useFilling } from '../kit/filling.js';
import { Form } from '../kit/form.js';
import { Done } from '../kit/message.js';
import { Section } from '../kit/text.js';
import { useAccountWords } from './words.js';

interface Values {
  currentPassword: string;
  newPassword: string;
}

export function PasswordSection() {
  const { password: words } = useAccountWords();
  const [isDone, setIsDone] = useState(false);
  const filling = useFilling<Values>({
    defaultValues: { currentPassword: '', newPassword: '' },
    send: async (input) => {
      await ask(ChangePassword, { input });
      filling.form.reset();
      setIsDone(true);
    },
  });
  return (
    <Section heading={words.heading}>
      {isDone ? <Done>{words.done}</Done> : null}
      <Form filling={filling} submitLabel={words.submit} submitLook="secondary">
        <PasswordField name="currentPassword" label={words.current} autoComplete="current-password" />
        <PasswordField name="newPassword" label={words.next} autoComplete="new-password" />
      </Form>
    </Section>
  );
}
