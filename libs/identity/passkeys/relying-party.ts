import { Inject, Injectable } from '@nestjs/common';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import { CONFIG, type Config } from '#yui/platform';
import { accountErrors, signInErrors } from '../accounts/identity.errors.js';
import type { Passkey } from './passkey.entity.js';

const NAME = '結 Yui';

/** The parts we look into ourselves; the rest is for the library. */
const responseShape = z.looseObject({ id: z.string(), response: z.looseObject({ clientDataJSON: z.string() }) });
const clientDataShape = z.looseObject({ challenge: z.string() });

export interface Ceremony {
  /** For `navigator.credentials`, JSON. */
  readonly optionsJson: string;
  readonly challenge: string;
}

type NewPasskey = Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'isBackedUp'>;

/**
 * Passkeys as they concern the address people open (PUBLIC_URL). The device always checks the person (finger, face, PIN)
 * and keeps the key findable, so that nobody has to type an address.
 */
@Injectable()
export class RelyingParty {
  private readonly origin: string;
  private readonly id: string;

  constructor(@Inject(CONFIG) config: Pick<Config, 'PUBLIC_URL'>) {
    const url = new URL(config.PUBLIC_URL);
    this.origin = url.origin;
    this.id = url.hostname;
  }

  async registration(
    account: { id: string; email: string; name: string },
    passkeys: readonly Passkey[],
  ): Promise<Ceremony> {
    const options = await generateRegistrationOptions({
      rpName: NAME,
      rpID: this.id,
      userID: new Uint8Array(Buffer.from(account.id)),
      userName: account.email,
      userDisplayName: account.name,
      attestationType: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    });
    return { optionsJson: JSON.stringify(options), challenge: options.challenge };
  }

  async authentication(): Promise<Ceremony> {
    const options = await generateAuthenticationOptions({ rpID: this.id, userVerification: 'required' });
    return { optionsJson: JSON.stringify(options), challenge: options.challenge };
  }

  /** @throws ACCOUNT.PASSKEY_INVALID */
  async verifyRegistration(responseJson: string, challenge: string): Promise<NewPasskey> {
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: readResponse(responseJson).whole as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.id,
        requireUserVerification: true,
      });
      if (!verified) throw accountErrors.PASSKEY_INVALID();
      const { credential, credentialBackedUp } = registrationInfo;
      return {
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: credential.transports ?? [],
        isBackedUp: credentialBackedUp,
      };
    } catch {
      // Whatever is wrong with it, the words of the library are about bytes.
      throw accountErrors.PASSKEY_INVALID();
    }
  }

  /** @throws SIGN_IN.PASSKEY_REFUSED. @returns the new state of the counter */
  async verifyAuthentication(
    responseJson: string,
    challenge: string,
    passkey: Passkey,
  ): Promise<Pick<Passkey, 'counter' | 'isBackedUp'>> {
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: readResponse(responseJson).whole as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.id,
        requireUserVerification: true,
        credential: {
          id: passkey.credentialId,
          publicKey: new Uint8Array(passkey.publicKey),
          counter: passkey.counter,
          transports: passkey.transports,
        },
      });
      if (!verified) throw signInErrors.PASSKEY_REFUSED();
      return { counter: authenticationInfo.newCounter, isBackedUp: authenticationInfo.credentialBackedUp };
    } catch {
      throw signInErrors.PASSKEY_REFUSED();
    }
  }
}

/**
 * What a browser sent: which key, and which challenge it says it answers. Nothing of it is believed before it is verified.
 * @throws ACCOUNT.PASSKEY_INVALID
 */
export function readResponse(responseJson: string): { whole: unknown; credentialId: string; challenge: string } {
  try {
    const whole: unknown = JSON.parse(responseJson);
    const { id, response } = responseShape.parse(whole);
    const clientData: unknown = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8'));
    return { whole, credentialId: id, challenge: clientDataShape.parse(clientData).challenge };
  } catch {
    throw accountErrors.PASSKEY_INVALID();
  }
}
