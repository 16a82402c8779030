import type { Command } from './command.js';
import { addAdmin } from './commands/add-admin.js';
import { audit } from './commands/audit.js';
import { backup } from './commands/backup.js';
import { createDeskCommand } from './commands/create-desk.js';
import { createPrefectureCommand } from './commands/create-prefecture.js';
import { demo } from './commands/demo.js';
import { doctor } from './commands/doctor.js';
import { events } from './commands/events.js';
import { importBanksCommand } from './commands/import-banks.js';
import { importRegistry } from './commands/import.js';
import { mailCatcher } from './commands/mail-catcher.js';
import { migrate } from './commands/migrate.js';
import { restore } from './commands/restore.js';
import { start } from './commands/start.js';

/** Every command, in the order of the help text. */
export const COMMANDS: readonly Command[] = [
  start,
  demo,
  doctor,
  migrate,
  createDeskCommand,
  createPrefectureCommand,
  addAdmin,
  importRegistry,
  importBanksCommand,
  events,
  backup,
  restore,
  audit,
  mailCatcher,
];
