import { Injectable } from '@nestjs/common';
import { LapseReferrals, RemindMilestones, RemindReferrals } from '#yui/contracts';
import { CleanUpAttachments } from '#yui/correspondence';
import { CloseDueCalls, RemindCalls } from '#yui/sourcing';
import { DeemAccepted, RemindShareChanges } from '#yui/changes';
import { ExpireAssignments, RemindAssignments, RemindStops, WarnOfLateWork } from '#yui/fulfilment';
import { SendGatheredMails } from '#yui/notifications';
import { ExpireQuotes } from '#yui/orders';

/** A use case that time sets off. */
interface TimeUseCase {
  execute(): Promise<number>;
}

/** More rounds than any real backlog needs: a use case that always says "more" must not keep the others waiting. */
const MAX_ROUNDS = 100;

/** Does what has become due. Any number of workers may do it at once. */
@Injectable()
export class Deadlines {
  private readonly useCases: readonly TimeUseCase[];

  constructor(
    expireAssignments: ExpireAssignments,
    remindAssignments: RemindAssignments,
    expireQuotes: ExpireQuotes,
    closeDueCalls: CloseDueCalls,
    remindCalls: RemindCalls,
    remindShareChanges: RemindShareChanges,
    remindStops: RemindStops,
    deemAccepted: DeemAccepted,
    warnOfLateWork: WarnOfLateWork,
    lapseReferrals: LapseReferrals,
    remindReferrals: RemindReferrals,
    remindMilestones: RemindMilestones,
    cleanUpAttachments: CleanUpAttachments,
    sendGatheredMails: SendGatheredMails,
  ) {
    // What ends something comes before what reminds of it.
    this.useCases = [
      expireAssignments,
      remindAssignments,
      expireQuotes,
      closeDueCalls,
      remindCalls,
      remindShareChanges,
      remindStops,
      deemAccepted,
      warnOfLateWork,
      lapseReferrals,
      remindReferrals,
      remindMilestones,
      cleanUpAttachments,
      sendGatheredMails,
    ];
  }

  /** One that fails does not keep the others from their turn. @throws the first error, after all had their turn */
  async execute(): Promise<void> {
    const errors: unknown[] = [];
    for (const useCase of this.useCases) {
      try {
        for (let round = 0; round < MAX_ROUNDS && (await useCase.execute()) > 0; round += 1);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }
}
