export { createImport, discardImport, readImport, setKind, setReading } from "./create";
export { mapImport } from "./map";
export { applyImport, checkImport, undoImport } from "./run";
