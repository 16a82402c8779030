import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOREVER = 'public, max-age=31536000, immutable';
const A_DAY = 'public, max-age=86400';
const INDEX = '/index.html';
/** The pages there are, by their paths. */
const PATHS = '/paths.json';
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};
/** What stands beside a file, the smallest first. */
const COMPRESSED = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * The built pages of `apps/web`: about a megabyte of files, kept in memory. Only what was there when the process started is
 * served, so no address leads anywhere else.
 */
export class Pages {
  private constructor(
    private readonly files: ReadonlyMap<string, Buffer>,
    private readonly known: readonly RegExp[],
  ) {}

  /** @returns null where none are built, as for an api that stands behind pages of somebody else */
  static read(folder: string | null): Pages | null {
    if (folder === null || !existsSync(path.join(folder, INDEX))) return null;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [`/${path.relative(folder, file).replaceAll(path.sep, '/')}`, readFileSync(file)] as const);
    const byPath = new Map(files);
    const paths = JSON.parse(byPath.get(PATHS)?.toString() ?? '[]') as string[];
    return new Pages(byPath, paths.map(patternOf));
  }

  /** The files that have an address of their own. */
  addresses(): string[] {
    return [...this.files.keys()].filter((file) => path.extname(file) in MEDIA_TYPES && ![INDEX, PATHS].includes(file));
  }

  async sendFile(file: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const accepted = request.headers['accept-encoding'] ?? '';
    const [encoding, ending] = COMPRESSED.find(
      ([name, suffix]) => accepted.includes(name) && this.files.has(file + suffix),
    ) ?? ['', ''];
    if (encoding !== '') void reply.header('content-encoding', encoding);
    return reply
      .header('vary', 'accept-encoding')
      .type(MEDIA_TYPES[path.extname(file)] ?? 'application/octet-stream')
      .send(this.files.get(file + ending));
  }

  /** The one document of all pages; it says itself when there is no such page, and so does the status. */
  async send(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const [asked = ''] = request.url.split('?');
    const isKnown = this.known.some((pattern) => pattern.test(asked));
    return this.sendFile(INDEX, request, reply.code(isKnown ? 200 : 404));
  }
}

/** A person's browser that goes to an address, not a program that asks for data. */
export function wantsPage({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  return (method === 'GET' || method === 'HEAD') && (headers.accept ?? '').includes('text/html');
}

/** Serves the files of the pages, and the pages themselves wherever no other path is meant. */
export function installPages(server: FastifyInstance, pages: Pages): void {
  for (const address of pages.addresses()) {
    // A name under assets/ changes with its content.
    const life = address.startsWith('/assets/') ? FOREVER : A_DAY;
    server.get(address, async (request, reply) =>
      pages.sendFile(address, request, reply.header('cache-control', life)),
    );
  }
  server.get('/*', async (request, reply) => (wantsPage(request) ? pages.send(request, reply) : reply.callNotFound()));
}

/** `/facility/assignments/$id` as a pattern of addresses. */
function patternOf(known: string): RegExp {
  const parts = known.split('/').map((part) => (part.startsWith('$') ? '[^/]+' : part.replace(/[^\w-]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}/?$`);
}
