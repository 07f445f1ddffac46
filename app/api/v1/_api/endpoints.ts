import { CALLS } from "./calls";
import { COMPANIES } from "./companies";
import { DEAL_CHANGES } from "./deal-changes";
import { listDeals, readDeal } from "./deals";
import {
  createImportWithFile,
  discard,
  listImports,
  putMapping,
  putReading,
  readImportWhole,
  readRejects,
  readStatus,
  startApply,
  startCheck,
  startUndo,
} from "./imports";
import { listPipelineDeals, readPipeline } from "./insights";
import { listGateRows, readMaturity, readProcessMaturity } from "./maturity";
import { listMembers } from "./members";
import { PROCESSES } from "./processes";

/** Every endpoint of the REST API, in the order of its description. A test holds it to the route files. */
export const ENDPOINTS = [
  listDeals,
  readDeal,
  ...DEAL_CHANGES,
  ...CALLS,
  ...COMPANIES,
  ...PROCESSES,
  listMembers,
  readPipeline,
  listPipelineDeals,
  readMaturity,
  readProcessMaturity,
  listGateRows,
  listImports,
  createImportWithFile,
  readImportWhole,
  discard,
  readStatus,
  putReading,
  putMapping,
  startCheck,
  startApply,
  startUndo,
  readRejects,
];
