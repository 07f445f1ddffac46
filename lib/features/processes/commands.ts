export { type AsFound, createAsFound } from "./as-found";
export { createEmpty, createFromTemplate } from "./create";
export { discardDraft, editDraft, startDraft } from "./draft";
export { copyProcess, importProcess } from "./file";
export { moveDeals } from "./move-deals";
export { meetOnDraft } from "./presence";
export { publishVersion } from "./publish";
export { retireVersion, reviveVersion } from "./retire";
export { archiveProcess, setProcess, unarchiveProcess } from "./settings";
