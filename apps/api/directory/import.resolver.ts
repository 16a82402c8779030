import { Args, Resolver } from '@nestjs/graphql';
import { ImportRegistry } from '#yui/directory';
import type { PersonActor } from '#yui/platform';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor } from '../graphql/request-context.js';
import { ImportRegistryInput, ImportReportType } from './import.types.js';

@Resolver()
export class ImportResolver {
  constructor(private readonly importUseCase: ImportRegistry) {}

  @Mutation({ report: ImportReportType }, 'Brings a published list of facilities into the directory.')
  async importRegistry(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: ImportRegistryInput,
  ): Promise<{ report: ImportReportType }> {
    const { contentBase64, ...rest } = input;
    const content = Buffer.from(contentBase64, 'base64');
    return { report: await this.importUseCase.execute(actor, { ...rest, content, deskId: actor.organisationId }) };
  }
}
