/** A document the api knows, by its id alone; the types say what it takes and answers. */
export interface TypedDocument<Result, Variables> {
  readonly id: string;
  readonly name: string;
  readonly isQuery: boolean;
  /** For the compiler; nothing is ever there. */
  readonly types?: (variables: Variables) => Result;
}
