import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerComment, removeComment, resolveComment, writeComment } from "@/lib/features/comments/commands";
import { commentsList } from "@/lib/features/comments/queries";
import { openRemarks } from "@/lib/features/comments/view";
import { createFromTemplate } from "@/lib/features/processes/commands";
import { processRead, processVersions } from "@/lib/features/processes/queries";
import { closePools } from "@/lib/platform/db/pools";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command, Query } from "@/lib/platform/verb";
import { publishedProcess } from "../support/process";
import { NOW, newWorld, type OrgWorld } from "../support/world";

let world: OrgWorld;
let processId: string;
beforeAll(async () => {
  world = await newWorld("Comments");
  processId = (await publishedProcess(world.org.id)).id;
});
afterAll(closePools);

type Who = "owner" | "manager" | "rep" | "otherRep" | "viewer";
const run = (who: Who, verb: Command, input: object) => execute(verb, world[who].caller, input, { now: NOW });
const list = async (who: Who = "manager") => {
  const result = await read(commentsList, world[who].caller, { processId });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
async function write(who: Who, more: object = {}): Promise<string> {
  const id = newId();
  const input = { id, processId, stepKey: "first-a", kind: "suggestion", body: "Ask earlier", ...more };
  expect(await run(who, writeComment, input)).toMatchObject({ ok: true });
  return id;
}
const find = async (id: string) => (await list()).comments.find((comment) => comment.id === id);

describe("remarks on a step", () => {
  it("are written by a rep on the published version, answered by a manager and accepted", async () => {
    const id = await write("rep");
    expect(
      await run("manager", answerComment, { id: newId(), commentId: id, body: "How early?" }),
    ).toMatchObject({ ok: true });
    expect(await run("manager", resolveComment, { id, resolution: "accepted" })).toMatchObject({ ok: true });
    expect(await find(id)).toMatchObject({
      stepKey: "first-a",
      kind: "suggestion",
      body: "Ask earlier",
      versionNumber: 1,
      resolution: "accepted",
      mine: false,
      answers: [{ kind: "answer", body: "How early?", mine: true }],
    });
    expect(await run("manager", resolveComment, { id, resolution: null })).toMatchObject({ ok: true });
    expect(await find(id)).toMatchObject({ resolution: null });
  });

  it("wait on their step until a suggestion is settled and a remark is answered", async () => {
    const open = async () => openRemarks(await list()).get("second-a") ?? 0;
    const before = await open();
    const suggestion = await write("rep", { stepKey: "second-a" });
    const remark = await write("rep", { stepKey: "second-a", kind: "comment" });
    expect(await open()).toBe(before + 2);
    await run("manager", answerComment, { id: newId(), commentId: remark, body: "True" });
    await run("manager", answerComment, { id: newId(), commentId: suggestion, body: "Let me see" });
    expect(await open()).toBe(before + 1);
    await run("manager", resolveComment, { id: suggestion, resolution: "declined" });
    expect(await open()).toBe(before);
  });

  it("are settled once: who comes second hears of it, also at the same moment", async () => {
    const id = await write("rep");
    const told = await Promise.all([
      run("manager", resolveComment, { id, resolution: "accepted" }),
      run("owner", resolveComment, { id, resolution: "declined" }),
    ]);
    expect(told.filter(({ ok }) => ok).length).toBe(1);
    expect(told.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "comment-resolved" } });
  });

  it("on what is still being drawn are for who draws it", async () => {
    const draft = newId();
    const made = await run("manager", createFromTemplate, {
      id: draft,
      templateKey: "business-developer-consultative",
    });
    expect(made).toMatchObject({ ok: true });
    const input = { processId: draft, stepKey: "find-reason", kind: "comment", body: "Why?" };
    expect(await run("manager", writeComment, { ...input, id: newId() })).toMatchObject({ ok: true });
    expect(await run("rep", writeComment, { ...input, id: newId() })).toMatchObject({
      refusal: { code: "not-found" },
    });
    const at = { processId: draft };
    for (const query of [commentsList, processRead, processVersions] as Query[]) {
      expect(await read(query, world.rep.caller, at), query.name).toMatchObject({
        refusal: { code: "not-found" },
      });
      expect(await read(query, world.manager.caller, at), query.name).toMatchObject({ ok: true });
    }
  });

  it("are only words, whatever is in them", async () => {
    const body = '=HYPERLINK("x") <script>alert(1)</script> \u202Ertl 😀';
    expect(await find(await write("rep", { body, kind: "comment" }))).toMatchObject({ body });
  });

  it.each([
    ["nothing", "  "],
    ["too much", "x".repeat(2_001)],
    ["what cannot be stored", "a\0b"],
  ])("refuse %s", async (_, body) => {
    const input = { id: newId(), processId, stepKey: "first-a", kind: "comment", body };
    expect(await run("rep", writeComment, input)).toMatchObject({
      ok: false,
      refusal: { code: "invalid-input", field: "body" },
    });
  });

  it("are refused on a step that no version has", async () => {
    const input = { id: newId(), processId, stepKey: "gone", kind: "comment", body: "Hello" };
    expect(await run("rep", writeComment, input)).toMatchObject({
      ok: false,
      refusal: { code: "not-found" },
    });
  });

  it("are taken away by who wrote them or who edits processes, by nobody else", async () => {
    const [mine, theirs] = [await write("rep"), await write("rep")];
    expect(await run("otherRep", removeComment, { id: mine })).toMatchObject({
      ok: false,
      refusal: { code: "not-yours" },
    });
    expect(await run("rep", removeComment, { id: mine })).toMatchObject({ ok: true });
    expect(await run("manager", removeComment, { id: theirs })).toMatchObject({ ok: true });
    expect([await find(mine), await find(theirs)]).toEqual([undefined, undefined]);
    const answer = { id: newId(), commentId: mine, body: "Too late" };
    expect(await run("manager", answerComment, answer)).toMatchObject({
      ok: false,
      refusal: { code: "not-found" },
    });
  });

  it("may be read by a viewer, who may not write", async () => {
    expect(await list("viewer")).toMatchObject({ mayWrite: false, mayAnswer: false });
    expect(await list("rep")).toMatchObject({ mayWrite: true, mayAnswer: false });
  });
});
