import { getTranslations } from "next-intl/server";
import type { Sees } from "@/lib/domain/policy/permissions";

/** Above figures of someone who does not see every deal: over which deals they are counted. */
export async function SeenNote({ sees }: { sees: Sees }) {
  if (sees === "all") return null;
  const t = await getTranslations("common.seen");
  return (
    <p role="note" className="mx-auto w-full max-w-page px-4 pt-4 text-caption text-ink-2 sm:px-6">
      {t(sees)}
    </p>
  );
}
