"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { announce } from "@/components/ui/live-region";
import { notify } from "@/components/ui/toast";
import { isTyping } from "@/components/ui/typing";
import { newStage } from "@/lib/domain/process/blank";
import { checkDocument } from "@/lib/domain/process/check";
import { settle } from "@/lib/domain/process/inherit";
import { LIMITS } from "@/lib/domain/process/limits";
import { allSteps } from "@/lib/domain/process/locate";
import type { Problem } from "@/lib/domain/process/problems";
import type { RegisterEntry } from "@/lib/domain/registers/types";
import { type CommentsView, openRemarks } from "@/lib/features/comments/view";
import { discardDraft, setProcess } from "@/lib/features/processes/actions";
import type { DraftChanged, ProcessDraft } from "@/lib/features/processes/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";
import { handMarks, handsView } from "../hands/hands-view";
import { Lanes } from "../lanes";
import { routeOf } from "../route-view";
import { useWords } from "../words";
import { AddLine } from "./add-line";
import { CheckPanel } from "./check-panel";
import { Colleagues } from "./colleagues";
import { addStepElementId, EditingContext } from "./editing";
import { EntriesProvider } from "./entries";
import { EditorHeader } from "./header";
import { KeysHelp } from "./keys-help";
import { laneOf } from "./lane-view";
import { Panel, SeveralPanel, TimingDialog, useLateParts } from "./late-parts";
import { END, usualOwners } from "./moves";
import { Notices } from "./notices";
import { RemarksContext } from "./remarks-context";
import { revealPlace } from "./reveal";
import { marksOf, type Selection, selectionOf, stillThere } from "./selection";
import { StageLane } from "./stage-lane";
import { TypedLineDock } from "./typed-line";
import { placeOf, stillPlaced, type TypedPlace } from "./typed-place";
import { useColleagues } from "./use-colleagues";
import { useDraft } from "./use-draft";
import { useDrag } from "./use-drag";
import { useEditingTools } from "./use-editing-tools";
import { useLost } from "./use-lost";
import { usePicked } from "./use-picked";

/** The process designer: the line with its lanes, the card beside it, the check, and the way to publish. */
export function DraftEditor({
  org,
  draft,
  comments,
  registers,
}: {
  org: string;
  draft: ProcessDraft;
  comments: CommentsView;
  registers: readonly RegisterEntry[];
}) {
  const router = useRouter();
  const say = useRefusal();
  const words = useWords(draft, draft.category);
  const { t } = words;
  const { store, state, handOver } = useDraft(org, draft);
  const { document: doc } = state;
  const asks = useSearchParams().get("step");
  const [shown, setSelection] = useState<Selection | null>(asks ? { kind: "step", key: asks } : null);
  const readDocument = useCallback(() => store.read().document, [store]);
  const { keys: pickedKeys, picking } = usePicked(doc, readDocument);
  // Null until it is first opened: what it opens is fetched only then.
  const [publishing, setPublishing] = useState(false);
  const [timing, setTiming] = useState<boolean | null>(null);
  const [head, setHead] = useState({ name: words.text(draft.name), version: draft.version });
  const [typing, setTyping] = useState<TypedPlace | null>(null);
  const [line, setLine] = useState("");
  const [ghost, setGhost] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const typeAt = useCallback((at: TypedPlace) => {
    setTyping(at);
    input.current?.focus();
  }, []);
  const tools = useEditingTools(store, words, setSelection, picking, draft.known, typeAt, say);
  const over = useDrag(tools.putStep);
  const asked = useRef(0);
  useLateParts();

  const problems = useMemo(() => checkDocument(doc, draft.known), [doc, draft.known]);
  const marks = useMemo(() => marksOf(problems), [problems]);
  const held = useMemo(() => settle(doc, draft.known.timing), [doc, draft.known.timing]);
  const route = useMemo(() => routeOf(held, words), [held, words]);
  const hands = useMemo(() => handMarks(handsView(held, draft, words), words), [held, draft, words]);
  const usual = useMemo(() => usualOwners(doc, 2), [doc]);
  const selection = stillThere(shown, doc);
  const { lost, letGo } = useLost(state, shown);
  const colleagues = useColleagues(org, draft, store, selection);
  // Choosing a step or stage moves the line there; typing on moves it down.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another choice moves it
  useEffect(() => setTyping(null), [selection?.kind, selection?.key]);
  const place = stillPlaced(doc, typing) ?? placeOf(doc, selection);
  const errors = problems.filter((problem) => problem.severity === "error");

  const go = useCallback(
    (problem: Problem) => {
      asked.current++;
      tools.select(selectionOf(problem.place, asked.current));
      const { stageKey, field } = problem.place;
      revealPlace(problem.place);
      // What is missing has no field of its own: the place where it is typed takes the focus.
      if (stageKey && !field)
        requestAnimationFrame(() => document.getElementById(addStepElementId(stageKey))?.focus());
    },
    [tools],
  );
  const undo = useCallback(() => {
    const { canUndo } = store.read();
    if (store.undo()) announce(t("editor.undone"));
    else if (canUndo) notify({ title: t("editor.notUndone"), id: "undo" });
  }, [store, t]);
  const redo = useCallback(() => {
    const { canRedo } = store.read();
    if (store.redo()) announce(t("editor.redone"));
    else if (canRedo) notify({ title: t("editor.notRedone"), id: "undo" });
  }, [store, t]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const letter = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event)) return;
      if (letter === "z" && event.shiftKey) redo();
      else if (letter === "z") undo();
      else if (letter === "y") redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [undo, redo]);
  useEffect(() => {
    if (state.merged > 0) notify({ title: t("editor.merged"), id: "merged" });
  }, [state.merged, t]);

  // What is published is what stands there: the page opens once everything is saved.
  useEffect(() => {
    // Without a connection it would open at some later moment, in the middle of other work.
    if (publishing && state.unsent > 0 && state.trouble !== null) {
      setPublishing(false);
      notify({ title: t("publish.waitSaved") });
    }
    if (!publishing || state.unsent > 0) return;
    setPublishing(false);
    router.push(paths.publish(org, draft.id));
  }, [publishing, state.unsent, state.trouble, router, org, draft.id, t]);
  const publish = () => {
    const [first] = errors;
    if (!first) {
      if (state.unsent > 0) announce(t("publish.waitSaved"));
      return setPublishing(true);
    }
    announce(t("publish.toErrors", { count: errors.length }));
    go(first);
  };
  const rename = async (typed: string) => {
    const input = {
      processId: draft.id,
      version: head.version,
      set: { name: { ...draft.name, [words.locale]: typed } },
    };
    const result = await setProcess(org, input);
    if (result.ok) setHead({ name: typed, version: result.value.version });
    else notify({ title: say(result.refusal), tone: "bad" });
  };
  const discard = async () => {
    const { revision, unsent } = store.read();
    // What is still on its way would make it another draft than the one that was looked at.
    if (unsent > 0) return void notify({ title: t("publish.waitSaved") });
    const input = { processId: draft.id, versionId: draft.versionId, revision };
    const result = await discardDraft(org, input);
    if (!result.ok) {
      const { code, current } = result.refusal;
      if (code === "draft-changed") store.receive(current as DraftChanged);
      return void notify({ title: say(result.refusal), tone: "bad" });
    }
    router.push(draft.published ? paths.process(org, draft.id) : paths.processes(org));
    router.refresh();
  };
  const addStage = (typed: string) =>
    tools.edit([{ type: "stage.add", stage: newStage(newId(), { [words.locale]: typed }), index: END }]);

  const remarks = useMemo(() => ({ org, processId: draft.id, view: comments }), [org, draft.id, comments]);
  const chosen = selection ? `${selection.kind}:${selection.key}` : null;
  const said = useMemo(() => openRemarks(comments), [comments]);
  const at = { chosen, picked: pickedKeys, colleagues: colleagues.at };
  const shownOn = { doc, words, ...at, marks, hands, usual, said };
  const days = held.stages.reduce((sum, stage) => sum + (stage.plannedDays ?? 0), 0);
  const steps = allSteps(doc);
  return (
    <EditingContext value={tools}>
      <RemarksContext value={remarks}>
        <div className="flex min-w-0">
          <div className="flex min-h-dvh min-w-0 flex-1 flex-col gap-4">
            <EditorHeader
              org={org}
              draft={draft}
              state={state}
              name={head.name}
              colleagues={<Colleagues all={colleagues.all} />}
              check={<CheckPanel problems={problems} doc={doc} onGo={go} />}
              onRename={rename}
              onUndo={undo}
              onRedo={redo}
              onPublish={publish}
              onDiscard={discard}
              onTiming={() => setTiming(true)}
            />
            <Notices
              org={org}
              processId={draft.id}
              state={state}
              lost={lost}
              over={selection !== null || pickedKeys.size > 1}
              onLetGo={letGo}
              onDismiss={store.dismiss}
              onHandOver={handOver}
            />
            <div className="px-4 sm:px-6">
              {doc.stages.length === 0 ? (
                <EmptyState title={t("editor.emptyTitle")}>
                  <p className="mb-3">{t("editor.emptyText")}</p>
                  <AddLine
                    label={t("editor.addStage")}
                    name={t("editor.addStage")}
                    placeholder={t("editor.addStagePlaceholder")}
                    limit={LIMITS.name}
                    onAdd={addStage}
                    startOpen
                  />
                </EmptyState>
              ) : (
                <Lanes
                  label={t("map.lanes")}
                  count={doc.stages.length}
                  buyer={t("map.buyer")}
                  legend={t("map.legend")}
                  end={words.end}
                  after={
                    <AddLine
                      label={t("editor.addStage")}
                      name={t("editor.addStage")}
                      placeholder={t("editor.addStagePlaceholder")}
                      limit={LIMITS.name}
                      onAdd={addStage}
                    />
                  }
                >
                  {doc.stages.map((stage, index) => {
                    const part = route.stages[index];
                    const inherited = held.stages[index];
                    return (
                      part &&
                      inherited && (
                        <StageLane
                          key={stage.key}
                          view={laneOf(stage, inherited, part, shownOn)}
                          first={index === 0}
                          ghost={
                            ghost !== null && place?.stageKey === stage.key ? { ...place, name: ghost } : null
                          }
                          drop={over?.stageKey === stage.key ? over : null}
                        />
                      )
                    );
                  })}
                </Lanes>
              )}
            </div>
            {place && (
              <div
                data-dock
                className="sticky bottom-[calc(4rem+env(safe-area-inset-bottom))] z-10 mt-auto sm:bottom-2"
              >
                <TypedLineDock
                  doc={doc}
                  names={draft}
                  place={place}
                  text={line}
                  input={input}
                  onText={setLine}
                  onPlace={setTyping}
                  onGhost={setGhost}
                />
              </div>
            )}
            <footer className="flex flex-wrap items-center justify-between gap-x-6 px-4 pb-2 text-caption font-normal text-ink-3 sm:px-6">
              <p>
                {t("editor.footer", {
                  steps: t("counts.steps", { count: steps.length }),
                  key: t("counts.keySteps", {
                    count: steps.filter((step) => step.importance === "key").length,
                  }),
                  days: t("counts.days", { count: days }),
                })}
              </p>
              <KeysHelp />
            </footer>
          </div>
          <EntriesProvider org={org} first={registers}>
            {pickedKeys.size > 1 ? (
              <SeveralPanel keys={pickedKeys} doc={doc} draft={draft} onClose={picking.clear} />
            ) : (
              selection && <Panel selection={selection} doc={doc} draft={draft} />
            )}
          </EntriesProvider>
        </div>
        {timing !== null && <TimingDialog doc={doc} open={timing} onOpenChange={setTiming} />}
      </RemarksContext>
    </EditingContext>
  );
}
