import { Field, Mutation as NestMutation, ObjectType, type ReturnTypeFuncValue } from '@nestjs/graphql';

interface PayloadField {
  readonly type: ReturnTypeFuncValue;
  readonly description: string;
  readonly nullable?: boolean;
}

/** A field with nothing but its type holds what the mutation changed. */
type PayloadFields = Readonly<Record<string, PayloadField | ReturnTypeFuncValue>>;

type Resolved<Fields> = (...args: never[]) => Promise<Readonly<Record<keyof Fields, unknown>>>;

/**
 * A mutation: takes one `input` of type `<Name>Input`, or nothing, and answers `<Name>Payload`, an object with these
 * fields, so that an answer can grow without breaking who asks.
 */
export function Mutation<Fields extends PayloadFields>(fields: Fields, description?: string) {
  return <Method extends Resolved<Fields>>(
    target: object,
    name: string,
    method: TypedPropertyDescriptor<Method>,
  ): void => {
    const payload = payloadType(name, fields);
    const options = description === undefined ? {} : { description };
    NestMutation(() => payload, options)(target, name, method as PropertyDescriptor);
  };
}

/** For mutations that leave nothing to show. */
export const DONE = {
  isDone: { type: Boolean, description: 'Always true: what could not be done is answered with an error.' },
} as const;

function payloadType(mutation: string, fields: PayloadFields): new () => object {
  const name = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Payload`;
  const payload = { [name]: class {} }[name] as new () => object;
  for (const [field, shape] of Object.entries(fields)) {
    const { type, ...options } = isDescribed(shape)
      ? shape
      : { type: shape, description: asLeft(field, Array.isArray(shape)) };
    Field(() => type, options)(payload.prototype as object, field);
  }
  ObjectType(name, { description: `What \`${mutation}\` answers.` })(payload);
  return payload;
}

function isDescribed(shape: PayloadField | ReturnTypeFuncValue): shape is PayloadField {
  return typeof shape === 'object' && 'description' in shape;
}

function asLeft(field: string, isList: boolean): string {
  const words = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `The ${words} as the mutation left ${isList ? 'them' : 'it'}.`;
}
