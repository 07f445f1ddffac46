"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { notify } from "@/components/ui/toast";
import { moveDeals } from "@/lib/features/processes/actions";
import type { Moves } from "@/lib/features/processes/view";
import { paths } from "@/lib/platform/paths";
import { useWords } from "../words";
import { KeptDeals } from "./kept-deals";
import { moveInParts } from "./move-in-parts";
import { OpenDeals } from "./open-deals";
import { useMoves } from "./use-moves";
import { useTellMoves } from "./use-tell-moves";

/** Open deals on older versions, which may go over to what is published whenever somebody wants. */
export function MovePage({ org, moves }: { org: string; moves: Moves }) {
  const router = useRouter();
  const words = useWords({ roles: [], departments: [] }, moves.category);
  const { t } = words;
  const moving = useMoves(org, moves, "published");
  const { kept, letGo, tellKept, undoOf } = useTellMoves(org, moving.shown, words);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(0);
  const { versionId, number } = moves.target;
  const { going } = moving;

  const move = async () => {
    setBusy(true);
    setAsked(0);
    const switched = await moveInParts(
      going.map((deal) => ({ ...deal, versionId })),
      (deals) => moveDeals(org, { processId: moves.id, deals }),
      setAsked,
    );
    setBusy(false);
    const { moved } = switched;
    moving.choose(
      moved.map(({ id }) => id),
      false,
    );
    if (moved.length > 0)
      notify({ title: t("publish.moved", { count: moved.length }), undo: undoOf(switched) });
    tellKept(switched);
    router.refresh();
  };
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: t("title"), href: paths.processes(org) },
          { label: words.text(moves.name) || t("untitled.process"), href: paths.process(org, moves.id) },
        ]}
        title={t("publish.moveTitle", { number: number ?? 0 })}
        sub={t("publish.moveText")}
      />
      {moves.total === 0 ? (
        <EmptyState title={t("publish.moveEmptyTitle")}>{t("publish.moveEmpty")}</EmptyState>
      ) : (
        <Card title={t("publish.open", { count: moves.total })}>
          <OpenDeals org={org} moving={moving} words={words} />
          {busy && asked > 0 && (
            <p role="status" className="tnum mt-2 text-caption text-ink-2">
              {t("publish.movingNow", { asked, all: going.length })}
            </p>
          )}
          <Button
            className="mt-4"
            variant="primary"
            loading={busy}
            aria-disabled={going.length === 0 || undefined}
            onClick={() => (going.length > 0 ? move() : undefined)}
          >
            {t("publish.move", { count: going.length })}
          </Button>
        </Card>
      )}
      {kept && <KeptDeals org={org} {...kept} words={words} onClose={letGo} />}
    </Page>
  );
}
