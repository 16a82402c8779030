import { SYSTEM } from '../context/actor.js';
import { TransitionTable } from './transition-table.js';

const desk = { accountId: 'a', role: 'DESK_ADMIN', organisationId: 'd', requestId: null } as const;
const lamp = () =>
  new TransitionTable(
    'Lamp',
    'OFF',
    ['OFF', 'ON'],
    [
      { from: ['OFF'], action: 'light', to: 'ON', by: ['DESK_ADMIN'] },
      { from: ['ON'], action: 'quench', to: 'OFF', by: ['SYSTEM'] },
    ],
  );

describe('TransitionTable', () => {
  it('leads on, and refuses what it does not know', () => {
    expect(lamp().next('OFF', 'light')).toBe('ON');
    expect(() => lamp().next('ON', 'light')).toThrow('TRANSITION.NOT_ALLOWED');
  });

  it('offers each actor only its own actions', () => {
    expect(lamp().availableActions('OFF', desk)).toEqual(['light']);
    expect(lamp().availableActions('ON', desk)).toEqual([]);
    expect(lamp().availableActions('ON', SYSTEM)).toEqual(['quench']);
  });

  it('stops the process when a state cannot be reached, a step stands twice, or nobody may take it', () => {
    expect(() => new TransitionTable('Lamp', 'OFF', ['OFF', 'ON'], [])).toThrow('ON cannot be reached');
    const step = { from: ['OFF'], action: 'light', to: 'ON', by: ['DESK_ADMIN'] } as const;
    expect(() => new TransitionTable('Lamp', 'OFF', ['OFF', 'ON'], [step, step])).toThrow('twice');
    expect(() => new TransitionTable('Lamp', 'OFF', ['OFF', 'ON'], [{ ...step, by: [] }])).toThrow('nobody');
  });
});
