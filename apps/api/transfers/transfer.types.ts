import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate as BusinessDate } from '#yui/calendar';
import {
  TRANSFER_OUTCOMES,
  TRANSFER_RUN_STATES,
  type TransferObstacle,
  type TransferOutcome,
  type TransferRunState,
  transferRunTransitions,
} from '#yui/contracts';
import type { AccountType } from '#yui/directory';
import { RECORD_ENDS, type RecordEnd } from '#yui/money';
import type { PageOf } from '#yui/platform';
import { actionsOf, enumType, valuesOf } from '../graphql/enums.js';
import { pageType } from '../graphql/page.js';
import { DateTime, Id, IdempotencyKey, LocalDate, Yen } from '../graphql/scalars.js';
import { AccountTypeEnum } from '../profiles/business-profile.types.js';

const TransferRunStateEnum = enumType('TransferRunState', 'How far a file for the bank is.', TRANSFER_RUN_STATES);
export const TransferRunActionEnum = enumType(
  'TransferRunAction',
  'What can be done with a file for the bank.',
  actionsOf(transferRunTransitions),
);
const TransferOutcomeEnum = enumType('TransferOutcome', 'What became of a payment in a file.', TRANSFER_OUTCOMES);
const TransferObstacleEnum = enumType(
  'TransferObstacle',
  'Why a payment cannot go into a file.',
  valuesOf<TransferObstacle>({
    NO_ACCOUNT: true,
    NO_CODES: true,
    BRANCH_CLOSED: true,
    BANK_KANA: true,
    ACCOUNT_NUMBER: true,
    HOLDER: true,
    UNCONFIRMED: true,
    DISPUTED: true,
    AMOUNT: true,
    IN_FILE: true,
  }),
);
const RecordEndEnum = enumType('RecordEnd', 'How records of a file for the bank end.', RECORD_ENDS);

@ObjectType('TransferSettings', { description: 'What a desk needs to make files of transfers.' })
export class TransferSettingsType {
  @Field(() => String, { nullable: true, description: '委託者コード, given by the bank; null: not set yet.' })
  clientCode: string | null;

  @Field(() => RecordEndEnum, { description: 'How the bank wants records to end.' })
  recordEnd: RecordEnd;

  @Field(() => TransferObstacleEnum, {
    nullable: true,
    description: 'Why no file can name the account of the desk; null: it can.',
  })
  accountObstacle: TransferObstacle | null;
}

@ObjectType('TransferCandidate', { description: 'A payment notice the desk has still to pay.' })
export class TransferCandidateType {
  @Field(() => Id)
  invoiceId: string;

  @Field(() => String)
  number: string;

  @Field(() => LocalDate)
  dueOn: BusinessDate;

  @Field(() => Yen, { description: 'What is left to be paid for it, with tax.' })
  openYen: number;

  @Field(() => TransferObstacleEnum, { nullable: true, description: 'Null: it can go into a file.' })
  obstacle: TransferObstacle | null;

  facilityId: string;
}

@ObjectType('OmittedTransfer', { description: 'A payment that was chosen and is not in the file.' })
export class OmittedTransferType {
  @Field(() => Id)
  invoiceId: string;

  @Field(() => TransferObstacleEnum, { description: 'Why it is not.' })
  obstacle: TransferObstacle;

  facilityId: string;
}

@ObjectType('TransferItem', { description: 'A payment notice that is paid by a file.' })
export class TransferItemType {
  @Field(() => Id)
  invoiceId: string;

  @Field(() => String)
  number: string;

  @Field(() => Yen)
  amountYen: number;

  @Field(() => TransferOutcomeEnum)
  outcome: TransferOutcome;
}

@ObjectType('TransferRecord', { description: 'What of a file goes to one facility, and to which account.' })
export class TransferRecordType {
  @Field(() => Int, { description: 'In the file, from 1.' })
  position: number;

  @Field(() => String, { description: '統一金融機関コード, four digits.' })
  bankCode: string;

  @Field(() => String)
  bankName: string;

  @Field(() => String, { description: '支店コード, three digits.' })
  branchCode: string;

  @Field(() => String)
  branchName: string;

  @Field(() => AccountTypeEnum)
  accountType: AccountType;

  @Field(() => String)
  accountNumber: string;

  @Field(() => String, { description: 'In katakana.' })
  accountHolderKana: string;

  @Field(() => Yen)
  amountYen: number;

  @Field(() => [TransferItemType], { description: 'The payment notices it is for.' })
  items: readonly TransferItemType[];

  facilityId: string;
}

@ObjectType('TransferRun', { description: '振込データ: payments to facilities in one file for the bank.' })
export class TransferRunType {
  @Field(() => Id)
  id: string;

  @Field(() => TransferRunStateEnum)
  status: TransferRunState;

  @Field(() => LocalDate, { description: '振込指定日' })
  transferOn: BusinessDate;

  @Field(() => Int, { description: 'Transfers in the file: one for each facility.' })
  recordCount: number;

  @Field(() => Yen, { description: 'All transfers of the file together.' })
  totalYen: number;

  @Field(() => String, { description: 'Of the file, in hexadecimal digits.' })
  sha256: string;

  @Field(() => DateTime, { description: 'When the file was made.' })
  madeAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was recorded as carried out, or called off.' })
  endedAt: Date | null;

  @Field(() => String)
  cancelReason: string;
}

export const TransferRunPageType = pageType('TransferRunPage', TransferRunType, 'The newest first.');
export type TransferRunPageType = PageOf<TransferRunType>;

@InputType()
export class SetTransferSettingsInput {
  @Field(() => String, { description: '委託者コード: up to ten digits.' })
  clientCode: string;

  @Field(() => RecordEndEnum, { description: 'How the bank wants records to end.' })
  recordEnd: RecordEnd;
}

@InputType()
export class MakeTransferRunInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => LocalDate, { description: '振込指定日: a day on which banks work, within a month.' })
  transferOn: BusinessDate;

  @Field(() => [Id], { description: 'The payment notices to pay, each with all that is left of it.' })
  invoiceIds: string[];
}

@InputType()
export class SettleTransferRunInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id, { description: 'The file of transfers that is meant.' })
  transferRunId: string;

  @Field(() => [Id], { nullable: true, description: 'Those that the bank could not pay: they are owed as before.' })
  returnedInvoiceIds?: string[] | null;
}

@InputType()
export class CancelTransferRunInput {
  @Field(() => IdempotencyKey)
  idempotencyKey: string;

  @Field(() => Id, { description: 'The file of transfers that is meant.' })
  transferRunId: string;

  @Field(() => String)
  reason: string;
}
