import type { BankAccount, PaperParty } from '../sheet/paper-data.js';
import type { Addressee, Fact, FactsBlock, Sender } from '../sheet/sheet.js';
import { known } from './words.js';

const ACCOUNT_TYPES = { ORDINARY: '普通', CURRENT: '当座' } as const;

/** Name and corporation, each once; or who contracts for it. */
export function nameLines({ contractingParty, operator, name }: PaperParty): string[] {
  if (contractingParty) return [contractingParty];
  return operator === null || operator === name ? [name] : [operator, name];
}

export function addressLines({ postalCode, address }: PaperParty): string[] {
  return [postalCode === null ? '' : `〒${postalCode}`, address ?? ''].filter((line) => line !== '');
}

/** 宛名: 御中 for an organisation, 様 for a person in it. */
export function addressee(party: PaperParty, details: readonly Fact[] = []): Addressee {
  // A mayor is written to by title; who looks after it in the town hall stands below.
  if (party.contractingParty) {
    const contact = [party.department, party.contactPerson && `${party.contactPerson} 様`].filter(Boolean).join(' ');
    const known = contact === '' ? [] : [{ label: 'ご担当', value: contact }];
    const names = [`${party.contractingParty} 様`];
    return { address: addressLines(party), names, details: [...known, ...details] };
  }
  const names = [...nameLines(party), ...(party.department === null ? [] : [party.department])];
  const named = party.contactPerson === null ? withHonorific(names) : [...names, `${party.contactPerson} 様`];
  return { address: addressLines(party), names: named, details };
}

function withHonorific(names: readonly string[]): string[] {
  return [...names.slice(0, -1), `${names.at(-1) ?? ''} 御中`];
}

/** Who sends the paper, with the number of a qualified invoice issuer where it has one. */
export function sender(party: PaperParty, role = '発行者'): Sender {
  const department = party.department === null ? [] : [party.department];
  const isNamed = party.representative === null || Boolean(party.contractingParty);
  const representative = isNamed ? [] : [party.representative ?? ''];
  return {
    role,
    names: [...nameLines(party), ...department, ...representative],
    address: addressLines(party),
    details: known([
      { label: '電話', value: party.phone },
      { label: '担当', value: contactWords(party) },
      { label: 'メール', value: party.email },
      { label: '登録番号', value: party.registrationNumber },
    ]),
  };
}

/** `総務課 山本（電話 083-555-0101）` */
function contactWords({ contactPerson, contactPhone }: PaperParty): string | null {
  if (!contactPerson) return contactPhone ? `電話 ${contactPhone}` : null;
  return contactPhone ? `${contactPerson}（電話 ${contactPhone}）` : contactPerson;
}

/** `四国銀行（0175）` */
const withCode = (name: string, code?: string | null) => (code ? `${name}（${code}）` : name);

/** 振込先 */
export function bankBlock(account: BankAccount | null, whenMissing: string): FactsBlock {
  if (account === null) {
    return { type: 'facts', heading: '振込先', items: [{ label: '振込先', value: whenMissing }] };
  }
  return {
    type: 'facts',
    heading: '振込先',
    items: [
      {
        label: '金融機関',
        value: `${withCode(account.bankName, account.bankCode)} ${withCode(account.branchName, account.branchCode)}`,
      },
      { label: '口座', value: `${ACCOUNT_TYPES[account.accountType]} ${account.accountNumber}` },
      { label: '口座名義', value: account.holderKana },
    ],
  };
}
