import type { DeskSettingsQuery } from '../data/generated/types.js';

/** Of a desk or a facility; a facility may have said that the stated account is not its own. */
export type Profile = DeskSettingsQuery['businessProfile'] & { readonly isAccountDisputed?: boolean };
