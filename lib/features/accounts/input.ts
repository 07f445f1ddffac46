import { z } from "zod";
import { LOCALES } from "@/lib/domain/shared/text";
import { Email } from "@/lib/platform/email";

export const PASSWORD_LENGTH = 10;

// Messages are keys of `auth.problems`, so that the forms that share these schemas speak the person's language.
export const PersonName = z.string().trim().min(1, "name").max(120, "long");
export const Password = z.string().min(PASSWORD_LENGTH, "password").max(200, "long");

export const SignUp = z.strictObject({
  email: Email,
  name: PersonName,
  password: Password,
  locale: z.enum(LOCALES),
});
export const SignIn = z.strictObject({
  email: Email,
  password: z.string().min(1, "required").max(200, "long"),
});
export const FoundOrganization = z.strictObject({
  name: z.string().trim().min(1, "organization").max(120, "long"),
});
export const AcceptInvitation = z.strictObject({ token: z.string().min(20).max(100) });
export const ChooseLocale = z.strictObject({ locale: z.enum(LOCALES) });
export const ChangePassword = z.strictObject({
  currentPassword: z.string().min(1, "required").max(200, "long"),
  password: Password,
});

export type SignUp = z.infer<typeof SignUp>;
export type SignIn = z.infer<typeof SignIn>;
export type FoundOrganization = z.infer<typeof FoundOrganization>;
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;
export type ChooseLocale = z.infer<typeof ChooseLocale>;
export type ChangePassword = z.infer<typeof ChangePassword>;
