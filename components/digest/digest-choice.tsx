"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { announce } from "@/components/ui/live-region";
import { RadioGroup } from "@/components/ui/radio-group";
import { notify } from "@/components/ui/toast";
import { chooseDigest } from "@/lib/features/digest/actions";
import { DIGESTS } from "@/lib/features/digest/input";
import type { DigestChoice as Choice } from "@/lib/features/digest/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";

/** Whether the day comes by mail; saved as it is chosen. */
export function DigestChoice({ org, digest }: { org: string; digest: Choice }) {
  const t = useTranslations("digest.choice");
  const sentence = useRefusal();
  const [chosen, setChosen] = useState(digest);
  const choose = async (next: Choice) => {
    const before = chosen;
    setChosen(next);
    const result = await chooseDigest(org, { digest: next }, { key: newId() });
    if (result.ok) return announce(t("saved"));
    setChosen(before);
    notify({ title: sentence(result.refusal), tone: "bad" });
  };
  return (
    <RadioGroup
      label={t("label")}
      value={chosen}
      onChange={(next) => void choose(next)}
      options={DIGESTS.map((value) => ({ value, label: t(value) }))}
    />
  );
}
