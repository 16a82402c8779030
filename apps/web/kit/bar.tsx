/** A share of a whole as a bar; the numbers stand beside it in words. */
export function Bar({ value, max, label }: { readonly value: number; readonly max: number; readonly label: string }) {
  const share = max <= 0 ? 0 : Math.min(1, Math.max(0, value / max));
  return (
    <svg role="img" aria-label={label} viewBox="0 0 200 12" preserveAspectRatio="none" className="h-3 w-full">
      <rect width="200" height="12" className="fill-solid-gray-200" />
      <rect width={200 * share} height="12" className="fill-blue-900" />
      <rect x="0.5" y="0.5" width="199" height="11" className="fill-none stroke-line" />
    </svg>
  );
}
