"use client";

import { Ellipsis, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { PageHeader } from "@/components/ui/page-header";
import { Present } from "@/components/ui/present";
import { directionOf } from "@/lib/domain/run/direction";
import type { DeviationReason, Outcome } from "@/lib/domain/run/events";
import { daysBetween } from "@/lib/domain/shared/day";
import { titleBeside } from "@/lib/domain/shared/title-beside";
import {
  deleteDeal,
  explainMove,
  giveEvidence,
  moveDeal,
  restoreDeal,
  undoMove,
} from "@/lib/features/deals/actions";
import type { DealStage } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";
import { CloseDialog } from "./close-dialog";
import { useDeal } from "./deal-provider";
import { EditSheet } from "./edit-sheet";
import { asksReason, criteriaIn, LeavingList } from "./leaving";
import { LogDialog } from "./log/log-dialog";
import { MoveMenu } from "./move-menu";
import { ReasonPanel } from "./reason-panel";
import { useMeeting } from "./use-meeting";
import type { Target } from "./use-moves";
import { useText } from "./words";

/** A move that waits for its reason, with the criteria without proof that ask for it. */
type Asking = { to: string; required: readonly string[] };

/** Name, money, owner and close of a deal, and everything that can be done with the whole of it. */
export function DealHeader() {
  const { org, deal, act, busy } = useDeal();
  const t = useTranslations("deals.deal");
  const all = useTranslations("deals");
  const text = useText();
  const format = useFormat();
  const router = useRouter();
  const moveButton = useRef<HTMLButtonElement>(null);
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [closing, setClosing] = useState<Outcome | null>(null);
  const [logging, setLogging] = useState(false);
  const [editing, setEditing] = useState(false);
  const open = deal.status === "open" && !deal.deleted;
  const may = deal.mayEdit && !deal.deleted;
  const stageName = (key: string | null) => text(deal.stages.find((stage) => stage.key === key)?.name);

  const { id, stageKey: from } = deal;
  const asks = (how: "back" | "skip" | "exit", to: string) =>
    all(`board.ask.${how}`, {
      name: deal.company?.name ?? deal.title,
      from: stageName(from),
      to: stageName(to),
    });
  const move = async (to: string, reason: DeviationReason | null) => {
    const direction = directionOf(
      deal.stages.map(({ key }) => key),
      from,
      to,
    );
    const refused = await act(
      (version) =>
        moveDeal(
          org,
          { id, version, to, deviation: reason ? { reason, note: null } : null },
          { key: newId() },
        ),
      {
        title: t("moved", { stage: stageName(to) }),
        undo: (_version, { seq }) => undoMove(org, { id, undo: seq }, { key: newId() }),
        why:
          direction === "forward" || reason
            ? undefined
            : {
                title: asks(direction, to),
                explain: (why, _version, { seq }) =>
                  explainMove(
                    org,
                    { id, move: seq, deviation: { reason: why, note: null } },
                    { key: newId() },
                  ),
              },
      },
    );
    const required = refused && asksReason(refused);
    if (required) setAsking({ to, required });
  };
  const choose = (target: Target) => {
    if (target.kind === "outcome") return setClosing(target.outcome);
    void move(target.stageKey, null);
  };
  const exits = asking && criteriaIn(deal.stages, asking.required);
  const tick = ({ key: criterionKey, evidence: kind }: DealStage["criteria"][number]) =>
    act((version) => giveEvidence(org, { id, version, criterionKey, kind }, { key: newId() }));
  const remove = async () => {
    const refused = await act((version) => deleteDeal(org, { id, version }, { key: newId() }), {
      title: t("deleted"),
      undo: (version) => restoreDeal(org, { id, version }, { key: newId() }),
    });
    if (!refused) router.push(paths.deals(org));
  };
  const colleagues = useMeeting();
  useCommands([
    may && { key: "l", label: t("keys.log"), run: () => setLogging(true) },
    may && open && { key: "m", label: t("keys.move"), run: () => setMenu(moveButton.current) },
    may && { key: "e", label: t("keys.edit"), run: () => setEditing(true) },
    may && open && { label: t("keys.close"), also: t("keys.closeWords"), run: () => setClosing("won") },
    may && { label: t("keys.delete"), away: true, run: () => void remove() },
  ]);

  const facts: ReactNode[] = [
    deal.amount && (
      <strong key="amount" className="tnum font-semibold text-ink">
        {format.money(deal.amount.minor, deal.amount.currency)}
      </strong>
    ),
    deal.owner.name,
    deal.expectedClose &&
      open &&
      t("closes", {
        day: format.day(deal.expectedClose, "year"),
        days: format.relativeDays(daysBetween(deal.today, deal.expectedClose)),
      }),
  ].filter(Boolean);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: all("title"), href: paths.deals(org, { process: deal.process.id }) },
          {
            label: deal.processVersion.number
              ? t("version", { process: text(deal.process.name), number: deal.processVersion.number })
              : text(deal.process.name),
          },
        ]}
        title={
          deal.company ? `${deal.company.name}, ${titleBeside(deal.title, deal.company.name)}` : deal.title
        }
        sub={facts.map((fact, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: facts have no identity and never move
          <span key={index}>
            {index > 0 && " · "}
            {fact}
          </span>
        ))}
        actions={
          <>
            <Present label={t("colleagues")} people={colleagues} />
            {may && (
              <>
                {open && (
                  <Button
                    ref={moveButton}
                    shortcut="M"
                    aria-haspopup="menu"
                    disabled={busy}
                    onClick={(event) => setMenu(event.currentTarget)}
                  >
                    {t("move")}
                  </Button>
                )}
                <Button shortcut="L" onClick={() => setLogging(true)}>
                  <Plus className="size-4" aria-hidden="true" />
                  {t("log")}
                </Button>
                <Menu
                  trigger={
                    <IconButton label={t("more")} variant="secondary" tooltip="end">
                      <Ellipsis className="size-4" aria-hidden="true" />
                    </IconButton>
                  }
                >
                  <MenuItem shortcut="E" onSelect={() => setEditing(true)}>
                    {t("edit")}
                  </MenuItem>
                  {open && <MenuItem onSelect={() => setClosing("won")}>{t("close")}</MenuItem>}
                  <MenuSeparator />
                  <MenuItem danger onSelect={remove}>
                    {t("delete")}
                  </MenuItem>
                </Menu>
              </>
            )}
          </>
        }
      />
      <MoveMenu
        anchor={menu}
        stages={deal.stages.map(({ key, name }) => ({ key, name: text(name) }))}
        here={from}
        onSelect={choose}
        onClose={() => setMenu(null)}
      />
      {asking && exits && (
        <ReasonPanel
          key={asking.to}
          title={asks("exit", asking.to)}
          kind="deviation"
          cancel={t("stay")}
          without={exits.every(({ given }) => given) ? all("board.ask.goOn") : null}
          onCancel={() => setAsking(null)}
          onAnswer={(reason) => {
            setAsking(null);
            void move(asking.to, reason as DeviationReason | null);
          }}
        >
          <LeavingList stage={null} criteria={exits} onTick={tick} />
        </ReasonPanel>
      )}
      {closing && <CloseDialog outcome={closing} onClose={() => setClosing(null)} />}
      {logging && <LogDialog onClose={() => setLogging(false)} />}
      {editing && <EditSheet onClose={() => setEditing(false)} />}
    </>
  );
}
