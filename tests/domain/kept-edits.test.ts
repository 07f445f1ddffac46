import { describe, expect, it } from "vitest";
import { keptEdits } from "@/components/processes/editor/kept-edits";

type Ask = { work: () => Promise<unknown>; signal: AbortSignal };

/** A browser's storage and locks: a lock is given to one at a time, in the order in which it was asked for. */
function browser({ locking = true } = {}) {
  const held = new Map<string, Ask[]>();
  const next = async (name: string): Promise<void> => {
    const [first] = held.get(name) ?? [];
    if (!first) return;
    if (!first.signal.aborted) await first.work();
    held.get(name)?.shift();
    await next(name);
  };
  const request = (name: string, { signal }: { signal: AbortSignal }, work: () => Promise<unknown>) => {
    const line = held.get(name) ?? [];
    held.set(name, line);
    line.push({ work, signal });
    return line.length === 1 ? next(name) : Promise.resolve();
  };
  const store: Record<string, string> = {};
  const methods = {
    getItem: (name: string) => store[name] ?? null,
    setItem: (name: string, text: string) => {
      store[name] = text;
    },
    removeItem: (name: string) => {
      delete store[name];
    },
  };
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(store, name, { value });
  const all = {
    localStorage: store as unknown as Storage,
    navigator: { locks: locking ? ({ request } as unknown as LockManager) : undefined },
  };
  const open = (tab: string, draft = "v1", member = "anna") => {
    const got: string[] = [];
    const kept = keptEdits(draft, member, all, tab);
    const close = kept.hold((text) => got.push(text));
    return { ...kept, got, close };
  };
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  return { store, open, settle };
}

describe("what tabs keep of one draft", () => {
  it("stays apart: neither overwrites nor takes what the other has", async () => {
    const { store, open, settle } = browser();
    const one = open("one");
    one.write("edits of one");
    const two = open("two");
    two.write("edits of two");
    await settle();
    expect(Object.values(store).sort()).toEqual(["edits of one", "edits of two"]);
    expect([one.got, two.got]).toEqual([[], []]);
    two.write(null);
    expect(Object.values(store)).toEqual(["edits of one"]);
  });

  it("is taken up once by the next tab that opens, also when it opens before the other is gone", async () => {
    const { store, open, settle } = browser();
    const [one, two] = [open("one"), open("two")];
    one.write("edits of one");
    two.write("edits of two");
    one.close();
    await settle();
    const three = open("three");
    const four = open("four");
    await settle();
    expect([three.got, four.got]).toEqual([["edits of one"], []]);
    two.close();
    await settle();
    expect([three.got, four.got]).toEqual([["edits of one", "edits of two"], []]);
    expect(store).toEqual({});
  });

  it("is left alone by another draft, and by a tab that was closed while it waited", async () => {
    const { store, open, settle } = browser();
    const one = open("one");
    one.write("edits of one");
    const [two, other] = [open("two"), open("other", "v2")];
    two.close();
    one.close();
    await settle();
    expect([two.got, other.got]).toEqual([[], []]);
    expect(Object.values(store)).toEqual(["edits of one"]);
  });

  it("comes back in a browser without locks", async () => {
    const { store, open } = browser({ locking: false });
    open("one").write("edits of one");
    expect(open("two").got).toEqual(["edits of one"]);
    expect(store).toEqual({});
  });

  it.each([true, false])("is never taken up by who signs in after, with locks: %s", async (locking) => {
    const { store, open, settle } = browser({ locking });
    store["koers.draft.v1"] = "edits of nobody known";
    const one = open("one");
    one.write("edits of Anna");
    one.close();
    await settle();
    const bram = open("two", "v1", "bram");
    await settle();
    expect(bram.got).toEqual([]);
    const anna = open("three");
    await settle();
    expect(anna.got).toEqual(["edits of Anna"]);
  });
});
