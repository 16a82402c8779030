import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Caller } from '#yui/identity';
import { type Config, defineErrors } from '#yui/platform';
import { admissionOf, GRAPHQL_PATH } from '../http/request-gate.js';
import type { Refusals } from '../http/refusals.js';
import { formsOf } from './document-forms.js';
import { FirstLook } from './first-look.js';

const FOLDER = new URL('./documents/', import.meta.url);

const documentErrors = defineErrors('DOCUMENT', {
  UNKNOWN: {
    ja: '画面が古くなっています。ページを読み込み直してください。',
    en: 'This document is not known here. Load the page again.',
  },
  TEXT_REFUSED: {
    ja: 'この環境では、登録された問い合わせだけを受け付けます。',
    en: 'Only documents known here are answered (PERSISTED_DOCUMENTS_ONLY).',
  },
});

/** The documents our own pages ask with, by the SHA-256 of their text in each form tools send it. Clients cannot add any. */
export class DocumentStore {
  private readonly texts: ReadonlyMap<string, string>;

  constructor(texts: Iterable<string>) {
    const forms = Array.from(texts, (text) => [...formsOf(text)]).flat();
    this.texts = new Map(forms.map((text) => [hashOf(text), text]));
  }

  /** All files of the folder `documents` and those below it. */
  static async read(): Promise<DocumentStore> {
    const names = (await readdir(FOLDER, { recursive: true })).filter((name) => name.endsWith('.graphql'));
    return new DocumentStore(await Promise.all(names.map((name) => readFile(new URL(name, FOLDER), 'utf8'))));
  }

  find(hash: string): string | undefined {
    return this.texts.get(hash.toLowerCase());
  }

  has(text: string): boolean {
    return this.texts.has(hashOf(text));
  }
}

export type FreedomOfText = Config['PERSISTED_DOCUMENTS_ONLY'];

/** What a request asks with, as far as it matters here. */
interface Asked {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash?: unknown } | null } | null;
}

/**
 * Puts the text of a known document in the place of its hash; refuses text from anyone who may not send any, and what would
 * take long to read.
 */
export function installDocumentStore(
  server: FastifyInstance,
  config: Pick<Config, 'PERSISTED_DOCUMENTS_ONLY'>,
  store: DocumentStore,
  refusals: Refusals,
): void {
  const firstLook = new FirstLook();
  server.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url !== GRAPHQL_PATH || !isObject(request.body)) return;
    const text = textOf(request.body, store);
    const { caller } = admissionOf(request);
    if (text === null) return refusals.send(request, reply, { status: 400, error: documentErrors.UNKNOWN(), caller });
    if (text === undefined) return;
    const fault = firstLook.faultOf(text);
    if (fault) return refusals.send(request, reply, { status: 400, error: fault, caller });
    if (!mayAsk(text, caller, config.PERSISTED_DOCUMENTS_ONLY, store)) {
      return refusals.send(request, reply, { status: 400, error: documentErrors.TEXT_REFUSED(), caller });
    }
    // Apollo, which keeps no documents of clients, would refuse a request that names one.
    request.body = { ...request.body, query: text, extensions: null };
  });
}

/** @returns null: a document nobody knows; undefined: the request names none */
function textOf({ query, documentId, extensions }: Asked, store: DocumentStore): string | null | undefined {
  if (typeof query === 'string' && query !== '') return query;
  const named = documentId ?? extensions?.persistedQuery?.sha256Hash;
  if (typeof named !== 'string') return undefined;
  return store.find(named.replace(/^sha256:/, '')) ?? null;
}

/** The text of a known document may be sent by everybody. */
function mayAsk(text: string, caller: Caller | null, only: FreedomOfText, store: DocumentStore): boolean {
  const isMachine = caller !== null && caller.session === null;
  return only === 'nobody' || (only === 'people' && isMachine) || store.has(text);
}

function isObject(body: unknown): body is Asked {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
