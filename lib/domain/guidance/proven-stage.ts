import type { CompiledVersion } from "../process/compile";

/** The last stage, without gaps, whose buyer-verifiable criteria all carry evidence; null when none does. */
export function provenStage(
  version: CompiledVersion,
  carries: (criterionKey: string) => boolean,
): string | null {
  let proven: string | null = null;
  for (const stage of version.stages) {
    const byBuyer = stage.criteria.filter(({ evidence }) => evidence !== "seller-word");
    if (!byBuyer.length || !byBuyer.every(({ key }) => carries(key))) break;
    proven = stage.key;
  }
  return proven;
}
