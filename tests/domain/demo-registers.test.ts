import { describe, expect, it } from "vitest";
import { applyEdit } from "@/lib/domain/process/edit";
import { MOST_ENTRY_NAME, MOST_NOTE, REGISTER_KINDS } from "@/lib/domain/registers/types";
import { isRefusal } from "@/lib/domain/shared/result";
import { instantiate } from "@/lib/domain/templates/instantiate";
import { TEMPLATES } from "@/lib/domain/templates/registry";
import { scriptOf } from "@/lib/features/demo/call-scripts";
import { demoEntries, linkEdits } from "@/lib/features/demo/registers";
import { DEMO_WORLDS } from "@/lib/features/demo/worlds";

describe("the registers of the demo", () => {
  it.each(DEMO_WORLDS.map((world) => [world.slug, world] as const))("%s fills all four", (slug, world) => {
    const entries = demoEntries(slug);
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(REGISTER_KINDS));
    for (const language of world.languages) {
      const names = entries.map(({ name }) => name[language] ?? "");
      expect(new Set(names).size).toBe(entries.length);
      expect(names.every((name) => name !== "" && name.length <= MOST_ENTRY_NAME)).toBe(true);
    }
    expect(entries.every(({ note }) => note.length <= MOST_NOTE)).toBe(true);
  });

  it.each(DEMO_WORLDS.map((world) => [world.slug, world] as const))(
    "%s links every entry to stages and steps that are there",
    (slug, world) => {
      const linked = new Set<string>();
      const script = scriptOf(slug)?.templateKey;
      for (const templateKey of [...world.processes.map((each) => each.templateKey), script ?? ""]) {
        const template = TEMPLATES.find(({ key }) => key === templateKey);
        if (!template) throw new Error(`no template ${templateKey}`);
        let document = instantiate(
          template,
          () => null,
          (key) => key,
        );
        for (const edit of linkEdits(slug, templateKey)) {
          const next = applyEdit(document, edit);
          if (isRefusal(next)) throw new Error(`${JSON.stringify(edit)}: ${next.code}`);
          document = next;
        }
        for (const stage of document.stages)
          for (const id of [...stage.entries, ...stage.steps.flatMap(({ entries }) => entries)])
            linked.add(id);
        if (templateKey !== script)
          expect(document.stages.every(({ entries }) => entries.length > 0)).toBe(true);
      }
      expect(linked).toEqual(new Set(demoEntries(slug).map(({ id }) => id)));
    },
  );
});
