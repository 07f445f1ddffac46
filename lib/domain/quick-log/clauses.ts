import type { Token } from "../typed-line/tokens";

/** For each word the number of the part of the line it stands in; parts end at a comma, semicolon or full stop. */
export function clausesOf(tokens: readonly Token[]): number[] {
  let clause = 0;
  return tokens.map(({ raw, quoted }) => {
    const own = clause;
    if (!quoted && /[,;.!?:]$/.test(raw)) clause++;
    return own;
  });
}
