import path from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { WALLS } from "./walls";

export type Breach = { readonly rule: string; readonly from: string; readonly to: string };

/** Reads every module below `folder` and judges the walls: how many were read, and which were breached. */
export async function judgeWalls(folder: string): Promise<{ modules: number; breaches: Breach[] }> {
  const tsConfig = path.join(folder, "tsconfig.json");
  const { output } = await cruise(
    ["app", "components", "lib"],
    {
      baseDir: folder,
      ruleSet: { forbidden: WALLS },
      validate: true,
      tsPreCompilationDeps: true,
      tsConfig: { fileName: tsConfig },
      doNotFollow: { path: "node_modules" },
      exclude: { path: "^(lib/platform/db/generated/.+/|\\.next/)" },
    },
    { conditionNames: ["import", "node", "default"], exportsFields: ["exports"] },
    { tsConfig: extractTSConfig(tsConfig) },
  );
  const { modules, summary } = output as ICruiseResult;
  return {
    modules: modules.filter(({ source }) => /^(app|components|lib)\//.test(source)).length,
    breaches: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
