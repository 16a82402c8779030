import type { EntityManager } from 'typeorm';

/**
 * Those of the facilities that no desk keeps and nobody speaks for. Only these may a desk register unasked: any other one
 * agrees by telling the desk its registration code. The database keeps to the same rule.
 */
export async function freeAmong(manager: EntityManager, facilityIds: readonly string[]): Promise<Set<string>> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT id FROM unnest($1::uuid[]) AS asked (id) WHERE yui_is_free(id)',
    [facilityIds],
  );
  return new Set(rows.map(({ id }) => id));
}
