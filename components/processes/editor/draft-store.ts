import { agreeFirst } from "@/lib/domain/process/agreed";
import { applyEdit } from "@/lib/domain/process/edit";
import type { Edit, EditRefusal } from "@/lib/domain/process/edits";
import { invert } from "@/lib/domain/process/invert";
import { joined, lastTries } from "@/lib/domain/process/joined";
import { rebase } from "@/lib/domain/process/rebase";
import { withSeen } from "@/lib/domain/process/seen";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { isRefusal, type Refusal } from "@/lib/domain/shared/result";
import type { DraftGone, DraftSaved, EditsRefused } from "@/lib/features/processes/view";
import type { Result } from "@/lib/platform/verb";
import { type Batch, type Kept, readKept } from "./kept";
import { sameDocument } from "./same-document";

/** How deep undo reaches. */
const DEPTH = 100;
/** As many edits as one message carries; the server takes 200. */
const BATCH = 100;

type Turn = { readonly undo: readonly Edit[]; readonly redo: readonly Edit[]; readonly merge: string | null };

export type Trouble = "offline" | "signed-out" | "gone";
export type DraftState = {
  readonly document: ProcessDocument;
  readonly revision: number;
  /** Edits that the server has not confirmed yet. */
  readonly unsent: number;
  /** The moment of the last confirmed save, as an ISO string; null before the first. */
  readonly savedAt: string | null;
  readonly trouble: Trouble | null;
  /** The draft that is open now, when this one is gone. */
  readonly goneTo: string | null;
  /** Edits that no longer fit, with what was typed. */
  readonly refused: readonly EditRefusal[];
  /** How often a colleague's edits came in; the screen says so when it grows. */
  readonly merged: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

/** What the store needs from outside, so that it runs the same in a test. */
export type DraftPorts = {
  readonly send: (
    input: { revision: number; edits: readonly Edit[] },
    key: string,
  ) => Promise<Result<DraftSaved>>;
  readonly newKey: () => string;
  /** Calls back later; the answer of a timer. */
  readonly later: (ms: number, work: () => void) => void;
  /** Keeps what is not sent, and what did not fit, through a closed tab. */
  readonly keep?: (text: string | null) => void;
};

/**
 * A draft as one browser edits it. The document on screen is what the server confirmed with the edits on their way and
 * the waiting ones put on it; the same pure functions run on both sides. Lists are sent one after another; a list that got no
 * answer is sent again under its own key, so nothing is done twice.
 */
export class DraftStore {
  private base: { readonly document: ProcessDocument; readonly revision: number };
  private sending: Batch | null = null;
  private flying = false;
  private waiting: Edit[] = [];
  private undos: Turn[] = [];
  private redos: Turn[] = [];
  private failures = 0;
  private planned = false;
  private state: DraftState;
  private readonly listeners = new Set<() => void>();

  constructor(
    start: { readonly document: ProcessDocument; readonly revision: number },
    private readonly ports: DraftPorts,
  ) {
    this.base = start;
    this.state = {
      ...start,
      unsent: 0,
      savedAt: null,
      trouble: null,
      goneTo: null,
      refused: [],
      merged: 0,
      canUndo: false,
      canRedo: false,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly read = (): DraftState => this.state;

  /**
   * Does edits as one turn that one undo takes back; all or none. Edits with the same `merge` that follow each other
   * (the letters typed into one field) are one turn.
   */
  readonly edit = (edits: readonly Edit[], merge: string | null = null): EditRefusal | null => {
    const last = this.undos.at(-1);
    const begins = merge === null || last?.merge !== merge;
    const first = begins ? edits.flatMap((edit) => agreeFirst(this.state.document, edit)) : [];
    const done = this.put([...first, ...edits]);
    if (isRefusal(done)) return done;
    const turn =
      merge !== null && last?.merge === merge
        ? { ...last, redo: [...last.redo, ...done.redo], undo: [...done.undo, ...last.undo] }
        : { ...done, merge };
    this.undos = [
      ...(last && turn.merge !== null && last.merge === merge ? this.undos.slice(0, -1) : this.undos),
      turn,
    ];
    this.undos = this.undos.slice(-DEPTH);
    this.redos = [];
    this.change({});
    return null;
  };

  /** Takes the last turn back; false when nothing could be. */
  readonly undo = (): boolean => {
    const turn = this.undos.pop();
    if (!turn) return false;
    // What a colleague removed or changed meanwhile cannot come back this way; the turn is spent.
    const done = !isRefusal(this.put(turn.undo));
    if (done) this.redos.push(turn);
    this.change({});
    return done;
  };

  /** Does the last undone turn again; false when nothing could be. */
  readonly redo = (): boolean => {
    const turn = this.redos.pop();
    if (!turn) return false;
    const done = !isRefusal(this.put(turn.redo));
    if (done) this.undos.push({ ...turn, merge: null });
    this.change({});
    return done;
  };

  /** Takes up a colleague's newer draft while nothing of ours is on its way; what is comes back with it anyway. */
  readonly receive = (newer: { readonly revision: number; readonly document: ProcessDocument }): void => {
    if (this.sending || newer.revision <= this.base.revision) return;
    this.base = newer;
    // Only who was typing needs to hear that both are kept; the others see it happen.
    const typing = this.waiting.length > 0;
    if (this.rebaseWaiting({}) && typing) this.change({ merged: this.state.merged + 1 });
  };

  /** The draft was published or thrown away elsewhere. */
  readonly gone = (versionId: string | null): void => this.change({ trouble: "gone", goneTo: versionId });

  /** Adds an edit that could not be done to those that did not fit, so that what was typed in it can be taken back. */
  readonly shelve = (refused: EditRefusal): void =>
    this.change({ refused: lastTries([...this.state.refused, refused]) });

  /** Puts away the list of edits that did not fit. */
  readonly dismiss = (): void => this.change({ refused: [] });

  /** Takes up what a closed tab could not send, or what another draft of this process handed over; see `handOver`. */
  readonly takeOver = (text: string): void => {
    const kept = readKept(text);
    if (!kept) return;
    // A list under way there goes again under its own key; only where one is under way here too, it waits for its turn.
    const [sending, later] = this.sending ? [this.sending, kept.sending?.edits ?? []] : [kept.sending, []];
    this.takeUp({ ...kept, sending, waiting: [...this.waiting, ...later, ...kept.waiting] });
  };

  /** Gives what is not sent, for another draft of this process, and keeps none of it. */
  readonly handOver = (): string => {
    const waiting = [...(this.sending?.edits ?? []), ...this.waiting];
    const kept: Kept = { sending: null, waiting, refused: this.state.refused };
    this.sending = null;
    this.waiting = [];
    this.change({ refused: [] });
    return JSON.stringify(kept);
  };

  /** Sends now what waits, for example when the connection is back. */
  readonly flush = (): void => {
    if (this.flying || this.state.trouble === "gone") return;
    if (!this.sending) {
      if (this.waiting.length === 0) return;
      const edits = this.waiting.slice(0, BATCH);
      this.sending = { key: this.ports.newKey(), revision: this.base.revision, edits };
      this.waiting = this.waiting.slice(BATCH);
    }
    this.flying = true;
    this.keep();
    const { key, ...list } = this.sending;
    void this.ports.send(list, key).then((result) => {
      this.flying = false;
      if (result.ok) this.saved(result.value);
      else this.refused(result.refusal);
    });
  };

  /** Puts edits on the document and queues them; gives them with what was seen, and the edits that undo them. */
  private put(edits: readonly Edit[]): Pick<Turn, "undo" | "redo"> | EditRefusal {
    let document = this.state.document;
    const undo: Edit[] = [];
    const redo: Edit[] = [];
    for (const bare of edits) {
      const edit = withSeen(document, bare);
      const back = invert(document, edit);
      if (isRefusal(back)) return back;
      const next = applyEdit(document, edit);
      if (isRefusal(next)) return next;
      undo.unshift(back);
      redo.push(edit);
      document = next;
    }
    this.waiting = joined([...this.waiting, ...redo]);
    this.state = { ...this.state, document };
    this.plan(SOON);
    return { undo, redo };
  }

  private takeUp({ sending, waiting, refused }: Kept): void {
    // One kept by an older page does not say what it was made on.
    this.sending = sending && { ...sending, revision: sending.revision ?? this.base.revision };
    const onto = rebase([...(sending?.edits ?? []), ...waiting], this.base.document);
    // A list under way may have arrived before the tab closed: only its answer tells what fits, of it and of the rest.
    this.waiting = sending ? [...waiting] : [...onto.applied];
    const lost = sending ? [] : onto.refused.filter((refusal) => refusal.code !== "key-taken");
    this.change({
      document: onto.document,
      refused: lastTries([...this.state.refused, ...refused, ...lost]),
    });
    this.plan(0);
  }

  private saved({ revision, document, savedAt }: DraftSaved): void {
    this.failures = 0;
    const sent = this.sending?.edits ?? [];
    this.sending = null;
    // The answer to a repeat may be older than what this tab opened with, which then has the list in it.
    if (revision > this.base.revision)
      this.base = { revision, document: document ?? rebase(sent, this.base.document).document };
    const kept = this.rebaseWaiting({ savedAt, trouble: null });
    if (kept && document) this.change({ merged: this.state.merged + 1 });
    if (this.waiting.length > 0) this.plan(0);
  }

  private refused(refusal: Refusal): void {
    const current = refusal.current as Partial<EditsRefused & DraftGone> | undefined;
    if (refusal.code === "draft-gone") {
      this.gone(current?.versionId ?? null);
      return;
    }
    if (current?.document && current.revision !== undefined) {
      // Some of the list no longer fits: the rest goes again, and what was typed in the others is shown.
      this.base = { document: current.document, revision: current.revision };
      const again = rebase(this.sending?.edits ?? [], current.document);
      this.waiting = [...again.applied, ...this.waiting];
      this.sending = null;
      // New keys are unique: one that is taken arrived with an earlier message of ours.
      const lost = again.refused.filter((one) => one.code !== "key-taken");
      this.rebaseWaiting({ trouble: null, refused: [...this.state.refused, ...lost] });
      if (this.waiting.length > 0) this.plan(0);
      return;
    }
    if (["offline", "failed", "busy", "signed-out"].includes(refusal.code)) {
      this.change({ trouble: refusal.code === "signed-out" ? "signed-out" : "offline" });
      this.failures++;
      this.plan(Math.min(30_000, 1_000 * 2 ** this.failures));
      return;
    }
    // The server will never take this list: it is handed back whole.
    const lost = (this.sending?.edits ?? []).map((edit) => ({ ...refusal, edit }) as EditRefusal);
    this.sending = null;
    this.rebaseWaiting({ refused: [...this.state.refused, ...lost] });
    if (this.waiting.length > 0) this.plan(0);
  }

  /** Puts what waits on the newest document; false when some of it no longer fits. */
  private rebaseWaiting(more: Partial<DraftState>): boolean {
    const { document, applied, refused } = rebase(this.waiting, this.base.document);
    this.waiting = [...applied];
    this.change({
      ...more,
      document: sameDocument(document, this.state.document),
      revision: this.base.revision,
      refused: lastTries([...(more.refused ?? this.state.refused), ...refused]),
    });
    return refused.length === 0;
  }

  private plan(ms: number): void {
    if (this.planned && ms > 0) return;
    this.planned = true;
    this.ports.later(ms, () => {
      this.planned = false;
      this.flush();
    });
  }

  private keep(): void {
    const { sending, waiting } = this;
    const { refused } = this.state;
    const kept: Kept = { sending, waiting, refused };
    const empty = !sending && waiting.length === 0 && refused.length === 0;
    this.ports.keep?.(empty ? null : JSON.stringify(kept));
  }

  private change(more: Partial<DraftState>): void {
    this.state = {
      ...this.state,
      ...more,
      unsent: (this.sending?.edits.length ?? 0) + this.waiting.length,
      canUndo: this.undos.length > 0,
      canRedo: this.redos.length > 0,
    };
    this.keep();
    for (const listener of this.listeners) listener();
  }
}

/** Long enough for a burst of edits to travel together, short enough to feel saved at once. */
const SOON = 400;
