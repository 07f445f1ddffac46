import { describe, expect, it } from "vitest";
import { holds, segments, wordsOf } from "@/components/search/fold";
import { type Destination, paletteGroups, type Words } from "@/components/search/items";
import { openedAt, withOpened } from "@/components/search/recent";
import type { Found } from "@/lib/features/search/view";

const marks = (text: string, typed: string, near: string[] = []) =>
  segments(text, wordsOf(typed), near)
    .map((segment) => (segment.marked ? `[${segment.text}]` : segment.text))
    .join("");

describe("the marked part", () => {
  it.each([
    ["Contract Peeters", "con", "[Con]tract Peeters"],
    ["Café Zürich", "cafe zur", "[Café] [Zür]ich"],
    ["Falcon contract", "con", "Falcon [con]tract"],
    ["Falcon", "con", "Fal[con]"],
    ["Straße 12", "strasse", "[Straße] 12"],
    ["🚀 Lancering", "🚀", "[🚀] Lancering"],
    ["שלום עולם", "עולם", "שלום [עולם]"],
    ["50% korting", "50%", "[50%] korting"],
    ["Nothing here", "xyz", "Nothing here"],
    ["Nothing typed", "", "Nothing typed"],
  ])("of %s for %s", (text, typed, wanted) => {
    expect(marks(text, typed)).toBe(wanted);
  });

  it("is the whole word that was meant when it was mistyped", () => {
    expect(marks("Sluisdeur Terneuzen", "ternuezen", ["terneuzen"])).toBe("Sluisdeur [Terneuzen]");
    expect(marks("Terneuzense Sluis", "ternuezen", ["terneuzen"])).toBe("Terneuzense Sluis");
  });

  it("loses no letter", () => {
    for (const text of ["İstanbul", "e\u0301cole", "👩‍👩‍👧 gezin", "ﬁnal", ""])
      expect(
        segments(text, ["i", "e", "n"])
          .map((segment) => segment.text)
          .join(""),
      ).toBe(text);
  });
});

describe("what is remembered", () => {
  const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

  it("is a deal, a company, a person or a process, and no list or form", () => {
    expect(openedAt(`/acme/deals/${id(1)}`)).toEqual({ kind: "deal", id: id(1) });
    expect(openedAt(`/acme/processes/${id(2)}/draft`)).toEqual({ kind: "process", id: id(2) });
    expect(openedAt(`/acme/contacts/${id(3)}`)).toEqual({ kind: "contact", id: id(3) });
    for (const path of ["/acme/deals", "/acme/deals/new", `/acme/settings/${id(1)}`, "/"])
      expect(openedAt(path)).toBeNull();
  });

  it("stands first, once, and eight are kept", () => {
    const many = Array.from({ length: 9 }, (_, n) => ({ kind: "deal", id: id(n) }) as const);
    const kept = many.reduce(withOpened, [] as ReturnType<typeof withOpened>);
    expect(kept.map((one) => one.id)).toEqual([8, 7, 6, 5, 4, 3, 2, 1].map(id));
    expect(withOpened(kept, { kind: "deal", id: id(3) }).map((one) => one.id)).toEqual(
      [3, 8, 7, 6, 5, 4, 2, 1].map(id),
    );
  });
});

describe("the rows", () => {
  const kinds = (text: string) => ({ deal: text, company: text, contact: text, process: text });
  const words: Words = {
    group: {
      recent: "recent",
      do: "do",
      go: "go",
      deal: "deal",
      company: "company",
      contact: "contact",
      process: "process",
    },
    more: kinds("more"),
    keys: "Shortcuts",
    keysAlso: "help",
    name: (hit) => (hit.kind === "process" ? (hit.name.en ?? "") : hit.name),
    hint: () => "",
  };
  const destinations: Destination[] = [
    { label: "Deals", href: "/o/deals", keys: "G D" },
    { label: "New deal", href: "/o/deals/new", begins: true },
    { label: "Trash", also: "restore deleted", href: "/o/trash" },
  ];
  const company = (n: number): Found => ({
    kind: "company",
    id: `c${n}`,
    name: `Company ${n}`,
    openDeals: 0,
  });
  const person = (companyId: string | null): Found => ({
    kind: "contact",
    id: "p",
    name: "Eva",
    jobTitle: null,
    companyId,
    company: null,
  });
  const rows = (q: string, hits: Found[]) =>
    paletteGroups(
      "o",
      { q, typed: wordsOf(q), found: { hits, near: [] } },
      {
        commands: [
          { label: "Sign out", also: "logout", always: true, run: () => {} },
          { label: "Log away", away: true, run: () => {} },
          { label: "Log", key: "l", run: () => {} },
          { label: "Walk", shown: "↑" },
          { label: "Open: it", run: () => {} },
          { label: "Open: it", run: () => {} },
        ],
        destinations,
        showKeys: () => {},
      },
      words,
    ).map(({ label, items }) => [label, ...items.map((item) => item.href ?? item.id)]);

  it("are what was opened last, what can be done and where to go, while nothing is typed", () => {
    expect(rows("", [company(1)])).toEqual([
      ["recent", "/o/companies/c1"],
      ["do", "do Log", "do Open: it", "do Open: it 2", "do Log away", "/o/deals/new", "keys"],
      ["go", "/o/deals", "/o/trash"],
    ]);
  });

  it("are those that hold what is typed; five of a kind and the way to the rest", () => {
    const hits = [1, 2, 3, 4, 5, 6].map(company);
    const [deals, companies] = [rows("deal", []), rows("comp any", hits)];
    expect(deals).toEqual([
      ["do", "/o/deals/new"],
      ["go", "/o/deals"],
    ]);
    expect(companies).toHaveLength(1);
    expect(companies[0]).toHaveLength(7);
    expect(companies[0]?.at(-1)).toBe("/o/companies?q=comp+any");
  });

  it("are two where two commands read the same", () => {
    expect(rows("open", []).at(0)).toEqual(["do", "do Open: it", "do Open: it 1"]);
  });

  it("are found by other words too, after what is called so", () => {
    expect(rows("log", [])).toEqual([["do", "do Log", "do Log away", "do Sign out"]]);
    expect(rows("deleted", [])).toEqual([["go", "/o/trash"]]);
    expect(rows("help", [])).toEqual([["do", "keys"]]);
  });

  it("lead to a person's own page, with a company or without", () => {
    expect(rows("eva", [person("x")])).toEqual([["contact", "/o/contacts/p"]]);
    expect(rows("eva", [person(null)])).toEqual([["contact", "/o/contacts/p"]]);
  });
});

it("every word must stand somewhere", () => {
  expect(holds("Nieuwe deal", wordsOf("deal nieuw"))).toBe(true);
  expect(holds("Nieuwe deal", wordsOf("deal oud"))).toBe(false);
  expect(holds("Nieuwe deal", [])).toBe(true);
});
