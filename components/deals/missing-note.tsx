"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import type { BoardShell } from "@/lib/features/deals/view";
import type { DealsFilter } from "./filter";
import { missingIn } from "./missing";

/** Says what an address or a saved view asks for that is not here any more, so that an empty list is no riddle. */
export function MissingNote({ shell, filter }: { shell: BoardShell; filter: DealsFilter }) {
  const t = useTranslations("deals.missing");
  const missing = missingIn(filter, shell);
  if (!missing.length) return null;
  return (
    <div className="mb-3">
      <Banner tone="warn">
        {missing.map((part) => (
          <p key={part}>{t(part)}</p>
        ))}
      </Banner>
    </div>
  );
}
