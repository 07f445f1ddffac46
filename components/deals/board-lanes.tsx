"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { Lane } from "@/lib/features/deals/view";
import type { CardUse } from "./board-column";
import { columnAt } from "./board-state";
import { LaneCell } from "./lane-cell";
import { LaneHead } from "./lane-head";
import { LanesRest } from "./lanes-rest";
import { figuresOfLane, figuresOfStage } from "./lanes-state";
import type { LanesUse } from "./lanes-use";
import { StageHead } from "./stage-head";
import { useText } from "./words";

/** What a lane is called: of those without a team or role that they are, and of one's own that it is. */
function useLaneName({ group }: LanesUse, { shell }: CardUse): (lane: Lane) => string {
  const t = useTranslations("deals.lanes");
  const text = useText();
  return ({ key, name }) => {
    if (name === null) return t(`none.${group}`);
    const said = typeof name === "string" ? name : text(name);
    return key === shell.memberId ? t("mine", { name: said }) : said;
  };
}

/**
 * The board in lanes: the stages above, and below them a row for each owner, team or role. Cards move along their lane: to give
 * a deal away is no move.
 */
export function BoardLanes({
  stageKeys,
  use,
  lanes,
}: {
  stageKeys: readonly string[];
  use: CardUse;
  lanes: LanesUse;
}) {
  const t = useTranslations("deals.board");
  const text = useText();
  const nameOf = useLaneName(lanes, use);
  const { data, shell } = use;
  const { lifted, over } = lanes;
  const moves = lifted && over !== null && over !== lifted.stageKey;
  const deltaOf = (key: string) => (!moves ? 0 : key === over ? 1 : key === lifted.stageKey ? -1 : 0);
  const scroller = useRef<HTMLElement>(null);
  const heads = useRef<HTMLDivElement>(null);
  // The heading of a lane stays in sight below the stages, however high those are.
  useEffect(() => {
    if (!heads.current) return;
    const seen = new ResizeObserver(([entry]) =>
      scroller.current?.style.setProperty("--heads", `${entry?.borderBoxSize[0]?.blockSize ?? 0}px`),
    );
    seen.observe(heads.current);
    return () => seen.disconnect();
  }, []);
  return (
    <section
      ref={scroller}
      aria-label={t("label", { process: text(shell.process.name) })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="relative min-h-0 flex-1 scroll-pt-24 overflow-auto pb-1"
    >
      <div
        className="grid gap-x-3"
        style={{
          gridTemplateColumns: `repeat(${stageKeys.length}, minmax(0, 1fr))`,
          minWidth: `${stageKeys.length * 15.75 - 0.75}rem`,
        }}
      >
        <div ref={heads} className="sticky top-0 z-10 col-span-full grid grid-cols-subgrid bg-canvas pb-1">
          {stageKeys.map((stageKey) => (
            <div key={stageKey} className="min-w-0 rounded-card bg-sunken">
              <StageHead
                stageKey={stageKey}
                column={figuresOfStage(data, stageKey)}
                shell={shell}
                delta={deltaOf(stageKey)}
              />
            </div>
          ))}
        </div>
        {lanes.lanes.all.map((lane) => {
          const open = !lanes.folded.includes(lane.key);
          const name = nameOf(lane);
          return (
            <section
              key={lane.key}
              aria-label={name}
              className="col-span-full grid grid-cols-subgrid border-b border-line py-1.5"
            >
              <LaneHead
                lane={lane.key}
                name={name}
                figures={figuresOfLane(data, lane.key)}
                open={open}
                onToggle={() => lanes.toggle(lane.key)}
                className="sticky top-(--heads) z-5 col-span-full bg-canvas"
              />
              {open &&
                stageKeys.map((stageKey) => (
                  <LaneCell
                    key={stageKey}
                    stageKey={stageKey}
                    lane={lane.key}
                    use={use}
                    over={lifted?.lane === lane.key && moves === true && over === stageKey}
                    away={lifted !== null && lifted.lane !== lane.key}
                    onMore={lanes.onMore}
                  />
                ))}
            </section>
          );
        })}
      </div>
      <LanesRest data={data} lanes={lanes} className="sticky left-0" />
    </section>
  );
}

/** The lanes on a phone: of the chosen stage, one under the other. */
export function LanesPhone({ stageKey, use, lanes }: { stageKey: string; use: CardUse; lanes: LanesUse }) {
  const nameOf = useLaneName(lanes, use);
  return (
    <div className="relative -mx-4 min-h-0 flex-1 overflow-y-auto px-4 pb-2">
      {lanes.lanes.all.map((lane) => {
        const column = columnAt(use.data, { stageKey, lane: lane.key });
        if (!column?.count) return null;
        const open = !lanes.folded.includes(lane.key);
        const name = nameOf(lane);
        return (
          <section key={lane.key} aria-label={name} className="border-b border-line py-1">
            <LaneHead
              lane={lane.key}
              name={name}
              figures={column}
              open={open}
              onToggle={() => lanes.toggle(lane.key)}
            />
            {open && <LaneCell stageKey={stageKey} lane={lane.key} use={use} bare onMore={lanes.onMore} />}
          </section>
        );
      })}
      <LanesRest data={use.data} lanes={lanes} stageKey={stageKey} />
    </div>
  );
}
