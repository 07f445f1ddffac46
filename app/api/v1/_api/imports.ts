import { z } from "zod";
import { isRefusal } from "@/lib/domain/shared/result";
import {
  applyImport,
  checkImport,
  createImport,
  discardImport,
  mapImport,
  readImport,
  setReading,
  undoImport,
} from "@/lib/features/imports/commands";
import { CreateImport, ImportRef } from "@/lib/features/imports/input";
import { importsList, importsRead, importsStatus } from "@/lib/features/imports/queries";
import { rejectsFile } from "@/lib/features/imports/rejects";
import { uploadFile } from "@/lib/features/imports/upload";
import { execute, read } from "@/lib/platform/execute";
import { type Call, endpoint, rawEndpoint } from "@/lib/platform/http/endpoint";
import { toCursor } from "@/lib/platform/http/parameters";
import { repeatableId } from "@/lib/platform/http/repeatable-id";
import { pickLocale } from "@/lib/platform/i18n/locale";
import { refuseInput } from "@/lib/platform/refusals";
import { Begun, Discarded, Import, Imports, Mapped, Status } from "./import-answers";

const SendFile = z.strictObject({
  ...CreateImport.shape,
  id: CreateImport.shape.id.optional().meta({ description: "Made for you when left out." }),
});

/** Makes the import, keeps the file as it comes in and reads it. A repeat goes on where the first one broke off. */
async function sendFile({ caller, input, request, key }: Call) {
  const parsed = SendFile.safeParse(input);
  if (!parsed.success) return { ok: false, refusal: refuseInput(parsed.error) } as const;
  const id = parsed.data.id ?? repeatableId(caller, key);
  const made = await execute(createImport, caller, { ...parsed.data, id }, key ? { key } : {});
  if (!made.ok) return made;
  const stored = await read(importsStatus, caller, { id });
  if (!stored.ok) return stored;
  const { status } = stored.value;
  if (status === "uploading") {
    const sent = await uploadFile(caller, id, request);
    if (!sent.ok) return { ok: false, refusal: { ...sent.refusal, current: { id } } } as const;
  }
  if (status === "uploading" || status === "uploaded") {
    const told = await execute(readImport, caller, { id });
    if (!told.ok) return { ok: false, refusal: { ...told.refusal, current: { id } } } as const;
  }
  return read(importsRead, caller, { id });
}

async function sendRejects({ caller, input, request }: Call) {
  const parsed = ImportRef.safeParse(input);
  if (!parsed.success) return { ok: false, refusal: refuseInput(parsed.error) } as const;
  const locale = pickLocale(undefined, request.headers.get("accept-language"));
  const file = await rejectsFile(caller, parsed.data.id, locale);
  if (isRefusal(file)) return { ok: false, refusal: file } as const;
  return new Response(file.body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "cache-control": "no-store",
    },
  });
}

const tag = "imports";

export const listImports = endpoint(importsList, {
  method: "GET",
  path: "/imports",
  tag,
  summary: "Imports, the newest first",
  cursors: ["after"],
  answer: Imports,
  present: ({ next, ...page }) => ({ ...page, next: toCursor(next) }),
});

export const createImportWithFile = rawEndpoint({
  method: "POST",
  path: "/imports",
  tag,
  summary: "Begin an import with its file",
  description:
    "The body is the file itself, up to 100 MB of CSV. It is read whole and a mapping is proposed: the answer is the import. `kind` and `fileName` stand in the query. With an Idempotency-Key a repeat makes nothing twice; a broken upload is sent again by repeating it. When the file cannot be read, `current.id` of the problem is the import, whose reading can still be set right.",
  input: SendFile,
  body: "file",
  status: 201,
  answer: Import,
  refusals: ["import.file-empty", "import.file-too-large"],
  run: sendFile,
});

export const readImportWhole = endpoint(importsRead, {
  method: "GET",
  path: "/imports/{id}",
  tag,
  summary: "An import: what was read, how it is mapped, what is asked, how far it is",
  answer: Import,
});

export const discard = endpoint(discardImport, {
  method: "DELETE",
  path: "/imports/{id}",
  tag,
  summary: "Throw away an import that brought nothing in",
  answer: Discarded,
  refusals: ["import.wrong-moment"],
});

export const readStatus = endpoint(importsStatus, {
  method: "GET",
  path: "/imports/{id}/status",
  tag,
  summary: "How far an import is, for whoever waits for it",
  answer: Status,
  example: {
    id: "0199a6f0-8a3e-7c1b-9d52-3f7a1c0b2e4d",
    version: 7,
    status: "applied",
    progress: 8800,
    total: 8800,
    counts: {
      apply: {
        rows: 8800,
        created: 8800,
        updated: 0,
        same: 0,
        rejected: 0,
        after: 8801,
        made: { companies: 0, products: 0, people: 0 },
        teams: [],
        startedAt: "2026-11-25T09:00:00.000Z",
        finishedAt: "2026-11-25T09:00:21.000Z",
        versionId: "0199a6f0-8a3e-7c1b-9d52-3f7a1c0b2e40",
        processId: "0199a6f0-8a3e-7c1b-9d52-3f7a1c0b2e41",
      },
    },
    error: null,
  },
});

export const putReading = endpoint(setReading, {
  method: "PUT",
  path: "/imports/{id}/reading",
  tag,
  summary: "Set right how the file is read",
  description:
    "Another encoding or separator reads the file again and proposes the mapping anew; date and number readings of columns answer questions. What is left out stays.",
  answer: Mapped,
  refusals: ["import.wrong-moment"],
});

export const putMapping = endpoint(mapImport, {
  method: "PUT",
  path: "/imports/{id}/mapping",
  tag,
  summary: "Say where columns and values go",
  description:
    "What is left out stays as it is or as proposed. Values are written as in the file. Stages go to those of a version that is there (`process.kind` version; they are listed in the import) or to one made from the file (as-found). An owner with target null is kept as a named placeholder that can be claimed later.",
  answer: Mapped,
  refusals: [
    "import.column-unknown",
    "import.field-unknown",
    "owner-unknown",
    "owner-reads-only",
    "import.wrong-moment",
  ],
});

export const startCheck = endpoint(checkImport, {
  method: "POST",
  path: "/imports/{id}/check",
  tag,
  summary: "Start the dry run",
  description: "Every row is judged as if it were imported. Nothing comes in.",
  status: 202,
  answer: Begun,
  refusals: ["import.questions-open", "import.wrong-moment"],
});

export const startApply = endpoint(applyImport, {
  method: "POST",
  path: "/imports/{id}/apply",
  tag,
  summary: "Import what the dry run found good, or go on where it stopped",
  status: 202,
  answer: Begun,
  refusals: ["import.wrong-moment"],
});

export const startUndo = endpoint(undoImport, {
  method: "POST",
  path: "/imports/{id}/undo",
  tag,
  summary: "Take an import back",
  description: "What someone worked on since stays, and is counted as kept.",
  status: 202,
  answer: Begun,
  refusals: ["import.wrong-moment"],
});

export const readRejects = rawEndpoint({
  method: "GET",
  path: "/imports/{id}/rejects",
  tag,
  summary: "The rejected rows as a file, with row numbers and reasons",
  description:
    "CSV in UTF-8, to be put right and imported again. Reasons are in the language of Accept-Language.",
  input: ImportRef,
  body: "none",
  answer: null,
  run: sendRejects,
});
