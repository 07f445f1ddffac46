import { useState } from "react";

const PAGE = 40;

/** The first rows of a long list, and the way to more of them. */
export function usePaged<T>(
  list: readonly T[],
  first = PAGE,
): {
  readonly shown: readonly T[];
  readonly more: number;
  readonly showMore: () => void;
} {
  const [limit, setLimit] = useState(first);
  return {
    shown: list.slice(0, limit),
    more: Math.max(0, Math.min(PAGE, list.length - limit)),
    showMore: () => setLimit(limit + PAGE),
  };
}
