import type { Command } from "@/components/shell/commands";
import { keysOf } from "@/components/shell/commands";
import type { Found, SearchView } from "@/lib/features/search/view";
import { SHOWN } from "@/lib/features/search/view";
import { paths } from "@/lib/platform/paths";
import { holds, meant } from "./fold";

/** A place or a page to begin something on; `begins` when it is the latter. */
export type Destination = {
  readonly label: string;
  /** Other words that people type for it. */
  readonly also?: string;
  readonly href: string;
  readonly keys?: string;
  readonly begins?: boolean;
};

export type Icon = Found["kind"] | "do" | "go" | "more" | "keys";

/** One row of the palette: where it leads or what it does. */
export type Item = {
  readonly id: string;
  readonly icon: Icon;
  readonly label: string;
  readonly hint?: string;
  readonly keys?: string;
  readonly href?: string;
  readonly run?: () => void;
};

export type Group = { readonly label: string; readonly items: readonly Item[] };

/** What the rows say. */
export type Words = {
  readonly group: Readonly<Record<"recent" | "do" | "go" | Found["kind"], string>>;
  readonly more: Readonly<Record<Found["kind"], string>>;
  readonly keys: string;
  /** Other words that people type for the list of shortcuts. */
  readonly keysAlso: string;
  readonly name: (hit: Found) => string;
  readonly hint: (hit: Found) => string;
};

const ORDER = ["deal", "company", "contact", "process"] as const;
/** Actions and places named before anything is typed. */
const FIRST = 6;

function hrefOf(org: string, hit: Found): string {
  switch (hit.kind) {
    case "deal":
      return paths.deal(org, hit.id);
    case "process":
      return paths.process(org, hit.id);
    case "company":
      return paths.company(org, hit.id);
    case "contact":
      return paths.contact(org, hit.id);
  }
}

/** The list of a kind narrowed to a text; people have none. */
function listOf(org: string, kind: Found["kind"], q: string): string | null {
  if (kind === "deal") return paths.deals(org, { view: "list", status: "all", q });
  if (kind === "company") return paths.companies(org, q);
  return kind === "process" ? paths.processes(org, { q }) : null;
}

const hitItem = (org: string, hit: Found, words: Words): Item => ({
  id: `${hit.kind} ${hit.id}`,
  icon: hit.kind,
  label: words.name(hit),
  hint: words.hint(hit) || undefined,
  href: hrefOf(org, hit),
});

/** The rows of the palette in their groups; groups without rows are left out. */
export function paletteGroups(
  org: string,
  asked: { q: string; typed: readonly string[]; found: SearchView },
  offered: { commands: readonly Command[]; destinations: readonly Destination[]; showKeys: () => void },
  words: Words,
): Group[] {
  const { q, typed, found } = asked;
  const fits = ({ label, also = "" }: { label: string; also?: string }) => meant(label, also, typed);
  // What is called so stands before what is only meant by it.
  const named = (items: Item[]) => [
    ...items.filter(({ label }) => holds(label, typed)),
    ...items.filter(({ label }) => !holds(label, typed)),
  ];
  const commands = (always: boolean) =>
    offered.commands
      .filter((command) => Boolean(command.always) === always && fits(command))
      .toSorted((a, b) => Number(a.away ?? false) - Number(b.away ?? false))
      .flatMap(({ label, run, ...command }): Item[] =>
        run ? [{ id: `do ${label}`, icon: "do", label, keys: keysOf({ label, ...command }), run }] : [],
      )
      // Two notices, or two steps, may read the same.
      .map((item, at, all) =>
        all.findIndex(({ id }) => id === item.id) < at ? { ...item, id: `${item.id} ${at}` } : item,
      );
  const places = (beginning: boolean) =>
    offered.destinations
      .filter((place) => Boolean(place.begins) === beginning && fits(place))
      // What the page that is open offers under the same name knows more: the process, the company.
      .filter(({ label }) => !offered.commands.some((command) => command.run && command.label === label))
      .map(({ label, href, keys }): Item => {
        const icon = beginning ? "do" : "go";
        return { id: `${icon} ${href}`, icon, label, href, keys };
      });
  const keys: Item = { id: "keys", icon: "keys", label: words.keys, keys: "?", run: offered.showKeys };
  const doing = named([
    ...commands(false),
    ...places(true),
    ...(fits({ label: words.keys, also: words.keysAlso }) ? [keys] : []),
    ...commands(true),
  ]);
  const going = named(places(false));
  const some = (items: Item[]) => (typed.length ? items : items.slice(0, FIRST));
  const kinds = ORDER.map((kind): Group => {
    const hits = found.hits.filter((hit) => hit.kind === kind);
    const list = hits.length > SHOWN && listOf(org, kind, q);
    return {
      label: words.group[kind],
      items: [
        ...hits.slice(0, SHOWN).map((hit) => hitItem(org, hit, words)),
        ...(list ? [{ id: `more ${kind}`, icon: "more", label: words.more[kind], href: list } as const] : []),
      ],
    };
  });
  const groups = typed.length
    ? [{ label: words.group.do, items: some(doing) }, { label: words.group.go, items: some(going) }, ...kinds]
    : [
        { label: words.group.recent, items: found.hits.map((hit) => hitItem(org, hit, words)) },
        { label: words.group.do, items: some(doing) },
        { label: words.group.go, items: some(going) },
      ];
  return groups.filter(({ items }) => items.length > 0);
}
