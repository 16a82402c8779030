import { CalendarError } from './calendar-error.js';

describe('CalendarError', () => {
  it('carries a code and the value that was refused', () => {
    const error = new CalendarError('LOCAL_DATE.INVALID', { value: '2026-02-30' });
    expect(error).toBeInstanceOf(RangeError);
    expect(error).toMatchObject({ code: 'LOCAL_DATE.INVALID', details: { value: '2026-02-30' } });
    expect(error.message).toBe('LOCAL_DATE.INVALID');
  });
});
