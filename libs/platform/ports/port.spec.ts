import { Port } from './port.js';

describe('Port', () => {
  it('asks everybody who filled it, in their order', async () => {
    const port = new Port<[number], number>('double');
    port.fill(async (value) => value * 2);
    port.fill(async (value) => value * 3);
    expect(await port.run(7)).toEqual([14, 21]);
  });

  it('refuses to go on when nobody filled it', async () => {
    await expect(new Port('onNothing').run()).rejects.toThrow('onNothing');
  });
});
