import { fastify } from 'fastify';
import { markAsDownload } from './download.js';

async function headersOf(fileName: string): Promise<Headers> {
  const server = fastify();
  server.get('/', async (_request, reply) =>
    markAsDownload(reply, { fileName, mediaType: 'application/pdf' }).send('x'),
  );
  try {
    return (await fetch(await server.listen({ host: '127.0.0.1', port: 0 }))).headers;
  } finally {
    await server.close();
  }
}

describe('markAsDownload', () => {
  it('keeps Japanese names, and gives old programs a plain one', async () => {
    const headers = await headersOf('見積書 (1).pdf');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="___ (1).pdf"; filename*=UTF-8''%E8%A6%8B%E7%A9%8D%E6%9B%B8%20%281%29.pdf`,
    );
  });

  it.each(['a"; filename="b.exe', 'a\r\nset-cookie: x=1', '../../etc/passwd', '\ud800.pdf', "a'b*c"])(
    'lets the name %j write no header',
    async (fileName) => {
      const headers = await headersOf(fileName);
      expect(headers.get('content-disposition')).toMatch(
        /^attachment; filename="[^"\\/\r\n]*"; filename\*=UTF-8''[\w%.!~-]*$/,
      );
      expect(headers.get('set-cookie')).toBeNull();
    },
  );

  it('runs nothing of a file and leaves it in no cache', async () => {
    const headers = await headersOf('a.pdf');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; sandbox/);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('cache-control')).toContain('no-store');
  });
});
