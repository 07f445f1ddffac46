import type { ImportView, MappingView } from "@/lib/features/imports/view";
import type { Act } from "./use-import";

/** What each part of the mapping is given. */
export type PartProps = {
  readonly org: string;
  readonly view: ImportView;
  readonly mapping: MappingView;
  readonly act: Act;
  readonly mayChange: boolean;
};
