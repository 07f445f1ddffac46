import { pools } from "@/lib/platform/db/pools";

export const dynamic = "force-dynamic";

/** 200 once the program serves and its database answers. */
export async function GET(): Promise<Response> {
  try {
    await pools().app.query("select 1");
    return Response.json({ ok: true });
  } catch {
    return Response.json({ ok: false, reason: "the database does not answer" }, { status: 503 });
  }
}
