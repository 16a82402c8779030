import fc, { type GeneratorValue } from 'fast-check';
import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { HOSTILE_INTEGERS, HOSTILE_NUMBERS, HOSTILE_TEXTS, HOSTILE_VALUES } from './hostile.js';

export interface FuzzedRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What the choices of one request depend on. */
export interface Material {
  readonly schema: GraphQLSchema;
  /** Ids of things there are, whosever they are. */
  readonly ids: readonly string[];
  /** What the asker may do, as `Query.me`: asked for more often than the rest. */
  readonly granted: ReadonlySet<string>;
}

const MAX_DEPTH = 7;
const MAX_OPERATIONS = 3;

/**
 * Makes one request out of the choices of fast-check: mostly one the schema allows, with values that are right, wrong or
 * made to break something; now and then one the schema does not allow.
 */
export class RequestMaker {
  private readonly variables: Record<string, unknown> = {};
  private readonly definitions: string[] = [];
  private readonly fragments: string[] = [];

  constructor(
    private readonly choose: GeneratorValue,
    private readonly material: Material,
  ) {}

  make(): FuzzedRequest {
    const { schema } = this.material;
    const isQuery = this.isOne(2);
    const root = (isQuery ? schema.getQueryType() : schema.getMutationType()) as GraphQLObjectType;
    const fields = Array.from({ length: this.number(1, MAX_OPERATIONS) }, (_, n) =>
      this.field(this.operation(root), 0, n > 0 ? `o${n}` : ''),
    );
    const definitions = this.definitions.length > 0 ? `(${this.definitions.join(', ')})` : '';
    const operation = `${isQuery ? 'query' : 'mutation'} Fuzzed${definitions} { ${fields.join(' ')} }`;
    const query = [operation, ...this.fragments].join('\n');
    return { query: this.isOne(25) ? this.broken(query) : query, variables: this.variables };
  }

  private operation(root: GraphQLObjectType): GraphQLField<unknown, unknown> {
    const all = Object.values(root.getFields());
    const granted = all.filter((field) => this.material.granted.has(`${root.name}.${field.name}`));
    return this.one(granted.length > 0 && !this.isOne(5) ? granted : all);
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number, alias: string): string {
    const args = field.args
      .filter((argument) => isNonNullType(argument.type) || this.isOne(2))
      .filter(() => !this.isOne(200))
      .map((argument) => `${argument.name}: ${this.argument(argument.type, argument.name)}`);
    const type = getNamedType(field.type);
    const directive = this.isOne(20) ? ` @${this.one(['skip', 'include'])}(if: ${this.one(['true', 'false'])})` : '';
    const call = `${alias ? `${alias}: ` : ''}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${directive}`;
    return isObjectType(type) ? `${call} ${this.selection(type, depth + 1)}` : call;
  }

  private selection(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((field) => !isObjectType(getNamedType(field.type)));
    const usable = depth >= MAX_DEPTH ? leaves : fields;
    const chosen = new Set(usable.length > 0 ? Array.from({ length: this.number(1, 6) }, () => this.one(usable)) : []);
    const parts = [...chosen].map((field, n) => this.field(field, depth, this.isOne(15) ? `a${depth}_${n}` : ''));
    if (parts.length === 0 || this.isOne(10)) parts.push('__typename');
    const text = `{ ${parts.join(' ')} }`;
    if (this.isOne(15)) {
      const name = `F${this.fragments.length}`;
      this.fragments.push(`fragment ${name} on ${type.name} ${text}`);
      return `{ ...${name} }`;
    }
    return this.isOne(15) ? `{ ... on ${type.name} ${text} }` : text;
  }

  private argument(type: GraphQLInputType, name: string): string {
    const value = this.isOne(25) ? this.hostile() : this.value(type, name, 0);
    if (this.isOne(4)) return literalOf(value, type);
    const variable = `v${this.definitions.length}`;
    this.definitions.push(`$${variable}: ${this.isOne(200) ? 'String' : String(type)}`);
    this.variables[variable] = value;
    return `$${variable}`;
  }

  private value(type: GraphQLInputType, name: string, depth: number): unknown {
    if (this.isOne(120)) return this.hostile();
    if (isNonNullType(type)) return this.value(type.ofType, name, depth);
    if (isListType(type)) {
      return Array.from({ length: this.number(0, 3) }, () => this.value(type.ofType, name, depth + 1));
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || this.isOne(2));
      return Object.fromEntries(fields.map((field) => [field.name, this.value(field.type, field.name, depth + 1)]));
    }
    if (isEnumType(type)) return this.one(type.getValues()).name;
    return this.scalar(type.name, name);
  }

  private scalar(typeName: string, name: string): unknown {
    switch (typeName) {
      case 'ID':
        return this.isOne(8) ? this.choose(fc.uuid) : this.one(this.material.ids);
      case 'IdempotencyKey':
        return this.choose(fc.uuid);
      case 'Boolean':
        return this.isOne(2);
      case 'Int':
        if (name === 'take') return this.number(1, 30);
        return this.isOne(2) ? this.number(0, 3000) : this.one(HOSTILE_INTEGERS);
      case 'Yen':
      case 'Float':
        return this.isOne(2) ? this.number(0, 3000) : this.one(HOSTILE_NUMBERS);
      case 'LocalDate':
        return this.isOne(10)
          ? this.one(HOSTILE_TEXTS)
          : `20${this.number(20, 45)}-0${this.number(1, 9)}-1${this.number(0, 9)}`;
      case 'DateTime':
        return this.isOne(10) ? this.one(HOSTILE_TEXTS) : `20${this.number(20, 45)}-0${this.number(1, 9)}-11T00:00:00Z`;
      default:
        return this.isOne(3) ? this.choose(fc.string, { unit: 'binary', maxLength: 40 }) : this.one(HOSTILE_TEXTS);
    }
  }

  private hostile(): unknown {
    return this.isOne(2) ? this.one(HOSTILE_VALUES) : this.one(HOSTILE_TEXTS);
  }

  /** A document with something taken out, doubled or put in. */
  private broken(query: string): string {
    const at = this.number(0, query.length);
    const part = this.one(['', '{', '}', '...', '$x', '@', '"', '(', '__schema { types { name } }', '\u0000', '...F0']);
    return query.slice(0, at) + part + query.slice(at + this.number(0, 5));
  }

  /** True once in `many` times. */
  private isOne(many: number): boolean {
    return this.number(1, many) === 1;
  }

  private number(min: number, max: number): number {
    return this.choose(fc.integer, { min, max });
  }

  private one<T>(values: readonly T[]): T {
    return values[this.number(0, values.length - 1)] as T;
  }
}

function literalOf(value: unknown, type: GraphQLInputType): string {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (typeof value === 'string') return isEnumType(inner) ? value || 'X' : JSON.stringify(value);
  if (Array.isArray(value)) {
    const item = isListType(inner) ? inner.ofType : inner;
    return `[${value.map((each) => literalOf(each, item)).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = isInputObjectType(inner) ? inner.getFields() : {};
    return `{ ${Object.entries(value)
      .map(([name, each]) => `${name}: ${literalOf(each, fields[name]?.type ?? inner)}`)
      .join(', ')} }`;
  }
  return String(value);
}
