import {
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { defineErrors } from '#yui/platform';

export const MAX_DEPTH = 8;
/** The introspection query of graphql-js itself is 15 levels deep. */
const MAX_DEPTH_INTROSPECTING = 15;
export const MAX_ALIASES = 15;
export const MAX_TOKENS = 1000;

const limitErrors = defineErrors('GRAPHQL', {
  TOO_DEEP: {
    ja: '問い合わせの入れ子が深すぎます。{most}段までにしてください。',
    en: 'The query is nested too deeply; at most {most} levels.',
  },
  TOO_MANY_ALIASES: {
    ja: '問い合わせの別名が多すぎます。{most}個までにしてください。',
    en: 'The query has too many aliases; at most {most}.',
  },
});

interface Measure {
  readonly depth: number;
  readonly aliases: number;
}

const NOTHING: Measure = { depth: 0, aliases: 0 };

/**
 * Refuses operations that are nested too deeply or repeat fields under many names. Fragments count where they are used;
 * each is measured once, so the check costs no more than reading the document.
 */
export function limitOperations(isIntrospectionAllowed: boolean): ValidationRule {
  return (context: ValidationContext): ASTVisitor => {
    const measure = measurerOf(context.getDocument());
    return {
      OperationDefinition(operation: OperationDefinitionNode) {
        const { depth, aliases } = measure(operation.selectionSet);
        const most = isIntrospectionAllowed && asksOnlyTheSchema(operation) ? MAX_DEPTH_INTROSPECTING : MAX_DEPTH;
        if (depth > most) context.reportError(refusal(limitErrors.TOO_DEEP({ most }), operation));
        if (aliases > MAX_ALIASES) {
          context.reportError(refusal(limitErrors.TOO_MANY_ALIASES({ most: MAX_ALIASES }), operation));
        }
      },
    };
  };
}

function refusal(error: Error, operation: OperationDefinitionNode): GraphQLError {
  return new GraphQLError(error.message, { nodes: operation, originalError: error });
}

function measurerOf(document: DocumentNode): (selectionSet: SelectionSetNode | undefined) => Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, Measure>();

  const ofFragment = (name: string): Measure => {
    const known = measured.get(name);
    if (known) return known;
    // A fragment that contains itself finds this and ends; another rule refuses such documents.
    measured.set(name, NOTHING);
    const measure = ofSet(fragments.get(name)?.selectionSet);
    measured.set(name, measure);
    return measure;
  };
  const ofSelection = (selection: SelectionNode): Measure => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    const inner = ofSet(selection.selectionSet);
    if (selection.kind === Kind.INLINE_FRAGMENT) return inner;
    return { depth: inner.depth + 1, aliases: inner.aliases + (selection.alias ? 1 : 0) };
  };
  const ofSet = (selectionSet: SelectionSetNode | undefined): Measure =>
    (selectionSet?.selections ?? []).map(ofSelection).reduce(
      (whole, part) => ({
        depth: Math.max(whole.depth, part.depth),
        aliases: whole.aliases + part.aliases,
      }),
      NOTHING,
    );
  return ofSet;
}

function asksOnlyTheSchema(operation: OperationDefinitionNode): boolean {
  return operation.selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && ['__schema', '__type'].includes(selection.name.value),
  );
}
