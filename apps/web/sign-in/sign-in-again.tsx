import { useState } from 'react';
import { enter, type Person, useMe } from '../app/session.js';
import { noteSessionEnd } from '../app/session-end.js';
import { queryClient } from '../data/use-ask.js';
import { meOptions } from '../app/session.js';
import { Dialog } from '../kit/dialog.js';
import { P } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { canUsePasskeys } from './passkeys.js';
import { PasswordForm } from './password-form.js';
import { CodeForm } from './second-factor-page.js';
import { PasskeyButton } from './sign-in-page.js';
import { useSignInWords } from './words.js';

/** The session ended while a page was open: it stays as it is, with what was typed, and goes on after the sign-in. */
export function SignInAgain() {
  const { session } = useCommon();
  const { signIn: words } = useSignInWords();
  const before = useMe();
  const [owesCode, setOwesCode] = useState(false);
  const goOn = async (me: Person) => {
    const isSame = me.accountId === before.accountId && me.organisationId === before.organisationId;
    if (!isSame || me.secondFactorStep === 'ENROL' || me.secondFactorStep === 'PASSKEY') {
      enter(me);
      location.assign('/');
    } else if (me.secondFactorStep === 'CODE') {
      setOwesCode(true);
    } else {
      queryClient.setQueryData(meOptions.queryKey, { me });
      noteSessionEnd(false);
      await queryClient.invalidateQueries();
    }
  };
  return (
    <Dialog title={session.endedTitle} isOpen isEscapable={false} onClose={() => undefined}>
      <P className="mb-4">{session.ended}</P>
      {owesCode ? (
        <CodeForm onSignedIn={goOn} />
      ) : (
        <>
          {canUsePasskeys() ? <PasskeyButton onSignedIn={goOn} /> : null}
          <PasswordForm email={before.email} submitLabel={words.submit} onSignedIn={goOn} />
        </>
      )}
    </Dialog>
  );
}
