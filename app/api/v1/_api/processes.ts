import { z } from "zod";
import { CATEGORIES, IMPORTANCES } from "@/lib/domain/process/types";
import { processesPublished, processRead } from "@/lib/features/processes/queries";
import { endpoint } from "@/lib/platform/http/endpoint";
import { toCursor } from "@/lib/platform/http/parameters";
import { Cursor, LocalText, list } from "./shared";

const Step = z.object({ key: z.string(), name: LocalText, importance: z.enum(IMPORTANCES) });
const Stage = z.object({ key: z.string(), name: LocalText, steps: list(Step) });
const Published = z
  .object({
    number: z.int().meta({ description: "Number of the version in use; each publication counts on." }),
    stages: list(Stage).meta({
      description:
        "In their order, and so are the steps. A `key` stays the same from version to version, also when its name changes.",
    }),
  })
  .meta({ id: "PublishedVersion", description: "The version that new deals and calls run on." });
const ProcessRow = z
  .object({
    id: z.uuid(),
    name: LocalText,
    category: z.enum(CATEGORIES).meta({ description: "`call`: calls are planned on it." }),
    published: Published,
  })
  .meta({ id: "ProcessRow" });
const ProcessList = z
  .object({
    processes: list(ProcessRow),
    total: z.int().meta({ description: "All processes in use, on every page." }),
    next: Cursor,
  })
  .meta({ id: "ProcessList" });
const Process = ProcessRow.extend({
  archived: z.boolean(),
  published: Published.nullable().meta({ description: "Null when none of its versions is in use." }),
}).meta({ id: "Process" });

const tag = "processes";
const example = {
  id: "0199a6f0-8a3e-7c1b-9d52-3f7a1c0b2e40",
  name: { en: "Business development", nl: "Businessdevelopment" },
  category: "opportunity" as const,
  published: {
    number: 3,
    stages: [
      {
        key: "proposal",
        name: { en: "Proposal", nl: "Offerte" },
        steps: [
          {
            key: "call-about-proposal",
            name: { en: "Call about the proposal", nl: "Nabellen over de offerte" },
            importance: "key" as const,
          },
        ],
      },
    ],
  },
};

export const listProcesses = endpoint(processesPublished, {
  method: "GET",
  path: "/processes",
  tag,
  summary: "Processes in use, with their stages and steps",
  description:
    "Those that have a published version and are not archived. Their ids are the `processId` of a new deal or call, the keys of their stages its `stageKey`. Follow `next` until it is null to have them all.",
  cursors: ["after"],
  answer: ProcessList,
  present: ({ rows, total, next }) => ({ processes: rows, total, next: toCursor(next) }),
  example: { processes: [example], total: 1, next: null },
});

export const readProcess = endpoint(processRead, {
  method: "GET",
  path: "/processes/{processId}",
  tag,
  summary: "One process with the stages and steps of its published version",
  answer: Process,
  present: ({ id, name, category, archived, shown }) => ({
    id,
    name,
    category,
    archived,
    published:
      shown?.status === "published"
        ? {
            number: shown.number,
            stages: shown.document.stages.map((stage) => ({
              key: stage.key,
              name: stage.name,
              steps: stage.steps.map((step) => ({
                key: step.key,
                name: step.name,
                importance: step.importance,
              })),
            })),
          }
        : null,
  }),
  example: { ...example, archived: false },
});

export const PROCESSES = [listProcesses, readProcess];
