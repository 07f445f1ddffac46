import "server-only";
import { pools } from "./db/pools";

/** Whether the database answers the app's role. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await pools().app.query("select 1");
    return true;
  } catch {
    return false;
  }
}
