"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  type KeyboardEvent as KeyboardEventOf,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import { useCommands } from "@/components/shell/commands";
import { AskPanel } from "@/components/ui/ask-panel";
import { Button } from "@/components/ui/button";
import { announce } from "@/components/ui/live-region";
import { notify } from "@/components/ui/toast";
import { DEVIATION_REASONS } from "@/lib/domain/run/events";
import { readSteps } from "@/lib/features/today/actions";
import type { TodayList as List, TodayStep, TodayView } from "@/lib/features/today/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";
import { LaterPanel } from "./later-panel";
import { LaterSteps } from "./later-steps";
import { StepRow } from "./step-row";
import { useSteps } from "./use-steps";
import { WhyOrder } from "./why-order";
import { keyOf, useText } from "./words";

/** Rows to begin with: enough for a morning, few enough to be calm. */
const FIRST = 7;

/** Until when a step is put off, or why one that is saved as not needed is not: `saved` says whether it is. */
type Asking =
  | { what: "later"; step: TodayStep }
  | { what: "reason"; step: TodayStep; saved: Promise<boolean> };

/** Everything that waits, in order, worked by hand or by keys; `view` holds its first page. */
export function TodayList({ org, view }: { org: string; view: TodayView }) {
  const t = useTranslations("today");
  const all = useTranslations("deals");
  const text = useText();
  const router = useRouter();
  const sentence = useRefusal();
  const [further, setFurther] = useState<Pick<List, "steps" | "routes">>({ steps: [], routes: {} });
  const [active, setActive] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const wanted = useRef<string | null>(null);
  const asked = useRef(asking);
  useEffect(() => {
    asked.current = asking;
  }, [asking]);
  const steps = useSteps(org, (step) => {
    const key = keyOf(step);
    if (asked.current?.what !== "reason" || keyOf(asked.current.step) !== key) return;
    // The question goes when its step is back; whoever was at it goes on at the step.
    if (document.activeElement?.closest("[data-ask]")) {
      setActive(key);
      wanted.current = key;
    }
    setAsking(null);
  });
  const [loading, setLoading] = useState(false);
  const [open, setOpen] = useState(FIRST);
  const section = useRef<HTMLElement>(null);
  const list = useRef<HTMLOListElement>(null);

  const given = useMemo(() => {
    const byKey = new Map([...view.steps, ...further.steps].map((step) => [keyOf(step), step]));
    for (const step of view.steps) byKey.set(keyOf(step), step);
    return byKey;
  }, [view.steps, further.steps]);
  const put = new Set(view.later.map(keyOf));
  const loaded = [...given].flatMap(([key, step]) => (steps.gone.has(key) || put.has(key) ? [] : [step]));
  const rows = loaded.slice(0, open);
  const later = view.later.filter((step) => !steps.gone.has(keyOf(step)));
  const at = Math.max(
    0,
    rows.findIndex((step) => keyOf(step) === active),
  );
  const current = rows[at];
  const hidden = [...steps.gone].filter((key) => given.has(key)).length;
  const total = Math.max(loaded.length, view.total - hidden);

  const settle = useEffectEvent(() =>
    steps.settle(new Set([...given.keys()].filter((key) => !put.has(key)))),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new view is the sign that the server has spoken
  useEffect(() => settle(), [view]);
  useEffect(() => {
    if (wanted.current === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(wanted.current)}"]`);
    if (!row) return;
    wanted.current = null;
    row.querySelector<HTMLElement>("[data-open]")?.focus();
  });

  /** Takes a row in hand and gives it the focus. */
  const go = (step: TodayStep | undefined) => {
    if (!step) return;
    if (!rows.includes(step)) setOpen(Number.POSITIVE_INFINITY);
    setActive(keyOf(step));
    wanted.current = keyOf(step);
  };
  /** Does something that takes a step off the list; the row after it comes in hand. */
  const act = (step: TodayStep, work: () => unknown) => {
    const index = loaded.findIndex((row) => keyOf(row) === keyOf(step));
    go(loaded[index + 1] ?? loaded[index - 1]);
    setAsking(null);
    void work();
  };
  const why = (step: TodayStep) => t("reason.ask", { step: text(step.name) });
  /** Takes a step off the list as not needed, and asks why beside the list. The focus stays in the list, so the question is said. */
  const notNeeded = (step: TodayStep) =>
    act(step, () => {
      setAsking({ what: "reason", step, saved: steps.notNeeded(step) });
      announce(why(step));
    });

  /** A key that changes something is meant for the row in hand only while nothing outside the list has the focus. */
  const ifMeant = (work: () => void) => (pressed?: KeyboardEvent) => {
    const other = (pressed?.target as Element | undefined)?.closest(
      "a, button, input, summary, [tabindex='0']",
    );
    if (!other || section.current?.contains(other)) work();
  };
  const keys = (place: string) => t(`keys.${place}`, { step: text(current?.name) });
  useCommands([
    current && { key: "j", label: t("keys.next"), run: () => go(loaded[active === null ? 0 : at + 1]) },
    current && { key: "k", label: t("keys.back"), run: () => go(loaded[Math.max(0, at - 1)]) },
    current && {
      key: "o",
      label: keys("open"),
      run: ifMeant(() => router.push(paths.deal(org, current.deal.id))),
    },
    ...(current && view.mayEdit
      ? [
          { key: "d", label: keys("done"), run: ifMeant(() => act(current, () => steps.done(current))) },
          {
            key: "s",
            label: keys("notNeeded"),
            run: ifMeant(() => notNeeded(current)),
          },
          { key: "l", label: keys("later"), run: ifMeant(() => setAsking({ what: "later", step: current })) },
        ]
      : []),
  ]);
  const onArrow = (event: KeyboardEventOf<HTMLElement>) => {
    const arrow = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (arrow === 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    go(loaded[at + arrow]);
  };

  const more = async () => {
    const last = loaded.at(-1);
    if (!last) return;
    setLoading(true);
    const result = await readSteps(org, { after: { id: last.deal.id, stepKey: last.stepKey } });
    setLoading(false);
    if (!result.ok)
      return notify({ title: sentence(result.refusal), text: t("list.readError"), tone: "bad" });
    setFurther((now) => ({
      steps: [...now.steps, ...result.value.steps],
      routes: { ...now.routes, ...result.value.routes },
    }));
  };
  const folded = loaded.length - rows.length;
  const rest = total - loaded.length;
  const whole = folded > 0 ? t("list.all", { count: loaded.length }) : null;
  const next = folded === 0 && rest > 0 ? t("list.more", { count: Math.min(50, rest) }) : null;
  useCommands([
    whole !== null && { label: `${t("list.title")}: ${whole}`, run: () => setOpen(Number.POSITIVE_INFINITY) },
    next !== null && { label: `${t("list.title")}: ${next}`, run: () => void more() },
  ]);

  return (
    <section ref={section} aria-labelledby="today-next">
      <header className="mb-2 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="today-next" className="section-title">
          {t("list.title")}
        </h2>
        <WhyOrder currency={view.currency} />
      </header>
      {rows.length > 0 && (
        <ol
          ref={list}
          aria-label={t("list.label")}
          className="rounded-card border border-line bg-surface"
          onKeyDown={onArrow}
        >
          {rows.map((step, index) => (
            <StepRow
              key={keyOf(step)}
              org={org}
              step={step}
              place={index + 1}
              view={{ ...view, routes: { ...view.routes, ...further.routes } }}
              active={index === at}
              onActive={() => go(step)}
              onDone={() => act(step, () => steps.done(step))}
              onNotNeeded={() => notNeeded(step)}
              onLater={() => setAsking({ what: "later", step })}
            />
          ))}
        </ol>
      )}
      {rows.length === 0 && <p className="text-ink-2">{t("findingNone")}</p>}
      <footer className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-caption font-normal text-ink-3">
        {(folded + rest > 0 || view.more) && (
          <span>
            {t(view.more ? "list.shownOfMore" : "list.shown", { shown: rows.length, total: view.total })}
          </span>
        )}
        {whole && (
          <Button size="small" onClick={() => setOpen(Number.POSITIVE_INFINITY)}>
            {whole}
          </Button>
        )}
        {next && (
          <Button size="small" loading={loading} onClick={more}>
            {next}
          </Button>
        )}
        {rows.length > 0 && <span className="touch:hidden">{t("list.keys")}</span>}
      </footer>
      <LaterSteps org={org} steps={later} onWake={steps.wake} />
      {asking?.what === "reason" && (
        <AskPanel
          key={keyOf(asking.step)}
          title={why(asking.step)}
          options={DEVIATION_REASONS.map((value) => ({ value, label: all(`deviation.${value}`) }))}
          onAnswer={async (reason) => {
            setAsking(null);
            if (await asking.saved) await steps.explain(asking.step, reason);
          }}
          without={all("board.ask.without")}
          onWithout={() => setAsking(null)}
          onCancel={async () => {
            setAsking(null);
            go(asking.step);
            if (await asking.saved) await steps.putBack(asking.step);
          }}
          cancel={all("board.ask.putBack")}
        />
      )}
      {asking?.what === "later" && (
        <LaterPanel
          key={keyOf(asking.step)}
          step={asking.step}
          view={view}
          onAnswer={(until) => act(asking.step, () => steps.later(asking.step, until))}
          onCancel={() => {
            setAsking(null);
            go(asking.step);
          }}
        />
      )}
    </section>
  );
}
