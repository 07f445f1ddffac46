import "server-only";
import { invitationByToken } from "./queries";

/** The address an invitation's page leads to sign in with, when `next` is such a page and the invitation is open. */
export async function invitedEmail(next: string | null, now: Date): Promise<string | undefined> {
  const token = /^\/invitation\/([\w-]{20,100})$/.exec(next ?? "")?.[1];
  const invitation = token ? await invitationByToken(token, now) : null;
  return invitation?.state === "open" ? invitation.email : undefined;
}
