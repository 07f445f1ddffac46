import { redirect } from "next/navigation";
import { myOrganizations } from "@/lib/features/accounts/queries";
import { currentUser } from "@/lib/platform/auth/session";
import { paths } from "@/lib/platform/paths";

/** The start: the only organisation, the choice between several, or the sign-in page. */
export default async function StartPage() {
  const me = await currentUser();
  if (!me) redirect(paths.signIn());
  const [only, ...others] = await myOrganizations(me.id);
  redirect(only && others.length === 0 ? paths.home(only.slug) : paths.organizations());
}
