import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { describe } from './graphql/describe.js';
import { RESOLVERS } from './resolvers.js';

/** The schema, made from the resolvers alone: no database, no settings. */
export async function buildSchema(): Promise<GraphQLSchema> {
  return describe(await buildBareSchema());
}

/** With those descriptions alone that stand beside what they describe. */
export async function buildBareSchema(): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  try {
    return await app.get(GraphQLSchemaFactory).create(RESOLVERS);
  } finally {
    await app.close();
  }
}

/** As `schema.graphql` holds it, sorted, so that a change of the API shows as a difference and nothing else does. */
export async function printApiSchema(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await buildSchema()))}\n`;
}
