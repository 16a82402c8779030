import { Fault, NoAnswer } from './fault.js';

/** What the api says beside GraphQL, where it does not do as asked. */
export function faultIn(text: string): Error {
  try {
    const { errors } = JSON.parse(text) as {
      errors: [{ extensions: { code: string; messageJa: string; messageEn: string } }];
    };
    const { code, messageJa, messageEn } = errors[0].extensions;
    return new Fault(code, messageJa, messageEn);
  } catch {
    return new NoAnswer();
  }
}
