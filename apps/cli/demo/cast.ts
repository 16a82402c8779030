import type { SampleSignIn } from '#yui/directory';
import { CliError } from '../command.js';
import { type Assignment, QUERIES } from './documents.js';
import { Person } from './person.js';

interface Me {
  readonly me: { readonly organisationId: string; readonly organisationName: string | null };
}

/** Everybody who plays in the demo, signed in. */
export interface Cast {
  readonly company: Person;
  readonly city: Person;
  readonly coordinator: Person;
  readonly platform: Person;
  /** The people of all facilities that play. */
  readonly facilityPeople: readonly Person[];
  /** The people of the facility something went to. */
  facilityOf(something: Pick<Assignment, 'facility'>): Person;
}

/** @throws CliError DEMO.NO_SAMPLE when somebody of the sample is missing */
export async function gatherCast(apiUrl: string, signIns: readonly SampleSignIn[]): Promise<Cast> {
  const find = async (email: string): Promise<Person> => {
    const signIn = signIns.find((person) => person.email === email);
    if (!signIn) {
      throw new CliError(
        'DEMO.NO_SAMPLE',
        'このデータベースには見本のデータがないため、デモを行えません。',
        'This database does not hold the sample data the demo plays with.',
      );
    }
    return new Person(apiUrl, signIn.email, signIn.password).signIn();
  };
  const facilities = new Map<string, Person>();
  for (const { role, email } of signIns) {
    if (role !== 'FACILITY_ADMIN') continue;
    const person = await find(email);
    facilities.set((await person.ask<Me>(QUERIES.me)).me.organisationId, person);
  }
  return {
    company: await find('company@yui.example.com'),
    city: await find('city@yui.example.com'),
    coordinator: await find('coordinator@yui.example.com'),
    platform: await find('platform@yui.example.com'),
    facilityPeople: [...facilities.values()],
    facilityOf({ facility }) {
      const person = facilities.get(facility.id);
      if (!person) {
        throw new CliError(
          'DEMO.NO_SAMPLE',
          `${facility.name} の担当者が見本のデータにありません。`,
          `The sample data has nobody at ${facility.name}.`,
        );
      }
      return person;
    },
  };
}
