import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ProcessDocument } from "@/lib/domain/process/types";
import type { RegisterEntry } from "@/lib/domain/registers/types";
import type { Day } from "@/lib/domain/shared/day";
import type { Names, ProcessHead } from "@/lib/features/processes/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { paths } from "@/lib/platform/paths";
import { type HandsOf, handsView } from "../hands/hands-view";
import { makeWords, useTextLocale } from "../words";
import type { Sheet } from "./fit";
import { PrintBar } from "./print-bar";
import { PrintMap } from "./print-map";

export type Printable = ProcessHead &
  Names &
  HandsOf & {
    readonly document: ProcessDocument;
    /** Its number, and the day from which it holds; null for a draft. */
    readonly number: number;
    readonly on: Day | null;
  };

/** The sheet with the choice of paper above it. */
export function PrintPage({
  org,
  orgName,
  view,
  registers,
  sheet,
}: {
  org: string;
  orgName: string;
  view: Printable;
  registers: readonly RegisterEntry[];
  sheet: Sheet | null;
}) {
  const t = useTranslations("processes");
  const format = useFormat();
  const r = useTranslations("registers");
  const words = makeWords(t, useTextLocale(), view, view.category, {
    entries: registers,
    kind: (kind) => r(`kind.${kind}`),
  });
  const days = view.document.stages.reduce((sum, stage) => sum + (stage.plannedDays ?? 0), 0);
  const facts = [
    view.on === null
      ? t("editor.draftOf", { number: view.number })
      : t("print.version", { number: view.number }),
    ...(view.on === null ? [] : [t("print.since", { day: format.day(view.on, "long") })]),
    words.planned(days || null),
  ];
  return (
    <>
      <PrintBar
        back={
          <Link href={paths.process(org, view.id)} className="text-accent hover:underline">
            {t("print.back")}
          </Link>
        }
      >
        {(["a4", "a3"] as const).map((size) => (
          <Link
            key={size}
            href={paths.printProcess(org, view.id, { sheet: size, ...(view.on === null && { of: "draft" }) })}
            aria-current={sheet === size ? "page" : undefined}
            className="text-accent hover:underline aria-[current]:font-semibold"
          >
            {size.toUpperCase()}
          </Link>
        ))}
      </PrintBar>
      <main className="overflow-x-auto bg-sunken p-4 print:bg-white print:p-0">
        <PrintMap
          head={{ org: orgName, name: words.text(view.name), facts }}
          doc={view.document}
          words={words}
          hands={handsView(view.document, view, words)}
          sheet={sheet}
        />
      </main>
    </>
  );
}
