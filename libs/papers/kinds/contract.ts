import type { ContractPaper, PaperParty } from '../sheet/paper-data.js';
import { closing, subjectFacts, termFacts } from '../parts/notes.js';
import { addressee, addressLines, nameLines, sender } from '../parts/parties.js';
import { headlineOf, priceTable, sums } from '../parts/prices.js';
import { dateWords } from '../parts/words.js';
import type { SheetBody } from '../sheet/sheet.js';

export function composeContract(paper: ContractPaper): SheetBody {
  const orderer = nameLines(paper.recipient).join(' ');
  const contractor = nameLines(paper.issuer).join(' ');
  return {
    addressee: addressee(paper.recipient),
    sender: sender(paper.issuer, '受注者（乙）'),
    opening: `${orderer}（以下「甲」という。）と${contractor}（以下「乙」という。）は、次のとおり業務委託契約を締結する。`,
    headline: headlineOf('契約金額', paper.prices),
    facts: [...subjectFacts(paper), ...termFacts(paper.terms)],
    blocks: [
      priceTable(paper.prices),
      sums(paper.prices),
      { type: 'articles', articles: paper.articles },
      {
        type: 'signatures',
        date: dateWords(paper.concludedOn),
        parties: [
          { role: '甲（発注者）', lines: signatureLines(paper.recipient) },
          { role: '乙（受注者）', lines: signatureLines(paper.issuer) },
        ],
      },
      ...closing(paper),
    ],
  };
}

function signatureLines(party: PaperParty): string[] {
  const signer = party.representative ?? party.department;
  return [...addressLines(party), ...nameLines(party), ...(signer === null ? [] : [signer])];
}
