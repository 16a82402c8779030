/**
 * A place where a lower floor lets upper ones take part in its transaction, without knowing them: the lower floor declares
 * the port and runs it, the upper one fills it while its module loads.
 */
export class Port<Input extends readonly unknown[], Answer = void> {
  private readonly parts: ((...input: Input) => Promise<Answer>)[] = [];

  /** @param name for the error when nobody has filled it */
  constructor(private readonly name: string) {}

  fill(part: (...input: Input) => Promise<Answer>): void {
    this.parts.push(part);
  }

  /**
   * Asks all who filled it, one after the other.
   * @throws Error when the product was put together without the floor above: silence would look like consent
   */
  async run(...input: Input): Promise<Answer[]> {
    if (this.parts.length === 0) throw new Error(`Nothing fills the port ${this.name}: a module is missing`);
    const answers: Answer[] = [];
    for (const part of this.parts) answers.push(await part(...input));
    return answers;
  }
}
