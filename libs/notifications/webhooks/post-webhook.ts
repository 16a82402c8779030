import { lookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.js';
import type { DeliveryFault } from './webhook-delivery.entity.js';

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 2_000;
const MAX_ANSWER_CHARACTERS = 500;

export interface PostOutcome {
  /** Null: it went through. */
  readonly fault: DeliveryFault | null;
  readonly responseStatus: number | null;
  /** How the answer begins; empty without one. */
  readonly responseText: string;
}

/** For tests and demonstrations: http, and addresses of this machine. */
interface Reach {
  readonly isLocalAllowed: boolean;
}

/** Whether an address may be kept as one that is sent to; what it resolves to is looked at before each attempt. */
export function isWebhookUrl(text: string, { isLocalAllowed }: Reach): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  const isProtocol = protocol === 'https:' || (isLocalAllowed && protocol === 'http:');
  return isProtocol && username === '' && password === '' && hash === '';
}

/**
 * The one address a name is reached at: every address it has must be public, and the connection is made to the very address
 * that was looked at. So a name that answers something else the next time (DNS rebinding) gains nothing.
 * @returns null when one of them is not
 * @throws Error when the name cannot be resolved
 */
export async function pinnedAddress(
  hostname: string,
  { isLocalAllowed }: Reach,
): Promise<{ address: string; family: number } | null> {
  const bare = hostname.replace(/^\[|\]$/g, '');
  const found = isIP(bare) === 0 ? await lookup(bare, { all: true }) : [{ address: bare, family: isIP(bare) }];
  const isEveryPublic = found.every(({ address }) => isPublicAddress(address));
  return isEveryPublic || isLocalAllowed ? (found[0] ?? null) : null;
}

/** One attempt. It follows no redirection: that would be another address than the one that was looked at. */
export async function postWebhook(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  reach: Reach,
): Promise<PostOutcome> {
  try {
    const target = new URL(url);
    const pinned = isWebhookUrl(url, reach) ? await pinnedAddress(target.hostname, reach) : null;
    if (!pinned) return { fault: 'ADDRESS', responseStatus: null, responseText: '' };
    const { status, text } = await post(target, headers, body, pinned);
    const isTaken = status >= 200 && status < 300;
    return { fault: isTaken ? null : 'STATUS', responseStatus: status, responseText: text };
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return { fault: isLate ? 'TIMEOUT' : 'UNREACHABLE', responseStatus: null, responseText: '' };
  }
}

async function post(
  target: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  pinned: { readonly address: string; readonly family: number },
): Promise<{ status: number; text: string }> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = send(
      target,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'user-agent': 'Yui-Webhooks', ...headers },
        // A connection of its own, to the address that was looked at; the certificate is still that of the name.
        agent: false,
        lookup: (_name, options, answer) =>
          options.all ? answer(null, [pinned]) : answer(null, pinned.address, pinned.family),
        signal,
      },
      resolve,
    );
    request.on('error', (error) => reject((signal.reason as Error | undefined) ?? error));
    request.end(body);
  });
  return { status: response.statusCode ?? 0, text: await beginningOf(response) };
}

/** Of what is answered; the rest is not waited for. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      parts.push(part);
      bytes += part.length;
      if (bytes >= MAX_ANSWER_BYTES) break;
    }
  } catch {
    // The status had arrived: it is the answer.
  }
  response.destroy();
  const text = Buffer.concat(parts).subarray(0, MAX_ANSWER_BYTES).toString('utf8');
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, MAX_ANSWER_CHARACTERS)
    .trim();
}
