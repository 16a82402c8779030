import type { Config } from '#yui/platform';
import { BUSINESS_KINDS, type BusinessKind } from '#yui/directory';
import { accessErrors, organisationKindOf, type PersonActor, requireLine } from '#yui/platform';
import { isWebhookUrl, pinnedAddress } from './post-webhook.js';
import { webhookEventsOf } from './webhook-events.js';
import { webhookErrors } from './webhook.errors.js';

const MAX_URL_CHARACTERS = 500;

/** Of an administrator of a buyer, desk or facility. @throws ACCESS.NOT_FOUND for everybody else */
export function webhookOwner(actor: PersonActor): { organisationId: string; organisationKind: BusinessKind } {
  const organisationKind = BUSINESS_KINDS.find((kind) => kind === organisationKindOf(actor.role));
  if (!organisationKind || !actor.role.endsWith('_ADMIN')) throw accessErrors.NOT_FOUND();
  return { organisationId: actor.organisationId, organisationKind };
}

export const checkName = (name: string) => requireLine('name', name, 60);

export function checkEvents(kind: BusinessKind, events: readonly string[]): string[] {
  const known = webhookEventsOf(kind);
  const chosen = known.filter((name) => events.includes(name));
  if (chosen.length === 0 || chosen.length < new Set(events).size) throw webhookErrors.EVENT_UNKNOWN().at('events');
  return chosen;
}

/**
 * An address that can be sent to. It is looked at again before every attempt; here, so that a mistake is seen at once.
 * @throws WEBHOOK.URL, WEBHOOK.ADDRESS
 */
export async function checkUrl(text: string, config: Pick<Config, 'WEBHOOKS_LOCAL'>): Promise<string> {
  const url = requireLine('url', text, MAX_URL_CHARACTERS);
  const reach = { isLocalAllowed: config.WEBHOOKS_LOCAL };
  if (!isWebhookUrl(url, reach)) throw webhookErrors.URL().at('url');
  const pinned = await pinnedAddress(new URL(url).hostname, reach).catch(() => null);
  if (!pinned) throw webhookErrors.ADDRESS().at('url');
  return url;
}
