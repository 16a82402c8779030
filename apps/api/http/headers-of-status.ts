/**
 * What a program needs to go on from a refusal: how to sign in (RFC 9110, 11.6.1), and what may be asked instead (15.5.6).
 * @param allowed the methods there are at this address
 */
export function headersOfStatus(status: number, allowed: readonly string[] = []): Record<string, string> {
  if (status === 401) return { 'www-authenticate': 'Bearer realm="Yui"' };
  if (status === 405) return { allow: allowed.join(', ') };
  return {};
}
