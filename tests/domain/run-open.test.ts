import { describe, expect, it } from "vitest";
import { decideEvidence, decideWithdraw } from "@/lib/domain/run/decide-criterion";
import { decideOpen } from "@/lib/domain/run/decide-open";
import { project } from "@/lib/domain/run/project";
import { isRefusal } from "@/lib/domain/shared/result";
import { log, on, stage, version } from "./run-fixtures";

const today = "2026-11-25";
const criterion = { key: "budget", text: {}, evidence: "buyer-confirmed", requirement: "advisory" } as const;
const process = version(stage("a", [], { criteria: [criterion] }), stage("b"));
const codeOf = (result: unknown) => (isRefusal(result) ? result.code : result);

describe("opening a run", () => {
  const input = {
    versionId: "v1",
    stageKey: null,
    startKnown: true,
    fields: { title: "Acme" },
    occurred: on(today),
  };

  it("starts in the first stage unless another is named, with its first fields", () => {
    const [body] = decideOpen(process, input, today) as [Parameters<typeof log>[0][1]];
    expect(body).toMatchObject({ stageKey: "a", startKnown: true });
    expect(project(log([today, body]), {})).toMatchObject({
      stageKey: "a",
      fields: { title: "Acme" },
      openedOn: today,
    });
    expect(decideOpen(process, { ...input, stageKey: "b" }, today)).toMatchObject([{ stageKey: "b" }]);
  });

  it.each([
    ["stage-unknown", process, { ...input, stageKey: "z" }],
    ["stage-unknown", version(), input],
    ["occurred-in-future", process, { ...input, occurred: on("2026-11-26") }],
  ])("refuses %s", (code, where, asked) => expect(codeOf(decideOpen(where, asked, today))).toBe(code));
});

describe("evidence", () => {
  const [body] = decideOpen(
    process,
    { versionId: "v1", stageKey: null, startKnown: true, fields: {}, occurred: on("2026-11-20") },
    today,
  ) as [Parameters<typeof log>[0][1]];
  const state = project(log(["2026-11-20", body]), {});
  const input = {
    criterionKey: "budget",
    kind: "document",
    note: " quote ",
    occurred: on("2026-11-21"),
  } as const;
  const held = project(
    log(
      ["2026-11-20", body],
      [
        "2026-11-21",
        { type: "criterion.evidenced", criterionKey: "budget", kind: "document", note: "quote" },
      ],
    ),
    {},
  );

  it("is recorded once, replaced by other evidence and taken back", () => {
    expect(decideEvidence(state, process, input, today)).toMatchObject([{ kind: "document", note: "quote" }]);
    expect(decideEvidence(held, process, input, today)).toEqual([]);
    expect(decideEvidence(held, process, { ...input, kind: "buyer-confirmed" }, today)).toHaveLength(1);
    expect(decideWithdraw(held, input)).toEqual([{ type: "criterion.withdrawn", criterionKey: "budget" }]);
  });

  it.each([
    ["criterion-unknown", { ...input, criterionKey: "z" }],
    ["occurred-before-start", { ...input, occurred: on("2026-11-19") }],
    ["occurred-in-future", { ...input, occurred: on("2026-11-26") }],
  ])("refuses %s", (code, asked) => expect(codeOf(decideEvidence(state, process, asked, today))).toBe(code));

  it("refuses to take back what is not there", () => {
    expect(codeOf(decideWithdraw(state, input))).toBe("criterion-not-recorded");
  });
});
