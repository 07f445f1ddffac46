import { newId } from "@/lib/platform/id";
import type { Samples } from "../ground";

/** The smallest process file. */
const FILE = {
  format: "koers-process",
  formatVersion: 1,
  name: { en: "From a file" },
  category: "opportunity",
  style: "consultative",
  objective: {},
  role: null,
  timing: { plannedDays: null, stepWindow: null },
  stages: [],
};

export const processes: Samples = {
  "process.archive": ({ idleProcess }) => ({ processId: idleProcess }),
  "process.unarchive": ({ archivedProcess }) => ({ processId: archivedProcess }),
  "process.create-empty": ({ role }) => ({
    id: newId(),
    name: { en: "Renewals" },
    category: "account",
    style: "transactional",
    commercialRoleId: role,
  }),
  "process.create-from-template": ({ role }) => ({
    id: newId(),
    templateKey: "business-developer-consultative",
    commercialRoleId: role,
  }),
  "process.start-draft": ({ idleProcess, idleVersion }) => ({
    id: newId(),
    processId: idleProcess,
    fromVersionId: idleVersion,
  }),
  "process.edit-draft": ({ process, draft }) => ({
    processId: process,
    versionId: draft,
    revision: 0,
    edits: [{ type: "stage.set", stageKey: "first", set: { plannedDays: 7 } }],
  }),
  "processes.publishing": ({ process }) => ({ processId: process }),
  "processes.moves": ({ process }) => ({ processId: process, to: "published" }),
  "processes.file": ({ process }) => ({ processId: process }),
  "process.import-file": () => ({ id: newId(), content: JSON.stringify(FILE) }),
  "process.copy": ({ process }) => ({ id: newId(), processId: process, name: { en: "Copy" } }),
  "process.meet-on-draft": ({ process, draft }) => ({
    processId: process,
    versionId: draft,
    revision: 0,
    place: { kind: "stage", key: "first" },
  }),
  "process.discard-draft": ({ process, draft }) => ({ processId: process, versionId: draft, revision: 0 }),
  "process.publish": ({ process, draft }) => ({
    processId: process,
    versionId: draft,
    revision: 0,
    why: "Faster",
  }),
  "process.move-deals": ({ process, version, deal }) => ({
    processId: process,
    deals: [{ id: deal, version: 1, versionId: version, stageKey: "first" }],
  }),
  "process.set": ({ process, role }) => ({
    processId: process,
    version: 1,
    set: { name: { en: "New business" }, commercialRoleId: role },
  }),
  "processes.draft": ({ process }) => ({ processId: process }),
  "processes.first-run": () => ({}),
  "processes.compare": ({ process, idleProcess }) => ({ leftId: process, rightId: idleProcess }),
  "processes.list": ({ role, process }) => ({ role, after: process }),
  "processes.published": ({ process }) => ({ after: { id: process } }),
  "processes.read": ({ process }) => ({ processId: process }),
  "process.retire-version": ({ idleProcess, idleVersion }) => ({
    processId: idleProcess,
    versionId: idleVersion,
  }),
  "process.revive-version": ({ idleProcess, idleVersion }) => ({
    processId: idleProcess,
    versionId: idleVersion,
  }),
  "processes.versions": ({ process }) => ({ processId: process, from: 1, to: "draft" }),
  "templates.list": () => ({}),
};
