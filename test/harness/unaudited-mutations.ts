import { Kind, OperationTypeNode, parse } from 'graphql';
import type { DataSource } from 'typeorm';

/** What changes nothing that anybody would ask about later, and why. */
const WITHOUT_AUDIT: Readonly<Record<string, string>> = {
  beginInvitationPasskey: 'a challenge for the browser',
  beginPasskeyRegistration: 'a challenge for the browser',
  beginPasskeySignIn: 'a challenge for the browser',
  beginProviderLink: 'an address to go to',
  beginProviderSignIn: 'an address to go to',
  enrolTotp: 'a secret that counts only once it is confirmed',
  markNotificationRead: "somebody's own list",
  moveClock: 'only where time is made up',
  requestPasswordReset: 'audited where the address is known; nothing happens where it is not',
  signOut: "the end of one's own session",
};

/**
 * Watches the mutations that clients of a spec send. A mutation that succeeded, and of which no request left an entry in the
 * audit, is an operation that nobody can account for.
 */
export class UnauditedMutations {
  private readonly requests = new Map<string, string[]>();

  note(document: string, requestId: string | null): void {
    if (requestId === null || !/^\s*mutation\b/.test(document)) return;
    for (const definition of parse(document).definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== OperationTypeNode.MUTATION)
        continue;
      for (const field of definition.selectionSet.selections) {
        if (field.kind !== Kind.FIELD) continue;
        this.requests.set(field.name.value, [...(this.requests.get(field.name.value) ?? []), requestId]);
      }
    }
  }

  /** @throws Error naming them */
  async refuse(db: DataSource): Promise<void> {
    const noted = await db.query<{ request_id: string }[]>('SELECT DISTINCT request_id FROM audit_entry');
    const audited = new Set(noted.map((row) => row.request_id));
    const missing = [...this.requests]
      .filter(([name, ids]) => !(name in WITHOUT_AUDIT) && !ids.some((id) => audited.has(id)))
      .map(([name]) => name);
    if (missing.length > 0)
      throw new Error(`These mutations changed something without an audit: ${missing.join(', ')}`);
  }
}
