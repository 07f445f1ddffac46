"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { FigureButton } from "@/components/ui/figure-button";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { CALL_RESULTS } from "@/lib/domain/calls/types";
import type { ProcessCalls } from "@/lib/features/calls/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { BehindSheet, type Count } from "./behind-sheet";
import { useText } from "./words";

/** What came of the calls of a process, in counts: each opens the calls behind it. */
export function ProcessFigures({ org, view }: { org: string; view: ProcessCalls }) {
  const t = useTranslations("calls.figures");
  const result = useTranslations("calls.result");
  const text = useText();
  const name = (entry: Parameters<typeof text>[0]) => text(entry) || t("unnamed");
  const counts: Count[] = [];
  const count = (id: string, label: string, calls: readonly string[]) => {
    counts.push({ id, label, calls });
    return <Opens id={id} label={label} calls={calls} />;
  };
  const total = view.calls.length;
  if (total === 0)
    return (
      <Card title={t("title")} className="mt-6">
        <p className="text-ink-3">{t("none")}</p>
      </Card>
    );
  return (
    <Card title={t("title")} sub={t(view.more ? "subMore" : "sub", { count: total })} className="mt-6">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
        {(["held", "notHeld", "ahead", "asked"] as const).map((each) => (
          <div key={each}>
            <dt className="text-caption text-ink-2">{t(each)}</dt>
            <dd className="text-title">{count(each, t(each), view[each])}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <span className="text-caption text-ink-2">{t("ofHeld", { count: view.held.length })}</span>
        {CALL_RESULTS.map((each) => (
          <span key={each} className="whitespace-nowrap">
            {count(each, result(each), view.results[each])} {result(each)}
          </span>
        ))}
      </p>
      <h3 className="mt-6 mb-1 text-body-strong">{t("messages")}</h3>
      {view.messages.length === 0 ? (
        <p className="text-ink-3">{t("messagesNone")}</p>
      ) : (
        <>
          <Table label={t("messages")}>
            <Thead>
              <Tr>
                <Th>{t("message")}</Th>
                <Th numeric>{t("with")}</Th>
                {CALL_RESULTS.map((each) => (
                  <Th key={each} numeric>
                    {t(`short.${each}`)}
                  </Th>
                ))}
              </Tr>
            </Thead>
            <Tbody>
              {view.messages.map(({ id, name: said, calls, results }) => (
                <Tr key={id}>
                  <Th row className="min-w-40">
                    {name(said)}
                  </Th>
                  <Td numeric>{count(`${id}.all`, `${name(said)}: ${t("with")}`, calls)}</Td>
                  {CALL_RESULTS.map((each) => (
                    <Td key={each} numeric>
                      {count(`${id}.${each}`, `${name(said)}: ${result(each)}`, results[each])}
                    </Td>
                  ))}
                </Tr>
              ))}
            </Tbody>
          </Table>
          <p className="mt-2 text-caption font-normal text-ink-3">{t("note")}</p>
        </>
      )}
      <h3 className="mt-6 mb-1 text-body-strong">{t("objections")}</h3>
      {view.objections.length === 0 ? (
        <p className="text-ink-3">{t("objectionsNone")}</p>
      ) : (
        <Table label={t("objections")}>
          <Thead>
            <Tr>
              <Th>{t("objection")}</Th>
              <Th numeric>{t("heard")}</Th>
              <Th numeric>{t("expected")}</Th>
              <Th>{t("answers")}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {view.objections.map(({ id, name: said, heard, expected, answers }) => (
              <Tr key={id}>
                <Th row className="min-w-40">
                  {name(said)}
                </Th>
                <Td numeric>{count(`${id}.heard`, `${name(said)}: ${t("heard")}`, heard)}</Td>
                <Td numeric>{count(`${id}.expected`, `${name(said)}: ${t("expected")}`, expected)}</Td>
                <Td className="min-w-56">
                  {answers.map((answer) => (
                    <span key={answer.id} className="block">
                      {count(`${id}.${answer.id}`, `${name(said)}, ${name(answer.name)}`, answer.calls)}{" "}
                      {name(answer.name)}
                    </span>
                  ))}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      <BehindSheet org={org} view={view} counts={counts} />
    </Card>
  );
}

function Opens({ id, label, calls }: Count) {
  const format = useFormat();
  if (calls.length === 0) return <span className="tnum text-ink-3">0</span>;
  return (
    <FigureButton id={id} label={label}>
      {format.number(calls.length)}
    </FigureButton>
  );
}
