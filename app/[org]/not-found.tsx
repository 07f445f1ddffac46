import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { paths } from "@/lib/platform/paths";

/** Not there, not yours and not allowed look the same: the answer tells nothing about what exists. */
export default function OrgNotFound() {
  const t = useTranslations("common.notFound");
  return (
    <Page className="max-w-xl pt-16">
      <EmptyState
        heading="h1"
        title={t("title")}
        action={
          <LinkButton href={paths.root()} variant="primary">
            {t("action")}
          </LinkButton>
        }
      >
        {t("text")}
      </EmptyState>
    </Page>
  );
}
