import { CircleAlert, CircleCheck } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { type Moves, movedFrom, type Publishing } from "@/lib/features/processes/view";
import { paths } from "@/lib/platform/paths";
import { changedThings } from "../changed-things";
import { ChangesList } from "../changes-list";
import { useWords } from "../words";
import { ForWhom, peopleOf } from "./for-whom";
import { Never } from "./never";
import { PublishForm } from "./publish-form";
import { ReplayExplain } from "./replay-explain";
import { replayFigures } from "./replay-figures";
import { DOTS, Flagged, ReplayStrip } from "./replay-strip";
import { TwoTracks } from "./two-tracks";
import { useHeadline } from "./use-headline";

/**
 * The last look before a version is fixed: what changes on the line, how the last deals went by it, for whom it changes
 * what, which open deals go over, what is expected and why.
 */
export function PublishPage({ org, view, moves }: { org: string; view: Publishing; moves: Moves }) {
  const words = useWords(view, view.category);
  const { t } = words;
  const headline = useHeadline(view, words);
  const { published, replay, number } = view;
  const things = changedThings(view.changes);
  const stageNames = Object.fromEntries(
    [...(published?.document.stages ?? []), ...view.document.stages].map((stage) => [stage.key, stage.name]),
  );
  const people = new Set(view.impacts.flatMap(({ owner }) => peopleOf(owner, view)));
  const name = words.text(view.name) || t("untitled.process");
  const clean = view.errors === 0;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: t("title"), href: paths.processes(org) },
          { label: name, href: paths.process(org, view.id) },
        ]}
        title={t("publish.title", { number })}
        actions={
          <>
            <span
              className={`inline-flex items-center gap-1.5 text-caption font-semibold ${clean ? "text-good" : "text-bad"}`}
            >
              {clean ? (
                <CircleCheck className="size-4" aria-hidden="true" />
              ) : (
                <CircleAlert className="size-4" aria-hidden="true" />
              )}
              {t("publish.checked", { errors: view.errors, hints: view.hints })}
            </span>
            <LinkButton variant="secondary" href={paths.draft(org, view.id)}>
              {t("publish.backToDraft")}
            </LinkButton>
          </>
        }
        sub={<p className="lead-sentence max-w-3xl text-ink">{headline}</p>}
      />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2 *:min-w-0">
        {published && things.length > 0 && (
          <>
            <Card className="lg:col-span-2">
              <TwoTracks
                before={published}
                after={{ number, document: view.document }}
                things={things}
                words={words}
              />
            </Card>
            <Card
              className="lg:col-span-2"
              title={t("publish.replayed", { count: replay?.cases.length ?? 0 })}
              sub={
                replay && replay.cases.length > 0 ? (
                  <Flagged replay={replay} words={words} />
                ) : (
                  t("replay.cases", { count: 0 })
                )
              }
              actions={
                replay &&
                replay.cases.length > 0 && (
                  <ul className="flex flex-wrap gap-x-5 gap-y-1 text-caption font-normal text-ink-2">
                    {(["kept", "otherwise", "not"] as const).map((dot) => (
                      <li key={dot} className="inline-flex items-center gap-2">
                        <span aria-hidden="true" className={`size-1.5 rounded-full border ${DOTS[dot]}`} />
                        {t(`publish.dot.${dot}`, { number })}
                      </li>
                    ))}
                  </ul>
                )
              }
            >
              <ChangesList
                changes={view.changes}
                stageNames={stageNames}
                movedFrom={movedFrom(view.changes, published.document)}
                words={words}
                numbered
                {...(replay &&
                  replay.cases.length > 0 && {
                    beside: (what, key) => (
                      <ReplayStrip
                        change={replay.changes.find((one) => one.what === what && one.key === key)}
                        words={words}
                      />
                    ),
                  })}
              />
            </Card>
            <Card
              className={moves.total === 0 ? "lg:col-span-2" : undefined}
              title={t("publish.forWhom")}
              sub={
                view.impacts.length > 0 &&
                t("publish.forWhomSub", { owners: view.impacts.length, people: people.size })
              }
            >
              <ForWhom view={view} words={words} />
            </Card>
          </>
        )}
        {replay && <Never org={org} view={view} replay={replay} words={words} />}
        <PublishForm
          org={org}
          head={view}
          versionId={view.versionId}
          revision={view.revision}
          number={number}
          before={published?.number ?? null}
          stages={view.document.stages}
          moves={moves}
          outlook={{ baselines: view.baselines, today: view.today, currency: view.currency }}
          blocked={!clean}
        />
      </div>
      {replay && <ReplayExplain org={org} cases={replay.cases} figures={replayFigures(view, words)} />}
    </Page>
  );
}
