import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  const t = useTranslations("common.notFound");
  return (
    <main className="mx-auto max-w-xl p-6 pt-24">
      <title>{t("title")}</title>
      <EmptyState
        heading="h1"
        title={t("title")}
        action={
          <LinkButton href="/" variant="primary">
            {t("action")}
          </LinkButton>
        }
      >
        {t("text")}
      </EmptyState>
    </main>
  );
}
