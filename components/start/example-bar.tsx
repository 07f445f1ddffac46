"use client";

import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import { throwExampleAway } from "@/lib/features/demo/actions";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";

/** Says on every page of an example that nothing here is real, and throws it away in one go; a new one is as quickly there. */
export function ExampleBar({ org }: { org: string }) {
  const t = useTranslations("auth.example");
  const sentence = useRefusal();
  const [throwing, setThrowing] = useState(false);
  const throwAway = async () => {
    setThrowing(true);
    const thrown = await throwExampleAway(org, {}, { key: newId() });
    if (thrown.ok) return window.location.assign(paths.organizations());
    setThrowing(false);
    notify({ title: sentence(thrown.refusal), tone: "bad" });
  };
  return (
    <aside
      aria-label={t("label")}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-sunken px-4 py-2 sm:px-6 print:hidden"
    >
      <FlaskConical className="size-4 shrink-0 text-ink-2" aria-hidden="true" />
      <p className="min-w-0 flex-1 text-ink-2">{t("text")}</p>
      <Button size="small" loading={throwing} onClick={throwAway}>
        {t("throwAway")}
      </Button>
    </aside>
  );
}
