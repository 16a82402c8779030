import { ask } from '../data/ask.js';
import { BeginPasskeySignIn } from '../data/generated/begin-passkey-sign-in.js';
import { SignInWithPasskey } from '../data/generated/sign-in-with-passkey.js';
import type { Person } from '../app/session.js';

export function canUsePasskeys(): boolean {
  return typeof PublicKeyCredential !== 'undefined';
}

/** The library is loaded when somebody presses the button. @throws Error when the person or the device says no */
export async function signInWithPasskey(): Promise<Person> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const { beginPasskeySignIn } = await ask(BeginPasskeySignIn, {});
  const optionsJSON = JSON.parse(beginPasskeySignIn.optionsJson) as Parameters<
    typeof startAuthentication
  >[0]['optionsJSON'];
  const answer = await startAuthentication({ optionsJSON });
  const { signInWithPasskey: answered } = await ask(SignInWithPasskey, {
    input: { responseJson: JSON.stringify(answer) },
  });
  return answered.me;
}

/** Makes a key in the device. @returns what the api wants of it */
export async function makePasskey(optionsText: string): Promise<string> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = JSON.parse(optionsText) as Parameters<typeof startRegistration>[0]['optionsJSON'];
  return JSON.stringify(await startRegistration({ optionsJSON }));
}
