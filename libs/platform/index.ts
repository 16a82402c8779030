export type { AuditedChange, Fact } from './audit/audit-book.js';
export { AuditEntry } from './audit/audit-entry.entity.js';
export { difference } from './audit/difference.js';
export { RecordRead } from './reads/record-read.js';
export { type AuditFaultKind, type ChainReport, type NotedLink, verifyAudit } from './audit/verify-audit.js';
export { restoreBackup, type RestoreReport } from './backup/restore-backup.js';
export { writeBackup } from './backup/write-backup.js';
export { groupBy } from './collections/group-by.js';
export { scatteredNumber } from './numbering/scattered-number.js';
export { MoveClock } from './clock/move-clock.js';
export { ReadClock } from './clock/read-clock.js';
export { CONFIG } from './config/config.token.js';
export { type Config, ConfigError, loadConfig } from './config/load-config.js';
export {
  type Actor,
  BUYER_ROLES,
  DESK_ROLES,
  FACILITY_ROLES,
  type OrganisationKind,
  organisationKindOf,
  type PartyActor,
  type PersonActor,
  type Role,
  ROLES,
  type Said,
  SAID_BY,
  type SaidBy,
  SYSTEM,
} from './context/actor.js';
export { requireDesk } from './context/require-desk.js';
export { Grant, type Grantees, grantOf } from './context/grant.js';
export { createDataSource } from './database/data-source.js';
export { requireNarrowUser } from './database/process-user.js';
export { checkRoles, ensureRoles } from './database/roles.js';
export { runMigrations, pendingMigrations } from './database/run-migrations.js';
export { type EnteredCommand, keepEntered, mayEnter } from './database/entered-for-others.js';
export type { Transaction } from './database/transaction.js';
export { DatabaseWatch } from './database/database-watch.js';
export { UnitOfWork } from './database/unit-of-work.js';
export { UnitOfWorkWithin } from './database/unit-of-work-within.js';
export { MAX_UNIT_PRICE_SEN, MAX_UNITS, MAX_YEN, requireInteger } from './errors/check-input.js';
export { checkEach, checkFields, checkValues, checkWithin, joinFaults } from './errors/check-fields.js';
export { defineErrors, DomainError, type FieldFault } from './errors/domain-error.js';
export { errorForLog } from './errors/error-for-log.js';
export { passingErrorFor, passingFaultOf } from './errors/passing-fault.js';
export { accessErrors, inputErrors } from './errors/platform.errors.js';
export { optionalLine, optionalText, requireLine, requireText, unreadableIn } from './errors/texts.js';
export { HealthController } from './health/health.controller.js';
export { MetricsController } from './monitoring/metrics.controller.js';
export { traced } from './monitoring/spans.js';
export { type Counter, Metrics, timed, type Timer } from './monitoring/metrics.js';
export { Readiness } from './health/readiness.js';
export { startInTime } from './health/start-in-time.js';
export { Announcements } from './outbox/announcements.js';
export { CleanUp } from './outbox/clean-up.js';
export { type EventHandler, EventHandlers } from './outbox/event-handler.js';
export { EventHealth, isInOrder } from './outbox/event-health.js';
export { importOf, OutboxEvent } from './database/outbox-event.entity.js';
export { type Announcement, OutboxRelay } from './outbox/outbox-relay.js';
export { TaskProcessor } from './outbox/task-processor.js';
export { withEvents } from './outbox/open-events.js';
export { MAX_RETRIED, SetAsideTasks } from './outbox/set-aside-tasks.js';
export { TroubleBook } from './outbox/trouble-book.js';
export { RetryLater } from './outbox/retry-later.js';
export { platform } from './platform.feature.js';
export { type PageOf, type PageRequest } from './paging/page.js';
export type { ListOrder } from './paging/cursor.js';
export { MAX_COUNTED, MAX_FIRST, readPage, USUAL_FIRST } from './paging/read-page.js';
export { readSqlPage } from './paging/read-sql-page.js';
export { PlatformModule } from './platform.module.js';
export {
  type Deadline,
  type Feature,
  entitiesOf,
  feature,
  FEATURES,
  named,
  type Sentence,
} from './features/feature.js';
export { moduleOf } from './features/module-of.js';
export { Port } from './ports/port.js';
export { awaitQueue, checkQueue } from './queue/check-queue.js';
export { LANES, TaskQueue, TaskWorker } from './queue/task-queue.js';
export { createStorage } from './storage/create-storage.js';
export { Storage } from './storage/storage.js';
export { PostgresBuckets } from './rate-limit/postgres-buckets.js';
export { type RateLimit, RateLimiter } from './rate-limit/rate-limiter.js';
export { rateLimiterProvider } from './rate-limit/rate-limiter.provider.js';
export { RedisBuckets } from './rate-limit/redis-buckets.js';
export { transition } from './transitions/transition.js';
export { type Transition, TransitionTable } from './transitions/transition-table.js';
