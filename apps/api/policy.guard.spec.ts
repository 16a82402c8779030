import { buildSchema } from 'graphql';
import { POLICY } from './policy.js';
import { comparePolicy } from './policy.guard.js';

describe('comparePolicy', () => {
  it('names an operation nobody thought of, and a grant for what is not there', () => {
    const { missing, needless } = comparePolicy(buildSchema('type Query { me: String, forgotten: String }'));
    expect(missing).toEqual(['Query.forgotten']);
    expect(needless).toContain('Mutation.signIn');
    expect(needless).not.toContain('HealthController.live');
  });
});

describe('the policy', () => {
  it('lets nobody in without signing in but to the door and the health pages', () => {
    const open = Object.keys(POLICY).filter((key) => POLICY[key] === 'PUBLIC');
    expect(open).toEqual([
      'AnswerPageController.answer',
      'AnswerPageController.answerCall',
      'AnswerPageController.answerChange',
      'AnswerPageController.show',
      'AnswerPageController.showCall',
      'AnswerPageController.showChange',
      'HealthController.live',
      'HealthController.ready',
      'MetricsController.show',
      'Mutation.acceptInvitation',
      'Mutation.beginInvitationPasskey',
      'Mutation.beginPasskeySignIn',
      'Mutation.beginProviderSignIn',
      'Mutation.requestPasswordReset',
      'Mutation.resetPassword',
      'Mutation.signIn',
      'Mutation.signInWithPasskey',
      'Mutation.signInWithProvider',
      'Mutation.signOut',
      'PaperController.stylesheet',
      'Query.invitation',
      'Query.samplePeople',
      'Query.signInProviders',
      'SchemaController.exampleClient',
      'SchemaController.schema',
    ]);
  });

  it('lets the platform and prefectures read no order', () => {
    const outsiders = ['PLATFORM_ADMIN', 'PREFECTURE_OFFICER'] as const;
    const granted = Object.keys(POLICY).filter((key) => outsiders.some((role) => POLICY[key]?.includes(role)));
    // Sums over the orders of a year are no order.
    const sums = ['Query.jointOrderResults', 'Query.jointOrderTable'];
    const ofOrders = granted.filter((key) => !sums.includes(key));
    expect(ofOrders.filter((key) => /order|assignment|allocation|quote|delivery|buyer|audit/i.test(key))).toEqual([]);
  });
});
