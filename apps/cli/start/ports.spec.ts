import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { findFreePort, probePort, requireFreePorts } from './ports.js';

const host = '127.0.0.1';
const wanted = (setting: string, port: number) => ({ purposeJa: 'API', purposeEn: 'API', setting, host, port });

describe('ports', () => {
  const server = createServer();
  let taken: number;
  beforeAll(async () => {
    server.listen(0, host);
    await once(server, 'listening');
    taken = (server.address() as AddressInfo).port;
  });
  afterAll(() => void server.close());

  it('says which setting changes a port that is in use', async () => {
    const attempt = requireFreePorts([wanted('API_PORT', taken)]);
    await expect(attempt).rejects.toThrow('set API_PORT');
    await expect(attempt).rejects.toMatchObject({ code: 'PORT.IN_USE' });
  });

  it('sees two settings that name the same port', async () => {
    await expect(requireFreePorts([wanted('A', 50_001), wanted('B', 50_001)])).rejects.toMatchObject({
      code: 'PORT.NAMED_TWICE',
    });
  });

  it.each([2049, 5060, 6667, 10_080])('refuses %i, which no browser opens, except where none has to', async (port) => {
    await expect(requireFreePorts([wanted('API_PORT', port)])).rejects.toMatchObject({
      code: 'PORT.REFUSED_BY_BROWSERS',
    });
    await requireFreePorts([{ ...wanted('MAIL_SMTP_PORT', port), isOpened: false }]);
  });

  it('finds another port when the first is taken', async () => {
    const port = await findFreePort(host, taken);
    expect(port).not.toBe(taken);
    expect(await probePort(host, port)).toBeUndefined();
  });

  it('finds some port when the whole range is taken', async () => {
    expect(await findFreePort(host, taken, 1)).not.toBe(taken);
  });
});
