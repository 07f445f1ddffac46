import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** A small tree in which every wall holds: what breaches import, and one honest user of each door. */
const SOUND: Record<string, string> = {
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      module: "esnext",
      moduleResolution: "bundler",
      jsx: "react-jsx",
      verbatimModuleSyntax: true,
      // Without it the reader would resolve "@/" from the folder it was started in.
      baseUrl: ".",
      ignoreDeprecations: "6.0",
      paths: { "@/*": ["./*"] },
    },
  }),
  "lib/domain/shared/day.ts": "export type Day = string; export const today = '2026-01-01';",
  "lib/domain/run/state.ts": "import type { Day } from '../shared/day'; export const state = '' as Day;",
  "lib/platform/db/generated/client.ts": "export class PrismaClient {} export const Prisma = {};",
  "lib/platform/db/pools.ts":
    "import { PrismaClient } from './generated/client'; export const pools = PrismaClient;",
  "lib/platform/db/tenant.ts":
    "import { pools } from './pools'; export type Tx = typeof pools; export const withTenant = pools;",
  "lib/platform/verb.ts": "import type { Tx } from './db/tenant'; export const command = (tx: Tx) => tx;",
  "lib/platform/paths.ts": "export const paths = {};",
  "lib/platform/env.ts": "export const env = {};",
  "lib/features/deals/store.ts":
    "import type { Tx } from '@/lib/platform/db/tenant'; import { pools } from '@/lib/platform/db/pools'; export const load = (tx: Tx) => [tx, pools];",
  "lib/features/deals/commands.ts":
    "import { load } from './store'; import { command } from '@/lib/platform/verb'; export const move = [load, command];",
  "lib/features/deals/view.ts": "export type Board = string; export const EMPTY = '';",
  "lib/features/processes/commands.ts":
    "import { move } from '@/lib/features/deals/commands'; export const publish = move;",
  "components/ui/button.tsx": "export const Button = () => <button type='button' />;",
  "components/deals/board.tsx":
    "import { Button } from '@/components/ui/button'; import { EMPTY } from '@/lib/features/deals/view'; import type { command } from '@/lib/platform/verb'; export const Board = () => <Button key={EMPTY as string & typeof command} />;",
  "app/page.tsx": "import { Board } from '@/components/deals/board'; export default () => <Board />;",
};

/** At least one breach per wall: file, content, and every wall it breaches. A circle is told once, at its first file. */
export const PLANTS: readonly (readonly [file: string, content: string, walls: readonly string[]])[] = [
  [
    "lib/domain/a.ts",
    "import { paths } from '../platform/paths'; export const a = paths;",
    ["domain-imports-only-domain"],
  ],
  ["lib/domain/b.ts", "import fs from 'node:fs'; export const b = fs;", ["domain-imports-only-domain"]],
  [
    "lib/platform/account.ts",
    "import { PrismaClient } from './db/generated/client'; export const c = new PrismaClient();",
    ["the-generated-client-stays-in-platform-db"],
  ],
  [
    "lib/features/deals/read.ts",
    "import { pools } from '../../platform/db/pools'; export const d = pools;",
    ["only-stores-see-the-database"],
  ],
  [
    "lib/features/deals/more-store.ts",
    "import { withTenant } from '@/lib/platform/db/tenant'; export const e = withTenant;",
    ["only-verbs-open-a-transaction"],
  ],
  [
    "lib/platform/jobs.ts",
    "import { move } from '@/lib/features/deals/commands'; export const f = move;",
    ["platform-never-looks-up"],
  ],
  [
    "lib/platform/rules.ts",
    "import type { state } from '@/lib/domain/run/state'; export type G = typeof state;",
    ["platform-never-looks-up"],
  ],
  [
    "lib/features/imports/queries.ts",
    "import { load } from '@/lib/features/deals/store'; export const h = load;",
    ["features-meet-through-verbs"],
  ],
  [
    "components/deals/card.tsx",
    "import type { move } from '@/lib/features/deals/commands'; export type I = typeof move;",
    ["components-see-three-files-of-a-feature"],
  ],
  [
    "components/deals/list.tsx",
    "import { env } from '@/lib/platform/env'; export const j = env;",
    ["components-see-the-browser-side-of-the-platform"],
  ],
  [
    "components/processes/editor.tsx",
    "import { Board } from '../deals/board'; export const k = Board;",
    ["components-of-one-noun"],
  ],
  [
    "components/charts/bar.tsx",
    "import { EMPTY } from '@/lib/features/deals/view'; export const l = EMPTY;",
    ["shared-components-know-no-noun"],
  ],
  [
    "app/deals/page.tsx",
    "import { load } from '@/lib/features/deals/store'; export default load;",
    ["app-sees-no-store"],
  ],
  [
    "app/api/route.ts",
    "import type { Tx } from '@/lib/platform/db/tenant'; export type M = Tx;",
    ["app-never-touches-the-database"],
  ],
  [
    "components/deals/home.tsx",
    "import Home from '@/app/page'; export const n = Home;",
    ["nobody-imports-app"],
  ],
  [
    "components/deals/demo.tsx",
    "import { world } from '@/tests/world'; export const o = world;",
    ["nothing-ships-tests"],
  ],
  ["lib/features/deals/p.ts", "import { q } from './q'; export const p: unknown = () => q;", ["no-cycles"]],
  ["lib/features/deals/q.ts", "import { p } from './p'; export const q: unknown = () => p;", []],
  [
    "lib/features/deals/gone.ts",
    "import { r } from './nowhere'; export const s = r;",
    ["nothing-unresolved"],
  ],
];

/** Writes the sound tree, with the breaches when asked, into a folder that goes away again after `use`. */
export async function inTree<T>(planted: boolean, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "walls-")));
  const files = { ...SOUND, "tests/world.ts": "export const world = {};" };
  for (const [file, content] of [...Object.entries(files), ...(planted ? PLANTS : [])]) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), content);
  }
  try {
    return await use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
