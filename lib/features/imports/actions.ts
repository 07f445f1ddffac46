import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { action, reader } from "@/lib/platform/door";
import type * as Input from "./input";
import type { ImportList, ImportView, Question, RejectList, StatusView } from "./view";

export type Done = { id: string; version: number };
export type Mapped = Done & { status: "read" | "mapped"; questions: readonly Question[] };

export const createImport = action<Input.CreateImport, Done>("import.create");
export const readImport = action<Input.ImportRef, Mapped>("import.read");
export const setReading = action<Input.SetReading, Mapped>("import.set-reading");
export const setKind = action<Input.SetKind, Mapped>("import.set-kind");
export const mapImport = action<Input.MapImport, Mapped>("import.map");
export const checkImport = action<Input.ImportRef, Done>("import.check");
export const applyImport = action<Input.ImportRef, Done>("import.apply");
export const undoImport = action<Input.ImportRef, Done>("import.undo");
export const discardImport = action<Input.ImportRef, { id: string }>("import.discard");

export const readImports = reader<Input.ListImports, ImportList>("imports.list");
export const readImportView = reader<Input.ImportRef, ImportView>("imports.read");
export const readStatus = reader<Input.ImportRef, StatusView>("imports.status");
export const readRejects = reader<Input.RejectsPage, RejectList>("imports.rejects");

const base = (org: string, id: string) =>
  `/api/org/${encodeURIComponent(org)}/imports/${encodeURIComponent(id)}`;

/** Where the rejected rows can be had as a file. */
export const rejectsHref = (org: string, id: string): string => `${base(org, id)}/rejects`;

/**
 * Sends the file of an import; `onProgress` gets the share that has left. Never throws: a broken connection is the
 * refusal "offline". Gives null when all went well.
 */
export function sendFile(
  org: string,
  id: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<Refusal | null> {
  return new Promise((resolve) => {
    // fetch() cannot tell how much of a body has left; this can.
    const request = new XMLHttpRequest();
    request.open("POST", `${base(org, id)}/file`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => resolve(refuse("offline"));
    request.onload = () => {
      try {
        const answer = JSON.parse(request.responseText) as { ok: boolean; refusal?: Refusal };
        resolve(answer.ok ? null : (answer.refusal ?? refuse("failed")));
      } catch {
        resolve(refuse("failed"));
      }
    };
    request.send(file);
  });
}
