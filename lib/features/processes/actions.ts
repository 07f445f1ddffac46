import type { ProcessFile } from "@/lib/domain/process-file/types";
import { action, reader } from "@/lib/platform/door";
import type {
  CopyProcess,
  CreateEmpty,
  CreateFromTemplate,
  DiscardDraft,
  EditDraft,
  ExportProcess,
  ImportProcess,
  MeetOnDraft,
  MoveDeals,
  MovesWanted,
  OneVersion,
  ProcessId,
  PublishVersion,
  SetProcess,
  StartDraft,
} from "./input";
import type { Created, DraftSaved, Meeting, Moves, Numbered, Published, Switched } from "./view";

export const createFromTemplate = action<CreateFromTemplate, Created>("process.create-from-template");
export const createEmpty = action<CreateEmpty, Created>("process.create-empty");
export const editDraft = action<EditDraft, DraftSaved>("process.edit-draft");
export const startDraft = action<StartDraft, Created>("process.start-draft");
export const discardDraft = action<DiscardDraft, { processId: string }>("process.discard-draft");
export const meetOnDraft = action<MeetOnDraft, Meeting>("process.meet-on-draft");
export const readProcessFile = reader<ExportProcess, ProcessFile>("processes.file");
export const importProcess = action<ImportProcess, Created>("process.import-file");
export const copyProcess = action<CopyProcess, Created>("process.copy");
export const readMoves = reader<MovesWanted, Moves>("processes.moves");
export const moveDeals = action<MoveDeals, Switched>("process.move-deals");
export const publishVersion = action<PublishVersion, Published>("process.publish");
export const setProcess = action<SetProcess, { version: number }>("process.set");
export const archiveProcess = action<ProcessId, { processId: string }>("process.archive");
export const unarchiveProcess = action<ProcessId, { processId: string }>("process.unarchive");
export const retireVersion = action<OneVersion, Numbered>("process.retire-version");
export const reviveVersion = action<OneVersion, Numbered>("process.revive-version");
