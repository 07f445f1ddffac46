import { databaseAnswers } from "@/lib/platform/health";

export const dynamic = "force-dynamic";

/** 200 once the program serves and its database answers. */
export async function GET(): Promise<Response> {
  if (await databaseAnswers()) return Response.json({ ok: true });
  return Response.json({ ok: false, reason: "the database does not answer" }, { status: 503 });
}
