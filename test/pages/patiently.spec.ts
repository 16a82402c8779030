import { Fault, NoAnswer } from '../../apps/web/data/fault.js';
import { patiently } from '../../apps/web/data/patiently.js';

const fault = (code: string) => new Fault(code, '', '');

describe('patiently', () => {
  /** Answers with these one after the other, then with what was asked for. */
  const requestOf = (...errors: Error[]) => {
    const asked = { times: 0 };
    const request = async () => {
      const error = errors[asked.times];
      asked.times += 1;
      if (error) throw error;
      return Promise.resolve('report');
    };
    return { asked, request };
  };

  it('asks again while the first request is under way or nothing comes', async () => {
    const { asked, request } = requestOf(
      new NoAnswer(),
      ...['PLATFORM.BUSY', 'MOVE_IN.UNDER_WAY', 'PLATFORM.UNAVAILABLE', 'IMPORT.BUSY'].map(fault),
    );
    expect(await patiently(request, { pauseMs: 1 })).toBe('report');
    expect(asked.times).toBe(6);
  });

  it('takes a no for a no', async () => {
    const { asked, request } = requestOf(fault('INPUT.INVALID'));
    await expect(patiently(request, { pauseMs: 1 })).rejects.toThrow('INPUT.INVALID');
    expect(asked.times).toBe(1);
  });

  it('ends some time', async () => {
    const { request } = requestOf(...Array.from({ length: 1_000 }, () => new NoAnswer()));
    await expect(patiently(request, { pauseMs: 5, maxMs: 20 })).rejects.toThrow(NoAnswer);
  });
});
