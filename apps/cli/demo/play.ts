import type { SampleSignIn } from '#yui/directory';
import { listMails, readResults, showResults, yearsOfDemo } from './aftermath.js';
import { gatherCast } from './cast.js';
import { playBrokeredOrder, playReferral } from './city-orders.js';
import { playCompanyOrder } from './company-order.js';
import { Mailbox } from './mailbox.js';
import { Stage } from './stage.js';
import { Story } from './story.js';

/**
 * Plays the main job through the public API, as all the people in it, and checks every state on the way.
 * @param mailPageUrl the mail catcher; null when mail goes to a server outside
 * @throws CliError at the first thing that is not as it must be
 */
export async function playDemo(apiUrl: string, mailPageUrl: string | null, signIns: readonly SampleSignIn[]) {
  const mailbox = mailPageUrl === null ? null : new Mailbox(mailPageUrl, new Date());
  const stage = new Stage(await gatherCast(apiUrl, signIns), new Story(), mailbox, apiUrl);
  const before = await readResults(stage, await yearsOfDemo(stage));
  await playCompanyOrder(stage);
  const brokeredYen = await playBrokeredOrder(stage);
  await playReferral(stage);
  if (mailbox) await listMails(stage, mailbox);
  await showResults(stage, before, brokeredYen);
}
