import type { ContractPaper, PaperParty } from '../sheet/paper-data.js';
import { closing, deliveryTable, subjectFacts, termFacts } from '../parts/notes.js';
import { addressee, addressLines, nameLines, sender } from '../parts/parties.js';
import { headlineOf, priceTable, sums } from '../parts/prices.js';
import { dateWords, yenWords } from '../parts/words.js';
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
      ...deliveryTable(paper.terms),
      { type: 'articles', articles: paper.articles },
      {
        type: 'signatures',
        date: dateWords(paper.concludedOn),
        parties: [
          { role: '甲（発注者）', lines: signatureLines(paper, paper.recipient) },
          { role: '乙（受注者）', lines: signatureLines(paper, paper.issuer) },
        ],
      },
      ...(paper.forSeal ? closing(paper, [], sealWords(paper.forSeal)) : closing(paper)),
    ],
  };
}

function signatureLines({ forSeal }: ContractPaper, party: PaperParty): string[] {
  const signer = party.contractingParty ? null : (party.representative ?? party.department);
  const seal = forSeal ? ['印'] : [];
  return [...addressLines(party), ...nameLines(party), ...(signer === null ? [] : [signer]), ...seal];
}

/**
 * Two copies, and the stamps on them. Of a contract with a government the copy it keeps counts as made by the other side and
 * is stamped; the other one counts as made by the government and is not (印紙税法 第4条第5項, 第5条第2号).
 */
function sealWords({ stampDutyYen, isWithGovernment }: NonNullable<ContractPaper['forSeal']>): string[] {
  const copies = '本書は2通作成し、甲乙が記名押印のうえ、各自1通を保有する。';
  if (stampDutyYen === 0) return [copies, '記載金額が1万円未満のため、収入印紙は不要です（印紙税法 別表第一 第2号）。'];
  const duty = `請負に関する契約書（印紙税法 別表第一 第2号）として、収入印紙 ${yenWords(stampDutyYen)}`;
  return [copies, isWithGovernment ? `甲が保有する1通に、${duty}を貼付します。` : `各通に、${duty}を貼付します。`];
}
