import { day, paper, papersMustBe } from './papers.js';
import { scenario } from './story.js';

/** Nobody reports what came of an introduction (斡旋型): asked for after 14 days, ended after 30. */
scenario('a referral nobody reports on', 'is asked for once, lapses, and counts for nothing', async (story) => {
  const { company } = story;
  const asked = await story.asksFor(company, {
    title: '社員食堂の弁当',
    lines: [{ workTypeCode: 'BENTO', quantity: 60 }],
    workingDays: 60,
  });
  const [chosen] = await story.whoCan('BENTO');
  const quote = await story.quotes(asked, 'REFERRAL', [], { candidateFacilityIds: [chosen!.id] });
  const ordered = await story.orders(company, quote, chosen!.id);
  const reportBy = await story.daysFromNow(14);
  const stateOf = async () => (await story.seen(ordered.id)).contracts.map(({ status }) => status);

  await story.passDays(15);
  await story.mail.waitForMail(({ subject }) => subject.startsWith('【結】ご紹介の結果をお知らせください'));
  expect(await stateOf()).toEqual(['INTRODUCED']);
  await story.passDays(16);
  await story.mail.waitForMail(({ subject }) => subject.startsWith('【結】ご紹介を終わりにしました'));
  expect(await stateOf()).toEqual(['LAPSED']);
  const asks = story.mail.list().filter(({ subject }) => subject.startsWith('【結】ご紹介の結果をお知らせください'));
  expect(new Set(asks.map(({ to }) => to.join())).size).toBe(asks.length);

  const closed = await story.seen(ordered.id);
  expect(closed.status).toBe('CLOSED');
  const { id: contractId } = closed.contracts[0]!;
  const late = { contractId, isConcluded: true, amountYen: 30_000 };
  expect(await story.refused(company, 'reportReferralOutcome', late)).toBe('TRANSITION.NOT_ALLOWED');
  expect((await story.results()).REFERRAL).toMatchObject({ orderCount: 0, salesYen: 0 });
  await story.nothingIsPromised();
  await papersMustBe(story, closed, [
    paper('紹介状', closed.desk, closed.buyer, chosen!.name, '弁当', '60', `${day(reportBy)}まで`),
  ]);
});
