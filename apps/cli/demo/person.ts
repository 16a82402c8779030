import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CliError } from '../command.js';

/** How long a person keeps trying while the product is away: a process that was killed is back long before. */
const PATIENCE_MS = 60_000;
const RETRY_MS = 300;

/** The product said no, with a code. */
class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface GraphqlAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Somebody at a screen: speaks GraphQL over HTTP with a session cookie, as the pages do. */
export class Person {
  private cookie = '';

  constructor(
    private readonly apiUrl: string,
    readonly email: string,
    private readonly password: string,
  ) {}

  async signIn(): Promise<this> {
    await this.ask('mutation ($input: SignInInput!) { signIn(input: $input) { me { accountId } } }', {
      input: { email: this.email, password: this.password },
    });
    return this;
  }

  /**
   * Sends one document and waits while the product is away. A change that carries an idempotency key can be repeated
   * without being made twice, which is what makes the waiting safe.
   * @throws Refusal when the product answers with an error
   */
  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const answer = await this.tryOnce<Data>(query, variables);
      if (answer) return answer;
      if (performance.now() > until) {
        throw new CliError(
          'DEMO.NO_ANSWER',
          `${this.apiUrl} から応答がありません。npm start で起動してから、もう一度お試しください。`,
          `${this.apiUrl} does not answer. Start the product with npm start and try again.`,
        );
      }
      await pause(RETRY_MS);
    }
  }

  /** Changes something: the input gets a key of its own, the same for all repetitions. */
  async change<Data>(mutation: string, input: object): Promise<Data> {
    return this.ask<Data>(mutation, { input: { idempotencyKey: randomUUID(), ...input } });
  }

  /** @returns undefined when the product could not be reached or was just leaving */
  private async tryOnce<Data>(query: string, variables: object): Promise<Data | undefined> {
    let response: Response;
    let body: GraphqlAnswer<Data>;
    try {
      response = await fetch(this.apiUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: this.cookie },
        body: JSON.stringify({ query, variables }),
      });
      if (response.status === 502 || response.status === 503) return undefined;
      body = (await response.json()) as GraphqlAnswer<Data>;
    } catch {
      return undefined;
    }
    const error = body.errors?.[0];
    if (error) throw new Refusal(error.extensions?.code ?? 'UNKNOWN', error.message);
    const [cookie] = response.headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(';')[0] ?? '';
    if (!body.data) throw new Refusal('UNKNOWN', 'an empty answer');
    return body.data;
  }
}
