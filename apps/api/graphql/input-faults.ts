import {
  type ASTNode,
  coerceInputValue,
  type DocumentNode,
  getOperationAST,
  type GraphQLError,
  type GraphQLSchema,
  isInputType,
  Kind,
  typeFromAST,
  visit,
} from 'graphql';
import { DomainError, inputErrors, joinFaults, unreadableIn } from '#yui/platform';
import { requestErrors, SUGGESTION } from './request.errors.js';

/** A form has fewer fields; what follows is not looked at. */
const MAX_FAULTS = 50;

type Variables = Readonly<Record<string, unknown>>;

/**
 * Everything that is wrong with the input of a request before anything of it runs: values of another form than the schema
 * says, and texts that no page or paper can show. What else a value has to be, each use case says.
 * @returns one error that names every field, as it is called within the input; null: nothing is wrong
 */
export function inputFaults(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
  variables: Variables,
): DomainError | null {
  const pathOf = pathsOfVariables(document);
  const errors = [
    ...malformed(schema, document, operationName, variables, pathOf),
    ...unreadableInVariables(variables, pathOf),
    ...unreadableInDocument(document),
  ];
  // What is not there is answered as such, whatever else is wrong.
  return errors.find((error) => !error.details.fields) ?? joinFaults(errors.slice(0, MAX_FAULTS));
}

function malformed(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
  variables: Variables,
  pathOf: ReadonlyMap<string, string>,
): DomainError[] {
  const errors: DomainError[] = [];
  for (const { variable, type: node, defaultValue } of getOperationAST(document, operationName)?.variableDefinitions ??
    []) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node);
    if (!isInputType(type)) continue;
    if (!Object.hasOwn(variables, name)) {
      if (node.kind === Kind.NON_NULL_TYPE && !defaultValue) {
        errors.push(missing(pathOf.get(name) || name));
      }
      continue;
    }
    coerceInputValue(variables[name], type, (path, _value, error) => {
      if (errors.length >= MAX_FAULTS) return;
      errors.push(refusalOf(joined(pathOf.get(name) ?? name, ...path), error));
    });
  }
  return errors;
}

function missing(path: string): DomainError {
  return requestErrors.INPUT_INVALID({ reason: `${path} is required.` }).at(path);
}

function refusalOf(path: string, error: GraphQLError): DomainError {
  if (error.originalError instanceof DomainError) return error.originalError;
  return requestErrors.INPUT_INVALID({ reason: error.message.replace(SUGGESTION, '') }).at(path);
}

/** Where the value of each variable goes: `dueOn`, `filter.text`; an argument called `input` is not named. */
function pathsOfVariables(document: DocumentNode): Map<string, string> {
  const paths = new Map<string, string>();
  visitValues(document, (node, pathOf) => {
    if (node.kind === Kind.VARIABLE) paths.set(node.name.value, pathOf());
  });
  return paths;
}

function unreadableInVariables(variables: Variables, pathOf: ReadonlyMap<string, string>): DomainError[] {
  const errors: DomainError[] = [];
  // Without recursion, and without writing out the path to what is well: however deep a request is, it is looked through.
  const left: [Place, unknown][] = Object.entries(variables)
    .map(([name, value]): [Place, unknown] => [{ within: null, name: pathOf.get(name) ?? name }, value])
    .reverse();
  for (let next = left.pop(); next && errors.length < MAX_FAULTS; next = left.pop()) {
    const [place, value] = next;
    if (typeof value === 'string') errors.push(...unreadableAt(() => pathTo(place), value));
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, part] of Object.entries(value).reverse()) left.push([{ within: place, name }, part]);
  }
  return errors;
}

interface Place {
  readonly within: Place | null;
  readonly name: string;
}

function pathTo(place: Place): string {
  const names: string[] = [];
  for (let at: Place | null = place; at; at = at.within) names.unshift(at.name);
  return joined('', ...names);
}

function unreadableInDocument(document: DocumentNode): DomainError[] {
  const errors: DomainError[] = [];
  visitValues(document, (node, pathOf) => {
    if (node.kind === Kind.STRING && errors.length < MAX_FAULTS) errors.push(...unreadableAt(pathOf, node.value));
  });
  return errors;
}

function unreadableAt(pathOf: () => string, text: string): DomainError[] {
  const character = unreadableIn(text);
  if (character === null) return [];
  const path = pathOf();
  return [inputErrors.TEXT_UNREADABLE({ field: path, character }).at(path)];
}

/** Visits what stands in the arguments of a document, each with its path. */
function visitValues(document: DocumentNode, look: (node: ASTNode, pathOf: () => string) => void): void {
  const names: (string | number)[] = [];
  const nameOf = (node: ASTNode, path: readonly (string | number)[]): string | number | null => {
    if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) return node.name.value;
    return path.at(-2) === 'values' ? (path.at(-1) ?? null) : null;
  };
  visit(document, {
    enter: (node, _key, _parent, path) => {
      const name = nameOf(node, path);
      if (name !== null) names.push(name);
      if (names.length > 0) look(node, () => joined('', ...(names[0] === 'input' ? names.slice(1) : names)));
    },
    leave: (node, _key, _parent, path) => {
      if (nameOf(node, path) !== null) names.pop();
    },
  });
}

function joined(first: string, ...rest: readonly (string | number)[]): string {
  return [first, ...rest].filter((part) => part !== '').join('.');
}
