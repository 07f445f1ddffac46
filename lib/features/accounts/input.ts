import { z } from "zod";
import { LOCALES } from "@/lib/domain/shared/text";

export const Email = z.string().trim().toLowerCase().pipe(z.email()).pipe(z.string().max(200));
export const PersonName = z.string().trim().min(1).max(120);
export const Password = z.string().min(10).max(200);

export const SignUp = z.strictObject({
  email: Email,
  name: PersonName,
  password: Password,
  locale: z.enum(LOCALES),
});
export const FoundOrganization = z.strictObject({ name: z.string().trim().min(1).max(120) });
export const AcceptInvitation = z.strictObject({ token: z.string().min(20).max(100) });
export const ChooseLocale = z.strictObject({ locale: z.enum(LOCALES) });

export type SignUp = z.infer<typeof SignUp>;
export type FoundOrganization = z.infer<typeof FoundOrganization>;
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;
export type ChooseLocale = z.infer<typeof ChooseLocale>;
