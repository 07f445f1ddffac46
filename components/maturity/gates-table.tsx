import { useTranslations } from "next-intl";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { COUNTS_FROM } from "@/lib/domain/maturity/gates";
import type { Judgement } from "@/lib/domain/maturity/judgement";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { GateState } from "./gate-state";
import { OpenGate } from "./open-gate";
import { measureWords, needWords } from "./words";

/** Every gate with how it stands and what it needs; each opens its rows. */
export function GatesTable({
  label,
  gates,
  later,
}: {
  label: string;
  gates: readonly Judgement[];
  later: readonly Judgement[];
}) {
  const t = useTranslations("maturity");
  return (
    <Table label={label}>
      <Thead>
        <tr>
          <Th className="w-6">
            <span className="sr-only">{t("state.met")}</span>
          </Th>
          <Th>{t("criterion")}</Th>
          <Th>{t("now")}</Th>
          <Th>{t("needed")}</Th>
          <Th numeric>{t("window")}</Th>
        </tr>
      </Thead>
      <Tbody>
        {gates.map((judged) => (
          <GateRow key={judged.gate} judged={judged} />
        ))}
        {later.map((judged) => (
          <GateRow key={judged.gate} judged={judged} later />
        ))}
      </Tbody>
    </Table>
  );
}

function GateRow({ judged, later = false }: { judged: Judgement; later?: boolean }) {
  const t = useTranslations("maturity");
  const format = useFormat();
  const { gate, state, now, needed, windowDays, missing, waitsFor } = judged;
  const lines = (words: readonly string[]) =>
    words.map((each) => (
      <span key={each} className="block">
        {each}
      </span>
    ));
  return (
    <Tr className={later ? "text-ink-3" : undefined}>
      <Td className="align-top">
        <span className="flex h-6 items-center">
          <GateState state={state} />
        </span>
      </Td>
      <Td className="min-w-44 align-top">
        <OpenGate gate={gate} row>
          {t(`gate.${gate}`)}
        </OpenGate>
        {waitsFor && (
          <span className="block text-caption font-normal text-ink-3">
            {t(`waits.${waitsFor}` as Parameters<typeof t>[0], { count: missing ?? 0 })}
          </span>
        )}
      </Td>
      <Td
        className={`align-top sm:whitespace-nowrap ${state === "not-met" && !later ? "font-semibold" : ""}`}
      >
        {lines(now.map((measure) => measureWords(measure, t, format)))}
      </Td>
      <Td className="align-top text-ink-2">
        {lines(needed.map((need) => needWords(need, t, format)))}
        {later && (
          <span className="block text-caption font-normal text-ink-3">
            {t("countsFrom", { level: t(`level.${COUNTS_FROM[gate]}`) })}
          </span>
        )}
      </Td>
      <Td numeric className="align-top text-caption font-normal text-ink-3">
        {windowDays === null ? t("windowNow") : t("windowDays", { days: windowDays })}
      </Td>
    </Tr>
  );
}
