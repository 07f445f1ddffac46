import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { invitedEmail } from "@/lib/features/accounts/invited-email";
import { ownPath } from "@/lib/features/accounts/next-path";
import { currentUser } from "@/lib/platform/auth/session";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const next = ownPath((await searchParams).next);
  if (await currentUser()) redirect(next ?? paths.root());
  const t = await getTranslations("auth.signIn");
  const email = await invitedEmail(next, new Date());
  return (
    <div className="flex flex-col gap-5">
      <h1 className="page-title">{t("title")}</h1>
      <SignInForm next={next ?? paths.root()} email={email} />
      <p className="text-ink-2">
        {t("other")}{" "}
        <Link href={paths.signUp(next ?? undefined)} className="font-semibold text-accent hover:underline">
          {t("otherLink")}
        </Link>
      </p>
    </div>
  );
}
