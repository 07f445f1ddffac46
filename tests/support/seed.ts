import fc from "fast-check";

/**
 * The suite asks its properties the same cases on every machine, so that a red test is about the change at hand.
 * `KOERS_SEED=any` asks others each time (`npm run soak` does); a number asks those of a run that failed.
 */
const seed = process.env.KOERS_SEED || "20261130";
if (seed !== "any") {
  const known = Number(seed);
  if (!Number.isSafeInteger(known)) throw new Error(`KOERS_SEED is a whole number or "any", not "${seed}".`);
  fc.configureGlobal({ seed: known });
}
