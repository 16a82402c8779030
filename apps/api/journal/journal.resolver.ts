import { Args, Field, InputType, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { JOURNAL_ACCOUNTS, type JournalAccount, JournalQueries, SetJournalAccounts } from '#yui/contracts';
import { DESK_ROLES, Grant, type PersonActor } from '#yui/platform';
import { enumType } from '../graphql/enums.js';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor } from '../graphql/request-context.js';

const JournalAccountEnum = enumType('JournalAccount', 'An account of the journal of a desk.', JOURNAL_ACCOUNTS);

@ObjectType('JournalAccountName', { description: 'What a desk calls an account of its journal.' })
class JournalAccountNameType {
  @Field(() => JournalAccountEnum, { description: 'Which account.' })
  account: JournalAccount;

  @Field(() => String, { description: 'As the accounting program of the desk has it.' })
  name: string;
}

@InputType({ description: 'What an account of the journal is called from now on.' })
class JournalAccountNameInput {
  @Field(() => JournalAccountEnum, { description: 'Which account.' })
  account: JournalAccount;

  @Field(() => String, { description: 'As the accounting program of the desk has it.' })
  name: string;
}

@InputType()
class SetJournalAccountsInput {
  @Field(() => [JournalAccountNameInput], { description: 'What is omitted stays as it is.' })
  accounts: JournalAccountNameInput[];
}

/** The journal itself is a file: `GET /journal.csv`. */
@Resolver()
export class JournalResolver {
  constructor(
    private readonly queries: JournalQueries,
    private readonly set: SetJournalAccounts,
  ) {}

  @Grant(DESK_ROLES)
  @Query(() => [JournalAccountNameType], { description: 'What the acting desk calls the accounts of its journal.' })
  async journalAccounts(@CurrentActor() actor: PersonActor): Promise<JournalAccountNameType[]> {
    const names = await this.queries.names(actor);
    return JOURNAL_ACCOUNTS.map((account) => ({ account, name: names[account] }));
  }

  @Grant(['DESK_ADMIN'])
  @Mutation({ journalAccounts: [JournalAccountNameType] }, 'Sets what the accounts of the journal are called.')
  async setJournalAccounts(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: SetJournalAccountsInput,
  ): Promise<{ journalAccounts: JournalAccountNameType[] }> {
    await this.set.execute(actor, input);
    return { journalAccounts: await this.journalAccounts(actor) };
  }
}
