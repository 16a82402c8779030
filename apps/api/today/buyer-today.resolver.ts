import { Query, Resolver } from '@nestjs/graphql';
import type { PersonActor } from '#yui/platform';
import { BuyerTodayQueries } from '#yui/reports';
import { CurrentActor } from '../graphql/request-context.js';
import { BuyerTodayGroupType } from './buyer-today.types.js';
import { BUYER_ROLES, Grant } from '#yui/platform';

@Resolver()
export class BuyerTodayResolver {
  constructor(private readonly queries: BuyerTodayQueries) {}

  @Grant(BUYER_ROLES)
  @Query(() => [BuyerTodayGroupType], {
    description: 'Everything that waits for the buyer. Kinds of which there is none are omitted.',
  })
  async buyerToday(@CurrentActor() actor: PersonActor): Promise<BuyerTodayGroupType[]> {
    const groups = await this.queries.execute(actor);
    return groups.map(({ items, ...group }) => ({
      ...group,
      items: items.map(({ sentence, ...item }) => ({ ...item, sentenceJa: sentence.ja, sentenceEn: sentence.en })),
    }));
  }
}
