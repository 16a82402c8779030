import { SAMPLE_PEOPLE } from '../../libs/directory/sample/sample-people.js';
import type { TestApi } from '../harness/api.js';

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** Settings under which a test may say where its browsers stand. */
export const BEHIND_PROXY = { TRUSTED_PROXIES: 'loopback' };

let lastHost = 0;

/** A browser with its cookies, at a network address of its own. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly api: Pick<TestApi, 'url'>,
    readonly address = `198.51.100.${(lastHost += 1)}`,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** @throws Error whose message is the code of the answer */
  async ask<Data = Record<string, never>>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.send(query, variables);
    if (errors?.[0]) throw new Error(errors[0].extensions.code);
    return data as Data;
  }

  async do<Data = Record<string, never>>(mutation: string, input: object): Promise<Data> {
    return this.ask<Data>(mutation, { input });
  }

  /** The code of the error that must come. */
  async refusal(query: string, variables: object = {}): Promise<string> {
    const { errors } = await this.send(query, variables);
    if (!errors?.[0]) throw new Error('The api was to refuse this, and did not.');
    return errors[0].extensions.code;
  }

  async send(query: string, variables: object = {}): Promise<Answer> {
    const response = await fetch(this.api.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': this.address,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...this.headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return (await response.json()) as Answer;
  }

  async signIn(email: string, password: string): Promise<this> {
    await this.do(OPERATIONS.signIn, { email, password });
    return this;
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** As a thief would who copied the cookies. */
  copy(): Browser {
    const other = new Browser(this.api, this.address, this.headers);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }
}

export const OPERATIONS = {
  me: '{ me { accountId name email role organisationId secondFactorStep roles { roleGrantId role } } }',
  signIn: 'mutation ($input: SignInInput!) { signIn(input: $input) { me { accountId role secondFactorStep } } }',
  present:
    'mutation ($input: PresentSecondFactorInput!) { presentSecondFactor(input: $input) { me { role secondFactorStep } } }',
  enrol: 'mutation { enrolTotp { enrolmentToken otpauthUri secret } }',
  confirm: 'mutation ($input: ConfirmTotpInput!) { confirmTotp(input: $input) { recoveryCodes } }',
  invite: 'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { invitations { id email sentAt } } }',
  accept:
    'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { me { role secondFactorStep } } }',
  preview: 'query ($token: String!) { invitation(token: $token) { email role organisationName hasAccount } }',
  requestReset: 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { isDone } }',
  reset: 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { isDone } }',
} as const;

function sampleSignIn(name: string): { email: string; password: string } {
  const person = SAMPLE_PEOPLE.find(({ email }) => email === `${name}@yui.example.com`);
  if (!person) throw new Error(`The sample has no ${name}`);
  return { email: person.email, password: person.password };
}

export const COMPANY = sampleSignIn('company');
export const CITY = sampleSignIn('city');
export const COORDINATOR = sampleSignIn('coordinator');
export const DESK_ADMIN = sampleSignIn('desk-admin');
export const PLATFORM = sampleSignIn('platform');
