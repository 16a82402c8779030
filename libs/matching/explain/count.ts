const THREE_FROM_BEHIND = /\B(?=(\d{3})+$)/g;

/** 12,000: written alike in Japanese and English. `Intl` would take most of the time of a sentence. */
export function count(value: number): string {
  const digits = String(Math.round(value));
  return digits.length <= 3 ? digits : digits.replace(THREE_FROM_BEHIND, ',');
}
