import { describe, expect, it } from "vitest";
import { MESSAGES } from "@/lib/platform/i18n/messages";
import { EVERYWHERE, SECTIONS } from "@/lib/platform/i18n/sections";
import { type RouteMessages, routeMessages } from "./client-messages";

const lacks = (routes: readonly RouteMessages[]) =>
  routes.flatMap(({ file, needs, given }) =>
    [...needs]
      .filter((name) => name === null || !given.has(name))
      .map((name) => `${file}: ${name ?? "a namespace that is no literal"}`),
  );

describe("the messages that travel to the browser", () => {
  const routes = routeMessages(process.cwd(), EVERYWHERE, SECTIONS);

  it("are all that the client components of a route read", () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(lacks(routes)).toEqual([]);
  });

  it("are of namespaces that exist, and none travels to a section that never reads it", () => {
    for (const [section, names] of Object.entries({ EVERYWHERE, ...SECTIONS })) {
      expect([section, names.filter((name) => !(name in MESSAGES.en))]).toEqual([section, []]);
    }
    const read = new Set(routes.flatMap(({ needs }) => [...needs]));
    expect([...EVERYWHERE, ...Object.values(SECTIONS).flat()].filter((name) => !read.has(name))).toEqual([]);
  });

  it("are missed when a section forgets one, wherever it is read", () => {
    const without = (section: keyof typeof SECTIONS, name: string) =>
      lacks(
        routeMessages(process.cwd(), EVERYWHERE, {
          ...SECTIONS,
          [section]: SECTIONS[section].filter((one) => one !== name),
        }),
      );
    expect(without("deals", "guidance")).toEqual(["app/[org]/deals/[id]/page.tsx: guidance"]);
    expect(without("processes", "registers")).toContain("app/[org]/processes/[id]/draft/page.tsx: registers");
    expect(without("auth", "auth")).toContain("app/(auth)/sign-in/page.tsx: auth");
    expect(lacks(routeMessages(process.cwd(), ["nav", "refusals"], SECTIONS))).toContain(
      "app/layout.tsx: common",
    );
  });
});
