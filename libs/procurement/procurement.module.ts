import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdviseDueDate } from './advice/advise-due-date.js';
import { ContractBasis } from './basis/contract-basis.entity.js';
import { ContractBasisQueries } from './basis/contract-basis.queries.js';
import { DecideContractBasis } from './basis/decide-contract-basis.js';
import { CategoryMappingEntry } from './categories/category-mapping-entry.entity.js';
import { CategoryMapping } from './categories/category-mapping.entity.js';
import { CategoryQueries } from './categories/category.queries.js';
import { SetCategoryMapping } from './categories/set-category-mapping.js';
import { DraftPublication } from './publications/draft-publication.js';
import { EditPublication } from './publications/edit-publication.js';
import { PrintPublication } from './publications/print-publication.js';
import { Publication } from './publications/publication.entity.js';
import { PublicationQueries } from './publications/publication.queries.js';
import { DeskRecognition } from './rules/desk-recognition.entity.js';
import { Government } from './rules/government.entity.js';
import { GovernmentQueries } from './rules/government.queries.js';
import { NegotiationLimit } from './rules/negotiation-limit.entity.js';
import { RecogniseDesk } from './rules/recognise-desk.js';
import { SetGovernmentRules } from './rules/set-government-rules.js';

const entities = [
  CategoryMapping,
  CategoryMappingEntry,
  ContractBasis,
  DeskRecognition,
  Government,
  NegotiationLimit,
  Publication,
];
const useCases = [
  AdviseDueDate,
  DecideContractBasis,
  DraftPublication,
  EditPublication,
  PrintPublication,
  RecogniseDesk,
  SetCategoryMapping,
  SetGovernmentRules,
];
const queries = [CategoryQueries, ContractBasisQueries, GovernmentQueries, PublicationQueries];

/** Ordering with public money: by which item, with what publications, filed how. */
@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  providers: [...useCases, ...queries],
  exports: [...useCases, ...queries],
})
export class ProcurementModule {}
