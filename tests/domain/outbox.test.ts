import { describe, expect, it } from "vitest";
import { refuse } from "@/lib/domain/shared/result";
import { deliver, type Shelf } from "@/lib/platform/outbox/deliver";
import type { Entry } from "@/lib/platform/outbox/entry";
import type { Result } from "@/lib/platform/verb";

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  org: "acme",
  member: "me",
  madeAt: "2026-11-25T09:00:00Z",
  verb: "deal.log-activity",
  input: {},
  about: "Acme",
  what: "call",
  state: "waiting",
  refusal: null,
  tries: 0,
  ...more,
});

function shelfOf(...entries: Entry[]) {
  const kept = new Map(entries.map((one) => [one.id, one]));
  const shelf: Shelf = {
    waiting: async () => [...kept.values()].filter(({ state }) => state === "waiting"),
    remove: async (id) => void kept.delete(id),
    change: async (id, change) => {
      const before = kept.get(id);
      if (before) kept.set(id, { ...before, ...change });
    },
  };
  return { shelf, kept };
}

/** A server that keeps each key once. The answers named are lost on their way back. */
function server(lost: readonly string[] = []) {
  const has = new Map<string, number>();
  const left = [...lost];
  const send = async ({ id }: Entry): Promise<Result<unknown>> => {
    has.set(id, has.get(id) ?? 1);
    const at = left.indexOf(id);
    if (at < 0) return { ok: true, value: null };
    left.splice(at, 1);
    return { ok: false, refusal: refuse("offline") };
  };
  return { has, send };
}
const refused =
  (codes: Readonly<Record<string, string>>) =>
  async ({ id }: Entry): Promise<Result<unknown>> =>
    codes[id] ? { ok: false, refusal: refuse(codes[id]) } : { ok: true, value: null };

describe("what waits on a device", () => {
  it("leaves once the server has it", async () => {
    const { shelf, kept } = shelfOf(entry("a"), entry("b"));
    const { has, send } = server();
    expect(await deliver(shelf, send)).toBe("done");
    expect([...has.keys()]).toEqual(["a", "b"]);
    expect(kept.size).toBe(0);
  });

  it("stays when the answer is lost, is sent again under its own key, and is had once", async () => {
    const { shelf, kept } = shelfOf(entry("a"), entry("b"));
    const { has, send } = server(["a", "a", "b"]);
    expect(await deliver(shelf, send)).toBe("later");
    expect([...kept.values()].map(({ id, tries }) => [id, tries])).toEqual([
      ["a", 1],
      ["b", 0],
    ]);
    expect(await deliver(shelf, send)).toBe("later");
    expect(await deliver(shelf, send)).toBe("later");
    expect(await deliver(shelf, send)).toBe("done");
    expect([...has]).toEqual([
      ["a", 1],
      ["b", 1],
    ]);
    expect(kept.size).toBe(0);
  });

  it("counts as sent when the server says that it is there already", async () => {
    const { shelf, kept } = shelfOf(entry("a"));
    expect(await deliver(shelf, refused({ a: "already-there" }))).toBe("done");
    expect(kept.size).toBe(0);
  });

  it("stays with the reason when it is refused, and holds up no other", async () => {
    const { shelf, kept } = shelfOf(entry("a"), entry("b"), entry("c"));
    expect(await deliver(shelf, refused({ a: "run-closed", b: "failed" }))).toBe("later");
    expect(kept.get("a")).toMatchObject({ state: "refused", refusal: { code: "run-closed" } });
    expect(kept.get("b")).toMatchObject({ state: "waiting", tries: 1 });
    expect(kept.has("c")).toBe(false);
    // What was refused is not sent again by itself.
    expect(await deliver(shelf, refused({}))).toBe("done");
    expect([...kept.keys()]).toEqual(["a"]);
  });

  it("is tried again later when others change too much at this moment", async () => {
    const { shelf, kept } = shelfOf(entry("a"), entry("b"));
    expect(await deliver(shelf, refused({ a: "busy" }))).toBe("later");
    expect([...kept.values()]).toMatchObject([{ state: "waiting", tries: 1 }]);
    expect(await deliver(shelf, refused({}))).toBe("done");
    expect(kept.size).toBe(0);
  });

  it.each(["signed-out", "somebody-else"])("is left alone when %s", async (code) => {
    const { shelf, kept } = shelfOf(entry("a"), entry("b"));
    expect(await deliver(shelf, refused({ a: code }))).toBe("signed-out");
    expect([...kept.values()].map(({ state }) => state)).toEqual(["waiting", "waiting"]);
  });

  it("does not come back when it was thrown away while it was on its way", async () => {
    const { shelf, kept } = shelfOf(entry("a"));
    const send = async (): Promise<Result<unknown>> => {
      kept.delete("a");
      return { ok: false, refusal: refuse("failed") };
    };
    await deliver(shelf, send);
    expect(kept.size).toBe(0);
  });

  it("waits for its person while it is unfinished", async () => {
    const { shelf, kept } = shelfOf(entry("a", { state: "unfinished" }));
    const { has, send } = server();
    expect(await deliver(shelf, send)).toBe("done");
    expect(has.size).toBe(0);
    expect(kept.size).toBe(1);
  });
});
