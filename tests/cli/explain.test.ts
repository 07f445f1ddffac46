import { describe, expect, it } from "vitest";
import { explain, Refusal } from "@/lib/cli/explain.mjs";

describe("what a person reads when something goes wrong", () => {
  it.each([
    [{ code: "ENOSPC" }, /disk is full/],
    [{ code: "53100" }, /disk is full/],
    [new Error("npm error nospc ENOSPC: no space left on device, write"), /disk is full/],
    [{ code: "EROFS" }, /read-only/],
    [{ code: "EACCES", path: "somewhere" }, /No permission to write somewhere/],
    [{ code: "ECONNREFUSED" }, /database does not answer/],
    [{ errors: [{ code: "ECONNREFUSED" }] }, /database does not answer/],
    [{ code: "28P01" }, /refused the password/],
    [{ code: "3D000" }, /does not exist/],
    [new Refusal("Do this."), /^Do this\.$/],
    [new Error("unforeseen"), /^unforeseen$/],
  ])("%o", (error, sentence) => {
    expect(explain(error)).toMatch(sentence);
  });
});
