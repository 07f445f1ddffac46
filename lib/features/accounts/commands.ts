import "server-only";
import { refuse } from "@/lib/domain/shared/result";
import { accountCommand } from "@/lib/platform/account";
import { countAttempt, forgetAttempts } from "@/lib/platform/auth/limits";
import { checkPassword, hashPassword } from "@/lib/platform/auth/password";
import { endSessionsOf, tokenHash } from "@/lib/platform/auth/session";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";
import { Refused } from "@/lib/platform/refusals";
import { AcceptInvitation, ChangePassword, ChooseLocale, FoundOrganization, SignUp } from "./input";
import { slugOf } from "./slug";
import { findInvitation, foundOrganizationRows, joinByInvitation } from "./store";
import { emailTaken, insertPerson, passwordHashOf, slugTaken, updatePerson } from "./store-identity";

/** Makes an account. An address that is taken is refused; the person is not signed in yet. */
export const signUp = accountCommand({
  name: "account.sign-up",
  input: SignUp,
  who: "anyone",
  async run({ auth, input, now, address }) {
    const wait = await countAttempt("sign-up", address);
    if (wait !== null) return refuse("too-many-attempts", { seconds: wait });
    if (await emailTaken(auth, input.email)) return refuse("email-taken", undefined, { field: "email" });
    const { password, ...person } = input;
    const id = newId();
    await insertPerson(auth, { id, ...person, passwordHash: await hashPassword(password) }, now);
    return { id };
  },
});

/** Founds an organisation; the founder becomes its owner. Gives its address part. */
export const foundOrganization = accountCommand({
  name: "account.found-organization",
  input: FoundOrganization,
  who: "signed-in",
  async run({ auth, user, input }) {
    if (!user) return refuse("signed-out");
    const wanted = slugOf(input.name);
    const id = newId();
    const slug = (await slugTaken(auth, wanted)) ? `${wanted.slice(0, 40)}-${id.slice(-6)}` : wanted;
    await withNewTenant(id, (tx) => foundOrganizationRows(tx, { id, slug, name: input.name, user }));
    return { slug };
  },
});

/** Joins by an invitation's token: once, within 72 hours, and only for the address it was made for. */
export const acceptInvitation = accountCommand({
  name: "account.accept-invitation",
  input: AcceptInvitation,
  who: "signed-in",
  async run({ auth, user, input, now, address }) {
    if (!user) return refuse("signed-out");
    const wait = await countAttempt("invitation", address);
    if (wait !== null) return refuse("too-many-attempts", { seconds: wait });
    const invitation = await findInvitation(auth, tokenHash(input.token));
    if (!invitation || invitation.revokedAt) return refuse("invitation-unknown");
    if (invitation.email !== user.email)
      return refuse("invitation-other-address", { email: invitation.email });
    if (invitation.acceptedAt) return refuse("invitation-used");
    if (invitation.expiresAt <= now) return refuse("invitation-expired");
    return withNewTenant(invitation.orgId, async (tx) => {
      const outcome = await joinByInvitation(tx, invitation, user, now);
      if (outcome === "used") throw new Refused(refuse("invitation-used"));
      if (outcome === "member") throw new Refused(refuse("invitation-member"));
      return { slug: invitation.organization.slug };
    });
  },
});

/** Chooses the person's language. */
export const chooseLocale = accountCommand({
  name: "account.choose-locale",
  input: ChooseLocale,
  who: "signed-in",
  async run({ auth, user, input }) {
    if (!user) return refuse("signed-out");
    await updatePerson(auth, user.id, { locale: input.locale });
    return { locale: input.locale };
  },
});

/** Changes the password and ends every session of the person, so that whoever knew the old one is out at once. */
export const changePassword = accountCommand({
  name: "account.change-password",
  input: ChangePassword,
  who: "signed-in",
  async run({ auth, user, input }) {
    if (!user) return refuse("signed-out");
    const wait = await countAttempt("change-password", user.id);
    if (wait !== null) return refuse("too-many-attempts", { seconds: wait });
    if (!(await checkPassword(await passwordHashOf(auth, user.id), input.currentPassword)))
      return refuse("password-wrong", undefined, { field: "currentPassword" });
    await updatePerson(auth, user.id, { passwordHash: await hashPassword(input.password) });
    await Promise.all([endSessionsOf(user.id), forgetAttempts("change-password", user.id)]);
    return { email: user.email };
  },
});
