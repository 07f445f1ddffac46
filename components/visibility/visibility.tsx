"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import { useRead } from "@/components/ui/use-read";
import { seenUnder, setVisibility } from "@/lib/features/visibility/actions";
import type { Rules } from "@/lib/features/visibility/input";
import type { StaleVisibility, VisibilityView } from "@/lib/features/visibility/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { PeopleSeen } from "./people-seen";
import { RulesCards } from "./rules-cards";

/** Whose deals people see: the rules on one side, and what they come to for each person on the other, before it is saved. */
export function Visibility({ org, view }: { org: string; view: VisibilityView }) {
  const t = useTranslations("settings.visibility");
  const router = useRouter();
  const sentence = useRefusal();
  const [saved, setSaved] = useState({ version: view.version, rules: view.rules });
  const [rules, setRules] = useState<Rules>(view.rules);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [stale, setStale] = useState<StaleVisibility | null>(null);
  const dirty = JSON.stringify(rules) !== JSON.stringify(saved.rules);
  const asked = useRead(seenUnder, org, dirty ? { rules } : null);
  const preview = dirty && asked?.ok ? asked.value : view.preview;

  const save = async (version: number) => {
    setBusy(true);
    setRefused(null);
    const result = await setVisibility(org, { version, rules });
    setBusy(false);
    if (result.ok) {
      setSaved({ version: result.value.version, rules });
      setStale(null);
      notify({ title: t("saved"), tone: "good" });
      router.refresh();
    } else if (result.refusal.code === "stale") setStale(result.refusal.current as StaleVisibility);
    else setRefused(sentence(result.refusal));
  };

  return (
    <div className="flex flex-col gap-4">
      {stale && (
        <Banner
          tone="warn"
          title={stale.by ? t("staleBy", { name: stale.by }) : t("stale")}
          action={
            <span className="flex flex-wrap gap-2">
              <Button
                size="small"
                onClick={() => {
                  setSaved(stale);
                  setRules(stale.rules);
                  setStale(null);
                }}
              >
                {t("theirs")}
              </Button>
              <Button size="small" loading={busy} onClick={() => save(stale.version)}>
                {t("mine")}
              </Button>
            </span>
          }
        >
          {t("staleText")}
        </Banner>
      )}
      {refused && <Banner tone="bad">{refused}</Banner>}
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_3fr]">
        <div className="flex flex-col gap-4">
          <RulesCards view={view} rules={rules} onChange={setRules} />
        </div>
        <PeopleSeen preview={preview} draft={dirty} busy={dirty && asked === null} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" loading={busy} disabled={!dirty} onClick={() => save(saved.version)}>
          {t("save")}
        </Button>
        {dirty && (
          <Button variant="quiet" onClick={() => setRules(saved.rules)}>
            {t("reset")}
          </Button>
        )}
      </div>
    </div>
  );
}
