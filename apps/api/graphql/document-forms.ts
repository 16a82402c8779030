import { printExecutableGraphQLDocument } from '@graphql-tools/documents';
import { type DocumentNode, Kind, parse, print, type SelectionSetNode, visit } from 'graphql';

/**
 * The forms in which tools send a document, and take its hash of: as it stands in its file, as printed (urql, graphql-request,
 * Apollo's clients without types), as printed with the type of each object (Apollo's clients), and sorted on one line (the
 * code generator), without and with types.
 */
export function formsOf(text: string): ReadonlySet<string> {
  const document = parse(text);
  const typed = withTypes(document);
  return new Set([
    text,
    text.trim(),
    print(document),
    print(typed),
    printExecutableGraphQLDocument(document),
    printExecutableGraphQLDocument(typed),
  ]);
}

/** `__typename` at the end of every selection but that of the operation itself, as Apollo's clients add it. */
function withTypes(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet(node, _key, parent): SelectionSetNode | undefined {
      const isOperation = parent !== undefined && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
      const isTyped = node.selections.some((each) => each.kind === Kind.FIELD && each.name.value.startsWith('__'));
      if (isOperation || isTyped) return undefined;
      const type = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;
      return { ...node, selections: [...node.selections, type] };
    },
  });
}
