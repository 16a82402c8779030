import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { defineErrors, MAX_FIRST, USUAL_FIRST } from '#yui/platform';
import { FIELD_COSTS, LIST_SIZES, OTHER_LIST, USUAL_MUTATION } from './cost-table.js';

export const MAX_COST = 5000;

export const costErrors = defineErrors('GRAPHQL', {
  TOO_COSTLY: {
    ja: '一度に求める量が多すぎます（{cost}。上限は{most}）。件数（first）や項目を減らしてください。',
    en: 'The query asks for too much at once ({cost}; at most {most}). Take fewer items or fewer fields.',
  },
});

type Variables = Readonly<Record<string, unknown>>;

/** What costs the same whatever the variables are, is computed once for each document. */
const known = new WeakMap<OperationDefinitionNode, number>();

/**
 * What the answer to an operation may hold at most: one for every thing in a list, as many as its page takes or as such
 * lists usually are long, times all lists around it; and what single fields cost besides (`cost-table.ts`). Names of
 * things are free. Directives are not looked at: what may be omitted counts. Fragments count wherever they are used,
 * each measured once. The document must be valid.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  const earlier = known.get(operation);
  if (earlier !== undefined) return earlier;
  const measure = new CostMeasure(schema, document, operation, variables);
  const cost = measure.execute();
  if (!measure.hasUsedVariables) known.set(operation, cost);
  return cost;
}

class CostMeasure {
  hasUsedVariables = false;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly variables: Variables,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  execute(): number {
    const root = this.schema.getRootType(this.operation.operation);
    if (!root) return 0;
    return Math.min(this.ofSet(this.operation.selectionSet, root, null), Number.MAX_SAFE_INTEGER);
  }

  /** @param pageSize how long the list `items` in this set is; null: the set is no page */
  private ofSet(set: SelectionSetNode | undefined, type: GraphQLObjectType, pageSize: number | null): number {
    return (set?.selections ?? []).reduce((sum, selection) => sum + this.ofSelection(selection, type, pageSize), 0);
  }

  private ofSelection(selection: SelectionNode, type: GraphQLObjectType, pageSize: number | null): number {
    switch (selection.kind) {
      case Kind.FIELD:
        return this.ofField(selection, type, pageSize);
      case Kind.INLINE_FRAGMENT:
        return this.ofSet(selection.selectionSet, this.typeOf(selection.typeCondition?.name.value, type), pageSize);
      case Kind.FRAGMENT_SPREAD: {
        const name = selection.name.value;
        const key = `${name} ${pageSize}`;
        const earlier = this.measured.get(key);
        if (earlier !== undefined) return earlier;
        const fragment = this.fragments.get(name);
        const cost = this.ofSet(
          fragment?.selectionSet,
          this.typeOf(fragment?.typeCondition.name.value, type),
          pageSize,
        );
        this.measured.set(key, cost);
        return cost;
      }
    }
  }

  private ofField(node: FieldNode, type: GraphQLObjectType, pageSize: number | null): number {
    const field = type.getFields()[node.name.value];
    // Fields of every type, such as __typename.
    if (!field) return 0;
    const key = `${type.name}.${field.name}`;
    const own = FIELD_COSTS[key] ?? (type === this.schema.getMutationType() ? USUAL_MUTATION : 0);
    const inner = getNamedType(field.type);
    if (!isObjectType(inner)) return own;
    const isPaged = field.args.some((argument) => argument.name === 'first');
    const each = this.ofSet(node.selectionSet, inner, isPaged ? this.takenBy(node) : null);
    return own + (isList(field.type) ? (pageSize ?? LIST_SIZES[key] ?? OTHER_LIST) * (1 + each) : each);
  }

  private typeOf(name: string | undefined, around: GraphQLObjectType): GraphQLObjectType {
    const type = name === undefined ? around : this.schema.getType(name);
    return isObjectType(type) ? type : around;
  }

  /** How many items the page of a field takes. What cannot be read counts as the most there may be. */
  private takenBy(node: FieldNode): number {
    const first = this.valueOf(node.arguments?.find((argument) => argument.name.value === 'first')?.value);
    if (first === undefined || first === null) return USUAL_FIRST;
    return typeof first === 'number' && first >= 1 ? first : MAX_FIRST;
  }

  private valueOf(node: ValueNode | undefined): unknown {
    switch (node?.kind) {
      case Kind.INT:
        return Number(node.value);
      case Kind.OBJECT:
        return Object.fromEntries(node.fields.map((field) => [field.name.value, this.valueOf(field.value)]));
      case Kind.VARIABLE: {
        this.hasUsedVariables = true;
        const name = node.name.value;
        if (Object.hasOwn(this.variables, name)) return this.variables[name];
        const defined = this.operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
        return this.valueOf(defined?.defaultValue);
      }
      default:
        return undefined;
    }
  }
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}
