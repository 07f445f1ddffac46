export { createImport, discardImport, readImport, setReading } from "./create";
export { mapImport } from "./map";
export { applyImport, checkImport, undoImport } from "./run";
