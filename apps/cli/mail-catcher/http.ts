import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { MessageStore } from './message-store.js';
import {
  HTML_MAIL_SANDBOX,
  htmlMailDocument,
  type Language,
  listPage,
  messagePage,
  missingPage,
  STYLE,
} from './pages.js';

const MAX_SHOWN = 200;
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** Pictures of a mail load only from the mail itself: opening it must not tell anybody. */
const HTML_MAIL_POLICY = `sandbox ${HTML_MAIL_SANDBOX}; default-src 'none'; img-src data:; style-src 'unsafe-inline'`;

interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

/** The pages and the JSON API of the mail catcher. It listens on loopback and answers browsers only under that name. */
export function createPageServer(store: MessageStore): Server {
  return createServer((request, response) => {
    answer(store, request)
      .catch((error: unknown): Answer => json(500, { error: String(error) }))
      .then((result) => send(response, result))
      .catch(() => response.destroy());
  });
}

function send(response: ServerResponse, { status, type, body, headers }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': PAGE_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}

async function answer(store: MessageStore, request: IncomingMessage): Promise<Answer> {
  if (!isLoopbackName(request.headers.host)) return json(403, { error: 'open this page as localhost' });
  const url = new URL(request.url ?? '/', 'http://localhost');
  const language: Language = url.searchParams.get('lang') === 'en' ? 'en' : 'ja';
  const route = `${request.method === 'HEAD' ? 'GET' : request.method} ${url.pathname}`;

  if (route === 'GET /health') return json(200, { status: 'ok' });
  if (route === 'GET /style.css') return { status: 200, type: 'text/css; charset=utf-8', body: STYLE };
  if (route === 'GET /') {
    const to = url.searchParams.get('to') ?? '';
    const all = store.list({ to });
    return html(200, listPage(language, all.slice(0, MAX_SHOWN), { to, totalItems: all.length }));
  }
  if (route === 'GET /api/messages') return listMessages(store, url);
  if (route === 'DELETE /api/messages' || route === 'POST /messages/delete') {
    if (!isSameOrigin(request)) return json(403, { error: 'not from another site' });
    store.clear();
    if (request.method === 'DELETE') return { status: 204, type: 'application/json', body: '' };
    return { status: 303, type: 'text/plain', body: '', headers: { location: `/?lang=${language}` } };
  }
  const [, kind, id = '', part, index] =
    /^GET \/(api\/messages|messages)\/([^/]+)(?:\/(html|attachments)(?:\/(\d+))?)?$/.exec(route) ?? [];
  if (kind === undefined) return json(404, { error: 'not found' });
  return answerMessage(store, { isApi: kind === 'api/messages', id, part, index, language });
}

function listMessages(store: MessageStore, url: URL): Answer {
  const sinceText = url.searchParams.get('since');
  const since = sinceText === null ? undefined : new Date(sinceText);
  if (since && Number.isNaN(since.getTime())) return json(400, { error: 'since must be an ISO 8601 moment' });
  const items = store.list({ to: url.searchParams.get('to') ?? '', since });
  return json(200, { items, totalItems: items.length });
}

async function answerMessage(
  store: MessageStore,
  wanted: { isApi: boolean; id: string; part: string | undefined; index: string | undefined; language: Language },
): Promise<Answer> {
  const { isApi, id, part, index, language } = wanted;
  if (part === 'attachments' && index !== undefined) {
    const attachment = await store.readAttachment(id, Number(index));
    if (!attachment) return html(404, missingPage(language));
    const name = encodeURIComponent(attachment.name);
    return {
      status: 200,
      type: 'application/octet-stream',
      body: attachment.content,
      headers: { 'content-disposition': `attachment; filename*=UTF-8''${name}` },
    };
  }
  const message = await store.read(id);
  if (isApi && part === undefined) return message ? json(200, message) : json(404, { error: 'not found' });
  if (!message || isApi) return html(404, missingPage(language));
  if (part === undefined) return html(200, messagePage(language, message));
  if (part !== 'html' || message.html === null) return html(404, missingPage(language));
  return {
    ...html(200, htmlMailDocument(message.html)),
    headers: { 'content-security-policy': HTML_MAIL_POLICY },
  };
}

/** A web page elsewhere can make its own name point to this machine; then the name gives it away. */
function isLoopbackName(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? '');
}

/** Browsers always say where such a request comes from; programs without a browser say nothing. */
function isSameOrigin({ headers }: IncomingMessage): boolean {
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}

function html(status: number, body: string): Answer {
  return { status, type: 'text/html; charset=utf-8', body };
}

function json(status: number, value: unknown): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}
