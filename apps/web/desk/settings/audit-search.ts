import { readTexts } from '../../app/search.js';

/** What the audit is narrowed to, as it stands in the address. */
export const auditSearch = readTexts('from', 'to', 'action', 'person', 'walked');
export type AuditSearch = ReturnType<typeof auditSearch>;
