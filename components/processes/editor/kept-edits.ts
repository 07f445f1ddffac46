import { newId } from "@/lib/platform/id";
import { shelf, shelfName } from "@/lib/platform/typed/shelf";

/** What of the browser is needed, so that it runs the same in a test. Without locks nobody can tell whether a tab lives. */
type Browser = {
  readonly localStorage: Storage;
  readonly navigator: { readonly locks?: Pick<LockManager, "request"> | undefined };
};

/**
 * Where one tab keeps the unsent edits that `member` made to a draft, so that they survive it. Each tab has a place of its own, with a lock it
 * holds while it lives; a tab that opens the draft takes up what others left as soon as their lock is free.
 */
export function keptEdits(
  versionId: string,
  member: string,
  browser: Browser = window,
  tab: string = newId(),
) {
  const prefix = shelfName("draft", member, versionId);
  const own = `${prefix}.${tab}`;
  const at = (name: string) => shelf(() => browser.localStorage, name);

  /** Holds this tab's place and takes up what is left at others; the answer lets go of both. */
  const hold = (takeUp: (text: string) => void): (() => void) => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const adopt = (name: string) => {
      const text = signal.aborted ? null : at(name).read();
      if (text === null) return;
      takeUp(text);
      // Only now: what was taken up is kept at this tab's own place by then.
      at(name).write(null);
    };
    const left = namesIn(browser, prefix).filter((name) => name !== own);
    const { locks } = browser.navigator;
    if (!locks) {
      for (const name of left) adopt(name);
      return () => leaving.abort();
    }
    const ask = (name: string, work: () => unknown) =>
      void locks.request(name, { signal }, async () => work()).catch(() => undefined);
    ask(
      own,
      () => new Promise<void>((done) => signal.addEventListener("abort", () => done(), { once: true })),
    );
    // Asked for and waited on: a tab that lives keeps its edits to itself, one that is closing lets go in a moment.
    for (const name of left) ask(name, () => adopt(name));
    return () => leaving.abort();
  };
  return { write: at(own).write, hold };
}

function namesIn({ localStorage }: Browser, prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(`${prefix}.`));
  } catch {
    return [];
  }
}
