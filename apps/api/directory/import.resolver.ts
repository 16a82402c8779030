import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ImportRegistry } from '#yui/directory';
import type { PersonActor } from '#yui/platform';
import { CurrentActor } from '../graphql/request-context.js';
import { ImportRegistryInput, ImportReportType } from './import.types.js';

@Resolver()
export class ImportResolver {
  constructor(private readonly importUseCase: ImportRegistry) {}

  @Mutation(() => ImportReportType, { description: 'Brings a published list of facilities into the directory.' })
  async importRegistry(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: ImportRegistryInput,
  ): Promise<ImportReportType> {
    const { contentBase64, ...rest } = input;
    const content = Buffer.from(contentBase64, 'base64');
    return this.importUseCase.execute(actor, { ...rest, content, deskId: actor.organisationId });
  }
}
