import ipaddr from 'ipaddr.js';

/** 2000::/3, all that IPv6 has given out for the internet so far. */
const GLOBAL: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Whether an address belongs to somebody on the public internet: not to this machine, its networks, a cloud's service of
 * metadata, or a way of writing one of these within another kind of address.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(...GLOBAL);
}
