import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignUpForm } from "@/components/accounts/sign-up-form";
import { invitedEmail } from "@/lib/features/accounts/invited-email";
import { ownPath } from "@/lib/features/accounts/next-path";
import { currentUser } from "@/lib/platform/auth/session";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signUp"))("title") };
}

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const next = ownPath((await searchParams).next);
  if (await currentUser()) redirect(next ?? paths.root());
  const t = await getTranslations("auth.signUp");
  const email = await invitedEmail(next, new Date());
  return (
    <div className="flex flex-col gap-5">
      <h1 className="page-title">{t("title")}</h1>
      <SignUpForm next={next ?? paths.root()} email={email} />
      <p className="text-ink-2">
        {t("other")}{" "}
        <Link href={paths.signIn(next ?? undefined)} className="font-semibold text-accent hover:underline">
          {t("otherLink")}
        </Link>
      </p>
    </div>
  );
}
