import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { FigureButton } from "@/components/ui/figure-button";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import type { PipelineFigures } from "@/lib/domain/insights/pipeline";
import type { GroupRow, PipelineReport } from "@/lib/features/insights/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { type Figure, figureId } from "./figure-specs";
import { daysWords, groupWords, shareWords, valueWords } from "./figure-words";
import { QuarterChart } from "./quarter-chart";

const COLUMNS = [
  "open",
  "open-value",
  "won",
  "lost",
  "no-decision",
  "win-rate",
  "won-value",
  "won-cycle",
] as const;

/** The same figures per owner, team, product, segment or quarter; each number opens its deals. */
export function GroupsCard({ report }: { report: PipelineReport }) {
  const t = useTranslations("insights");
  const by = report.ask.groupBy;
  if (by === null || report.groups.length === 0) return null;
  const title = t("groups.title", { by: t(`by.${by}`) });
  return (
    <Card title={title} sub={t(by === "quarter" ? "groups.sortedQuarter" : "groups.sorted")}>
      {by === "quarter" && <QuarterChart report={report} />}
      <Table label={title}>
        <Thead>
          <tr>
            <Th>{t(`groups.group.${by}`)}</Th>
            {COLUMNS.map((figure) => (
              <Th key={figure} numeric>
                {t(`figure.${figure}`)}
              </Th>
            ))}
          </tr>
        </Thead>
        <Tbody>
          {report.groups.map((group) => (
            <Tr key={group.key ?? "~"}>
              <Th row className="min-w-32">
                {groupWords(group, by, t)}
              </Th>
              <Cells figures={group.figures} group={group} name={groupWords(group, by, t)} />
            </Tr>
          ))}
          <Tr total>
            <Th row>{t("groups.total")}</Th>
            <Cells figures={report.total} group={null} name={t("groups.total")} />
          </Tr>
        </Tbody>
      </Table>
    </Card>
  );
}

function Cells({ figures, group, name }: { figures: PipelineFigures; group: GroupRow | null; name: string }) {
  const t = useTranslations("insights");
  const format = useFormat();
  const of = group ? ({ kind: "group", key: group.key } as const) : undefined;
  const shown: Record<(typeof COLUMNS)[number], string> = {
    open: format.number(figures.open.n),
    "open-value": valueWords(figures.openValue, t, format, true),
    won: format.number(figures.outcomes.won.n),
    lost: format.number(figures.outcomes.lost.n),
    "no-decision": format.number(figures.outcomes["no-decision"].n),
    "win-rate": shareWords(figures.winRate, t, format),
    "won-value": valueWords(figures.wonValue, t, format, true),
    "won-cycle": daysWords(figures.wonCycle.median, format),
  };
  const empty: Partial<Record<Figure, boolean>> = {
    "open-value": figures.openValue.sums.length === 0,
    "won-value": figures.wonValue.sums.length === 0,
    "win-rate": figures.winRate.n === 0,
    "won-cycle": figures.wonCycle.median.n === 0,
  };
  return COLUMNS.map((figure) => (
    <Td key={figure} numeric>
      {empty[figure] ? (
        <span className="text-ink-3">–</span>
      ) : (
        <FigureButton
          id={figureId(figure, of)}
          label={t("figure.in", { figure: t(`figure.${figure}`), name })}
          className="text-right"
        >
          {shown[figure]}
        </FigureButton>
      )}
    </Td>
  ));
}
