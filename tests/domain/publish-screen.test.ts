import { describe, expect, it } from "vitest";
import { readPages } from "@/components/processes/publish/all-moves";
import { readKept, UNSAID, writeKept } from "@/components/processes/publish/kept-publish";
import { moveInParts, PART } from "@/components/processes/publish/move-in-parts";
import { refuse } from "@/lib/domain/shared/result";
import type { Moves } from "@/lib/features/processes/view";

const PAGE = 2;
/** A list of open deals as the server gives it, two at a time; `asked` notes after which each page was asked. */
function list(ids: readonly string[], asked: (string | null)[] = []) {
  return async (after: string | null) => {
    asked.push(after);
    const from = after === null ? 0 : ids.indexOf(after) + 1;
    const deals = ids.slice(from, from + PAGE).map((id) => ({ id }));
    const next = from + PAGE < ids.length ? (deals.at(-1)?.id ?? null) : null;
    return { ok: true as const, value: { total: ids.length, deals, next } as unknown as Moves };
  };
}
const read = async (ids: readonly string[], pages: number, wanted: readonly string[]) => {
  const asked: (string | null)[] = [];
  const found = await readPages(list(ids, asked), { pages, wanted: new Set(wanted) });
  if ("refused" in found) throw new Error(found.code);
  return { ids: found.moves.deals.map(({ id }) => id), next: found.moves.next, pages: found.pages, asked };
};
const SEVEN = ["a", "b", "c", "d", "e", "f", "g"];

describe("open deals read anew", () => {
  it("come as far as they were shown", async () => {
    expect(await read(SEVEN, 1, [])).toMatchObject({ ids: ["a", "b"], next: "b", pages: 1 });
    expect(await read(SEVEN, 3, ["a"])).toMatchObject({ ids: SEVEN.slice(0, 6), next: "f", pages: 3 });
  });

  it("come on until every chosen one is there", async () => {
    const found = await read(SEVEN, 1, ["b", "e"]);
    expect(found).toMatchObject({ ids: SEVEN.slice(0, 6), pages: 3, asked: [null, "b", "d"] });
  });

  it("end where they end, also when a chosen one is gone", async () => {
    expect(await read(SEVEN, 1, ["x"])).toMatchObject({ ids: SEVEN, next: null, pages: 4 });
    expect(await read([], 5, ["x"])).toMatchObject({ ids: [], next: null, pages: 1 });
  });

  it("stop at a refusal and say which", async () => {
    const pages = { pages: 9, wanted: new Set<string>() };
    const gone = await readPages(
      async (after) => (after === null ? list(SEVEN)(null) : { ok: false, refusal: refuse("not-found") }),
      pages,
    );
    expect(gone).toMatchObject({ code: "not-found" });
  });
});

describe("many deals moved", () => {
  const deals = Array.from({ length: 2 * PART + 3 }, (_, at) => ({ id: `deal-${at}` }));
  const switched = (part: readonly { id: string }[]) =>
    ({
      ok: true,
      value: { moved: part.slice(1), kept: part.slice(0, 1).map(({ id }) => ({ id, why: "stale" })) },
    }) as never;

  it("go in parts, and it says how far it is", async () => {
    const asked: number[] = [];
    const all = await moveInParts(
      deals,
      async (part) => switched(part),
      (count) => asked.push(count),
    );
    expect(asked).toEqual([PART, 2 * PART, deals.length]);
    expect(all.moved).toHaveLength(deals.length - 3);
    expect(all.kept.map(({ id }) => id)).toEqual(["deal-0", `deal-${PART}`, `deal-${2 * PART}`]);
    expect(
      await moveInParts(
        [],
        async (part) => switched(part),
        () => {},
      ),
    ).toEqual({ moved: [], kept: [] });
  });

  it("stay from the part on that is refused, with the reason", async () => {
    let part = 0;
    const all = await moveInParts(
      deals,
      async (some) => (part++ === 0 ? switched(some) : { ok: false, refusal: refuse("offline") }),
      () => {},
    );
    expect(all.moved).toHaveLength(PART - 1);
    expect(all.kept.slice(1)).toEqual(deals.slice(PART).map(({ id }) => ({ id, why: "offline" })));
    expect(part).toBe(2);
  });
});

describe("what is filled in on the publish page", () => {
  const kept = {
    why: "It goes quiet after the proposal",
    form: { metric: "stage-days", direction: "down", size: "4", stageKey: "proposal" },
    stages: { old: "proposal" },
    chosen: ["deal-1", "deal-2"],
  } as const;

  it("comes back as it was", () => {
    expect(readKept(writeKept(kept))).toEqual(kept);
    expect(readKept(writeKept({ ...kept, why: "x".repeat(5_000) }))?.why).toHaveLength(5_000);
  });

  it("is nothing while nothing is filled in", () => {
    expect(writeKept({ why: "  ", form: UNSAID, stages: {}, chosen: [] })).toBeNull();
    expect(writeKept({ why: "", form: UNSAID, stages: {}, chosen: ["deal-1"] })).not.toBeNull();
    expect(readKept(null)).toBeNull();
  });

  it("passes over what is not as it should be", () => {
    for (const text of ["", "{", "null", "[]x"]) expect(readKept(text)).toBeNull();
    expect(readKept('{"why":3,"form":{"metric":"gone"},"chosen":["a",1],"stages":{"a":"b","c":2}}')).toEqual({
      why: "",
      form: UNSAID,
      stages: { a: "b" },
      chosen: ["a"],
    });
  });
});
