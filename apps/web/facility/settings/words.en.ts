import type { FacilitySettingsWords } from './words.ja.js';

export const en: FacilitySettingsWords = {
  title: 'Settings',
  about: 'The facility',
  edit: 'Change what is said of the facility',
  name: 'Name of the facility',
  type: 'Kind',
  municipality: 'Municipality',
  municipalityHint: 'For example 高知市. The desk uses it when it splits work.',
  capacity: 'Places',
  personUnit: 'people',
  persons: (count) => `${count} people`,
  services: 'What you can do, in your own words',
  servicesHint: 'The desk reads it when it looks for facilities.',
  unknown: 'Not set',
  save: 'Save',
  saved: 'Saved.',
  issuerOf: (desk) => `Invoice number and rounding (work of ${desk})`,
  account: {
    setByDesk: 'A desk stated the bank account you are paid to. Check the account below.',
    disputed: 'You said that the account is not yours. State the right one, and you are paid again.',
    dispute: 'This is not our account',
    follows: 'No desk pays into this account any more. The desks are told at once.',
    said: 'The desks were told.',
  },
};
