import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type ChainedEntry, FIRST_HASH, hashOfLink } from './audit-chain.js';

const ENTRY: ChainedEntry = {
  chain_id: '01990000-0000-7000-8000-000000000001',
  sequence: '1',
  id: '01990000-0000-7000-8000-000000000002',
  at: '2026-11-21T09:30:00.123000Z',
  account_id: null,
  role: 'SYSTEM',
  organisation_id: null,
  api_token_id: null,
  action: 'createDesk',
  subject_type: 'Desk',
  subject_id: '01990000-0000-7000-8000-000000000001',
  change: '{"名": "高知"}',
  request_id: '',
  origin_hash: null,
};

describe('hashOfLink', () => {
  it('is SHA-256 over the documented text', () => {
    const text =
      `11:yui-audit-1,64:${FIRST_HASH},36:01990000-0000-7000-8000-000000000001,1:1,` +
      '36:01990000-0000-7000-8000-000000000002,27:2026-11-21T09:30:00.123000Z,-,6:SYSTEM,-,-,10:createDesk,4:Desk,' +
      '36:01990000-0000-7000-8000-000000000001,17:{"名": "高知"},0:,-,';
    expect(hashOfLink(FIRST_HASH, ENTRY)).toBe(createHash('sha256').update(text).digest('hex'));
    expect(readFileSync('docs/trust.md', 'utf8')).toContain('`11:yui-audit-1,64:000…000,36:01990000-…,1:1,36:…`');
  });

  it('tells what is empty from what is not there, and where one field ends', () => {
    const hash = hashOfLink(FIRST_HASH, ENTRY);
    expect(hashOfLink(FIRST_HASH, { ...ENTRY, request_id: null })).not.toBe(hash);
    expect(hashOfLink(FIRST_HASH, { ...ENTRY, action: 'createDes', subject_type: 'kDesk' })).not.toBe(hash);
  });
});
