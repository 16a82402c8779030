import { readFile } from 'node:fs/promises';
import { Controller, Get, Res } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyReply } from 'fastify';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { Grant } from '#yui/platform';

const EXAMPLE = new URL('./example-client.txt', import.meta.url);
const AN_HOUR = 'public, max-age=3600';

/** What programs are written against, as it is in this very installation. It says nothing about anybody's data. */
@Controller()
export class SchemaController {
  private text: string | undefined;

  constructor(private readonly schemaHost: GraphQLSchemaHost) {}

  /** `GET /schema.graphql`: the schema in the words of its own language, as `schema.graphql` of the sources. */
  @Grant('PUBLIC')
  @Get('schema.graphql')
  async schema(@Res() reply: FastifyReply): Promise<FastifyReply> {
    this.text ??= `${printSchema(lexicographicSortSchema(this.schemaHost.schema))}\n`;
    return reply.header('cache-control', AN_HOUR).type('text/plain; charset=utf-8').send(this.text);
  }

  /** `GET /example-client.mjs`: a client for Node.js, to begin with. */
  @Grant('PUBLIC')
  @Get('example-client.mjs')
  async exampleClient(@Res() reply: FastifyReply): Promise<FastifyReply> {
    const text = await readFile(EXAMPLE, 'utf8');
    return reply.header('cache-control', AN_HOUR).type('text/javascript; charset=utf-8').send(text);
  }
}
