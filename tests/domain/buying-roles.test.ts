import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BUYING_ROLES, personFrom, someoneDecides } from "@/lib/domain/buying/roles";

describe("a person on one line", () => {
  it.each([
    ["Eva Jansen", "Eva Jansen", null],
    ["Eva Jansen, CFO", "Eva Jansen", "CFO"],
    ["Eva Jansen , Head, Benelux ", "Eva Jansen", "Head, Benelux"],
    ["Eva Jansen,", "Eva Jansen", null],
    [", CFO", ", CFO", null],
    ["🦊 نور الهدى, مديرة", "🦊 نور الهدى", "مديرة"],
    ["=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0", null],
    ["<script>alert(1)</script>", "<script>alert(1)</script>", null],
  ])("%j", (line, name, jobTitle) => expect(personFrom(line)).toEqual({ name, jobTitle }));

  it("has a name whenever something was typed", () => {
    fc.assert(fc.property(fc.string(), (line) => (personFrom(line).name === "") === (line.trim() === "")));
  });
});

describe("someone who decides", () => {
  it.each(BUYING_ROLES.map((role) => [role, role === "decision-maker" || role === "economic-buyer"]))(
    "%s: %s",
    (role, decides) => expect(someoneDecides([{ role }, { role: null }])).toBe(decides),
  );
  it("is nobody where nobody is known", () => expect(someoneDecides([])).toBe(false));
});
