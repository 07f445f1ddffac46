import { accountAction } from "@/lib/platform/door";
import type { AcceptInvitation, ChangePassword, ChooseLocale, FoundOrganization, SignUp } from "./input";

export const signUp = accountAction<SignUp, { id: string }>("account.sign-up");
export const foundOrganization = accountAction<FoundOrganization, { slug: string }>(
  "account.found-organization",
);
export const acceptInvitation = accountAction<AcceptInvitation, { slug: string }>(
  "account.accept-invitation",
);
export const chooseLocale = accountAction<ChooseLocale, { locale: string }>("account.choose-locale");
export const changePassword = accountAction<ChangePassword, { email: string }>("account.change-password");
