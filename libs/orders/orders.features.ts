import { contacts } from './contacts/contacts.feature.js';
import { inquiries } from './inquiries/inquiries.feature.js';
import { intake } from './intake/intake.feature.js';
import { notes } from './notes/notes.feature.js';
import { parties } from './parties/parties.feature.js';
import { places } from './places/places.feature.js';
import { quotes } from './quotes/quotes.feature.js';
import { steps } from './steps/steps.feature.js';
import { workOrders } from './work-orders/work-orders.feature.js';

/** What the folders of this lib bring. A new folder is added here. */
export const ORDERS_FEATURES = [workOrders, steps, places, contacts, notes, inquiries, intake, quotes, parties];
