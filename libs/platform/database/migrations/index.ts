import { Platform0001 } from './0001-platform.js';
import { PeopleAndDirectory0002 } from './0002-people-and-directory.js';
import { OrdersAndContracts0003 } from './0003-orders-and-contracts.js';
import { Identity0004 } from './0004-identity.js';
import { AuditAndPrefectures0005 } from './0005-audit-and-prefectures.js';
import { RateLimits0006 } from './0006-rate-limits.js';
import { OrderLife0007 } from './0007-order-life.js';
import { CallsAndAnswers0008 } from './0008-calls-and-answers.js';
import { Money0009 } from './0009-money.js';
import { Papers0010 } from './0010-papers.js';
import { GovernmentBuyers0011 } from './0011-government-buyers.js';
import { SplitSettings0012 } from './0012-split-settings.js';
import { RowSecurity0030 } from './0030-row-security.js';
import { Reminders0031 } from './0031-reminders.js';
import { ReasonOfLeaving0032 } from './0032-reason-of-leaving.js';
import { PaidMaterial0033 } from './0033-paid-material.js';
import { PartiesOfOrders0034 } from './0034-parties-of-orders.js';
import { LimitNames0035 } from './0035-limit-names.js';
import { FacilitiesOfLists0045 } from './0045-facilities-of-lists.js';
import { MoneyBack0050 } from './0050-money-back.js';
import { RefusedInvitations0051 } from './0051-refused-invitations.js';
import { ConsentToRegistrations0060 } from './0060-consent-to-registrations.js';
import { PricesOfFacilitiesApart0061 } from './0061-prices-of-facilities-apart.js';
import { PlatformActs0062 } from './0062-platform-acts.js';
import { AssignmentReasons0070 } from './0070-assignment-reasons.js';
import { UndoOfAnswers0071 } from './0071-undo-of-answers.js';
import { Letters0072 } from './0072-letters.js';
import { TaskTrouble0080 } from './0080-task-trouble.js';
import { EventIndexes0081 } from './0081-event-indexes.js';
import { KeysetIndexes0100 } from './0100-keyset-indexes.js';
import { DueDatesOfOrders0101 } from './0101-due-dates-of-orders.js';
import { PaymentsOfInvoices0105 } from './0105-payments-of-invoices.js';
import { TodayOfBuyers0115 } from './0115-today-of-buyers.js';
import { GuessesInTheAudit0125 } from './0125-guesses-in-the-audit.js';
import { ScatteredNumbers0126 } from './0126-scattered-numbers.js';
import { GrowingTables0130 } from './0130-growing-tables.js';
import { OrderSearch0131 } from './0131-order-search.js';
import { EnteredFor0145 } from './0145-entered-for.js';
import { Inquiries0146 } from './0146-inquiries.js';
import { StandingOrders0150 } from './0150-standing-orders.js';
import { BanksAndTransfers0155 } from './0155-banks-and-transfers.js';
import { BankStatements0156 } from './0156-bank-statements.js';
import { JournalSettings0157 } from './0157-journal-settings.js';
import { TaxAndFreeLines0160 } from './0160-tax-and-free-lines.js';
import { Reductions0161 } from './0161-reductions.js';
import { Wages0165 } from './0165-wages.js';
import { RecordedResults0170 } from './0170-recorded-results.js';
import { AgeOfNotifications0180 } from './0180-age-of-notifications.js';
import { DaysOfCorrections0181 } from './0181-days-of-corrections.js';
import { TimesOfLeaving0185 } from './0185-times-of-leaving.js';
import { WagePlans0186 } from './0186-wage-plans.js';
import { ExtensionOfOffers0190 } from './0190-extension-of-offers.js';
import { LettersOnPaper0195 } from './0195-letters-on-paper.js';
import { CausesOfLetters0196 } from './0196-causes-of-letters.js';
import { MoveIn0200 } from './0200-move-in.js';
import { TermsOfStandingOrders0205 } from './0205-terms-of-standing-orders.js';
import { EnteredForStandingOrders0206 } from './0206-entered-for-standing-orders.js';
import { WorkReports0207 } from './0207-work-reports.js';
import { OrderContactsAndNotes0210 } from './0210-order-contacts-and-notes.js';
import { DeliveryPlaces0211 } from './0211-delivery-places.js';
import { PartiesOfGovernments0212 } from './0212-parties-of-governments.js';
import { AmendmentsOfDesks0213 } from './0213-amendments-of-desks.js';
import { LinksOfAmendments0214 } from './0214-links-of-amendments.js';
import { AccountsOfFacilities0215 } from './0215-accounts-of-facilities.js';
import { Webhooks0216 } from './0216-webhooks.js';
import { Changes0217 } from './0217-changes.js';
import { ClaimsOfMails0220 } from './0220-claims-of-mails.js';
import { TracesOfEvents0221 } from './0221-traces-of-events.js';
import { ClosedYears0240 } from './0240-closed-years.js';
import { EarnedLines0241 } from './0241-earned-lines.js';
import { LettersBeingPrinted0245 } from './0245-letters-being-printed.js';
import { LinksOfEarlierLetters0246 } from './0246-links-of-earlier-letters.js';
import { FurtherChanges0260 } from './0260-further-changes.js';
import { LinksOfEarlierAmendmentLetters0261 } from './0261-links-of-earlier-amendment-letters.js';

/** The history of the schema, oldest first. A migration that was released is never changed; a new one is added. */
export const MIGRATIONS = [
  Platform0001,
  PeopleAndDirectory0002,
  OrdersAndContracts0003,
  Identity0004,
  AuditAndPrefectures0005,
  RateLimits0006,
  OrderLife0007,
  CallsAndAnswers0008,
  Money0009,
  Papers0010,
  GovernmentBuyers0011,
  SplitSettings0012,
  RowSecurity0030,
  Reminders0031,
  ReasonOfLeaving0032,
  PaidMaterial0033,
  PartiesOfOrders0034,
  LimitNames0035,
  FacilitiesOfLists0045,
  MoneyBack0050,
  RefusedInvitations0051,
  ConsentToRegistrations0060,
  PricesOfFacilitiesApart0061,
  PlatformActs0062,
  AssignmentReasons0070,
  UndoOfAnswers0071,
  Letters0072,
  TaskTrouble0080,
  EventIndexes0081,
  KeysetIndexes0100,
  DueDatesOfOrders0101,
  PaymentsOfInvoices0105,
  TodayOfBuyers0115,
  GuessesInTheAudit0125,
  ScatteredNumbers0126,
  GrowingTables0130,
  OrderSearch0131,
  EnteredFor0145,
  Inquiries0146,
  StandingOrders0150,
  BanksAndTransfers0155,
  BankStatements0156,
  JournalSettings0157,
  TaxAndFreeLines0160,
  Reductions0161,
  Wages0165,
  RecordedResults0170,
  AgeOfNotifications0180,
  DaysOfCorrections0181,
  TimesOfLeaving0185,
  WagePlans0186,
  ExtensionOfOffers0190,
  LettersOnPaper0195,
  CausesOfLetters0196,
  MoveIn0200,
  TermsOfStandingOrders0205,
  EnteredForStandingOrders0206,
  WorkReports0207,
  OrderContactsAndNotes0210,
  DeliveryPlaces0211,
  PartiesOfGovernments0212,
  AmendmentsOfDesks0213,
  LinksOfAmendments0214,
  AccountsOfFacilities0215,
  Webhooks0216,
  Changes0217,
  ClaimsOfMails0220,
  TracesOfEvents0221,
  ClosedYears0240,
  EarnedLines0241,
  LettersBeingPrinted0245,
  LinksOfEarlierLetters0246,
  FurtherChanges0260,
  LinksOfEarlierAmendmentLetters0261,
];
