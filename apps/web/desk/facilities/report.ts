import type { ImportRegistryMutation } from '../../data/generated/types.js';

/** What an import would bring, or has brought. */
export type Report = ImportRegistryMutation['importRegistry']['report'];
