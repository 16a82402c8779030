import { feature } from '#yui/platform';
import { ContractBasis } from './contract-basis.entity.js';
import { ContractBasisQueries } from './contract-basis.queries.js';
import { DecideContractBasis } from './decide-contract-basis.js';

export const basis = feature({
  entities: [ContractBasis],
  commands: [DecideContractBasis],
  queries: [ContractBasisQueries],
  auditSentences: {
    decideContractBasis: { ja: '契約の根拠を決めました。', en: 'Decided the legal basis of a contract.' },
  },
});
