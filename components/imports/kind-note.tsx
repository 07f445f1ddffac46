"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import { setKind } from "@/lib/features/imports/actions";
import type { ImportPart } from "./use-import";

/** Says that a file rather holds another kind of list, with the way there; what comes of it can be taken back. */
export function KindNote({ org, view, act, pending }: ImportPart) {
  const t = useTranslations("imports");
  const { id, kind, likelier } = view;
  if (!likelier) return null;
  const change = async () => {
    if (!(await act(() => setKind(org, { id, kind: likelier })))) return;
    notify({
      title: t("likelier.done", { kind: likelier }),
      undo: async () => {
        await act(() => setKind(org, { id, kind }));
      },
    });
  };
  return (
    <div className="mb-4">
      <Banner
        tone="info"
        title={t("likelier.title", { kind: likelier })}
        action={
          <Button size="small" loading={pending} onClick={change}>
            {t("likelier.change", { kind: likelier })}
          </Button>
        }
      >
        {t("likelier.why", { here: kind, kind: likelier })}
      </Banner>
    </div>
  );
}
