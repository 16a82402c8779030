import type { ModuleMetadata } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { entitiesOf, type Feature } from './feature.js';

/** The Nest module of some features: what it makes, and what others may ask for. */
export function moduleOf(
  features: readonly Feature[],
  imports: NonNullable<ModuleMetadata['imports']> = [],
): ModuleMetadata {
  const useCases = features.flatMap(({ commands = [], queries = [], deadlines = [] }) => [
    ...commands,
    ...queries,
    ...deadlines,
  ]);
  return {
    imports: [TypeOrmModule.forFeature(entitiesOf(features)), ...imports],
    providers: [...useCases, ...features.flatMap(({ parts = [] }) => [...parts])],
    exports: useCases,
  };
}
