import { ROLES } from '#yui/platform';
import { needsSecondFactor, secondFactorStep } from './second-factor-step.js';

describe('the second factor', () => {
  it('is needed by desks, prefectures and the platform', () => {
    expect(ROLES.filter((role) => needsSecondFactor(role, 'true'))).toEqual([
      'DESK_COORDINATOR',
      'DESK_ADMIN',
      'PREFECTURE_OFFICER',
      'PLATFORM_ADMIN',
    ]);
    expect(ROLES.filter((role) => needsSecondFactor(role, 'everybody'))).toEqual([...ROLES]);
    expect(ROLES.some((role) => needsSecondFactor(role, 'false'))).toBe(false);
  });

  it.each([
    // presented, codes, passkey, needed → step
    [true, true, true, true, 'NONE'],
    [false, false, false, false, 'NONE'],
    [false, false, true, false, 'NONE'],
    [false, true, false, false, 'CODE'],
    [false, true, true, true, 'CODE'],
    [false, false, true, true, 'PASSKEY'],
    [false, false, false, true, 'ENROL'],
  ])('presented %s, codes %s, passkey %s, needed %s: %s', (isPresented, hasTotp, hasPasskey, isNeeded, step) => {
    expect(secondFactorStep({ isPresented, hasTotp, hasPasskey, isNeeded })).toBe(step);
  });
});
