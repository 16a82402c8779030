import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ImportRegistry, outcomesBetween } from '#yui/directory';
import type { PersonActor } from '#yui/platform';
import { Mutation } from '../graphql/mutation.js';
import { CurrentActor } from '../graphql/request-context.js';
import { ImportedFacilitiesArgs, ImportRegistryInput, ImportReportType } from './import.types.js';
import { ImportedFacilityType } from './imported-facility.types.js';
import { Grant } from '#yui/platform';

@Resolver(() => ImportReportType)
export class ImportResolver {
  constructor(private readonly importUseCase: ImportRegistry) {}

  @Grant(['DESK_ADMIN'])
  @Mutation({ report: ImportReportType }, 'Brings a published list of facilities into the directory.')
  async importRegistry(
    @CurrentActor() actor: PersonActor,
    @Args('input') input: ImportRegistryInput,
  ): Promise<{ report: ImportReportType }> {
    const { contentBase64, ...rest } = input;
    const content = Buffer.from(contentBase64, 'base64');
    return { report: await this.importUseCase.execute(actor, { ...rest, content, deskId: actor.organisationId }) };
  }

  @ResolveField('facilities', () => [ImportedFacilityType], {
    description: 'What becomes of each facility of the file, in its order: 500 at a time.',
  })
  facilities(
    @Parent() report: ImportReportType,
    @Args() { offset, limit }: ImportedFacilitiesArgs,
  ): readonly ImportedFacilityType[] {
    return outcomesBetween(report.facilities, offset, limit);
  }
}
