import type { DeskSettingsQuery } from '../data/generated/types.js';

export type Profile = DeskSettingsQuery['businessProfile'];
