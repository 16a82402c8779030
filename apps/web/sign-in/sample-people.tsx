import { useState } from 'react';
import { ask } from '../data/ask.js';
import { SignIn } from '../data/generated/sign-in.js';
import type { SignInChoicesQuery } from '../data/generated/types.js';
import type { Person } from '../app/session.js';
import { Button } from '../kit/button.js';
import { FaultMessage } from '../kit/message.js';
import { useSignInWords } from './words.js';

/** The people of the sample, whose passwords everybody knows: one press signs in. */
export function SamplePeople({
  people,
  onSignedIn,
}: {
  readonly people: SignInChoicesQuery['samplePeople'];
  readonly onSignedIn: (me: Person) => Promise<void>;
}) {
  const { signIn: words } = useSignInWords();
  const [fault, setFault] = useState<unknown>(null);
  const press = async ({ email, password }: (typeof people)[number]) => {
    setFault(null);
    try {
      await onSignedIn((await ask(SignIn, { input: { email, password } })).signIn.me);
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <>
      <ul className="mt-3 grid gap-2 sm:grid-cols-2 [&_button]:h-full">
        {people.map((person) => (
          <li key={person.email}>
            <Button look="secondary" isFull onClick={() => void press(person)}>
              {words.as(person.label.replaceAll('　', ' '))}
            </Button>
          </li>
        ))}
      </ul>
      {fault === null ? null : <FaultMessage error={fault} />}
    </>
  );
}
