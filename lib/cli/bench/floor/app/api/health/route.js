import { rows } from "../../../database.js";

export const dynamic = "force-dynamic";
export const GET = async () => Response.json(await rows("health", "select 1 as ok", []));
