/** Chances of one step, drawn beforehand so that the step can be repeated. */
export class Dice {
  private at = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** From `least` to `most`, both possible. */
  between(least: number, most: number): number {
    const number = this.numbers[this.at % this.numbers.length] ?? 0;
    this.at += 1;
    return most <= least ? least : least + (number % (most - least + 1));
  }

  /** True `times` out of `of`. */
  happens(times: number, of: number): boolean {
    return this.between(1, of) <= times;
  }

  one<Value>(values: readonly Value[]): Value {
    return values[this.between(0, values.length - 1)] as Value;
  }

  weighted<Value extends { readonly weight: number }>(values: readonly Value[]): Value {
    let left = this.between(
      1,
      values.reduce((sum, { weight }) => sum + weight, 0),
    );
    for (const value of values) {
      left -= value.weight;
      if (left <= 0) return value;
    }
    return values[0] as Value;
  }
}
