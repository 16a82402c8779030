import { type DocumentNode, visit } from 'graphql';
import { type DomainError, inputErrors, unreadableIn } from '#yui/platform';

/**
 * No text of a request, whatever it is for, may hold what no page or paper can show: it is refused before anything runs,
 * with the field it stands in. What else a text has to be, each use case says.
 */
export function unreadableText(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): DomainError | null {
  return inVariables(variables) ?? inDocument(document);
}

function inVariables(variables: Readonly<Record<string, unknown>>): DomainError | null {
  // Without recursion: however deep a request is, it is looked through.
  const left: [string, unknown][] = Object.entries(variables);
  for (let next = left.pop(); next; next = left.pop()) {
    const [path, value] = next;
    const found = typeof value === 'string' ? refusalOf(path, value) : null;
    if (found) return found;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, part] of Object.entries(value)) left.push([`${path}.${name}`, part]);
  }
  return null;
}

function inDocument(document: DocumentNode): DomainError | null {
  let found: DomainError | null = null;
  const names: string[] = [];
  const named = {
    enter: ({ name }: { readonly name: { readonly value: string } }) => void names.push(name.value),
    leave: () => void names.pop(),
  };
  visit(document, {
    Argument: named,
    ObjectField: named,
    StringValue: ({ value }) => {
      found ??= refusalOf(names.join('.'), value);
    },
  });
  return found;
}

function refusalOf(field: string, text: string): DomainError | null {
  const character = unreadableIn(text);
  return character === null ? null : inputErrors.TEXT_UNREADABLE({ field, character });
}
