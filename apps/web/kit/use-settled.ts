import { useEffect, useState } from 'react';

/** The value once it has not changed for a moment: what is typed is asked about when the typing pauses. */
export function useSettled<T extends string | number | null>(value: T, quietMs = 300): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), quietMs);
    return () => clearTimeout(timer);
  }, [value, quietMs]);
  return settled;
}
