"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LoadingRegion, Skeleton } from "@/components/ui/skeleton";
import { readPeoplePair } from "@/lib/features/companies/actions";
import type { PersonSide } from "@/lib/features/companies/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { OtherPerson } from "./other-person";
import { PersonMergeChoice, type PersonSides } from "./person-merge-choice";
import { useMergePeople } from "./use-merge-people";

/** Merges a person with another one: whom, who of the two stays, and what will be said of them. */
export function PersonMergeDialog({
  org,
  person,
  otherId,
  stay,
  onClose,
}: {
  org: string;
  person: { id: string; name: string };
  /** Asked for when it is not known. */
  otherId?: string;
  /** Whether the page stays where it is afterwards; otherwise it goes to the person who was kept. */
  stay: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("buying.mergePeople");
  const common = useTranslations("common");
  const sentence = useRefusal();
  const { merge } = useMergePeople(org);
  const [other, setOther] = useState<string | null>(otherId ?? null);
  const [sides, setSides] = useState<PersonSides | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const load = useCallback(
    async (id: string, signal?: AbortSignal) => {
      const result = await readPeoplePair(org, { id: person.id, otherId: id }, signal);
      if (signal?.aborted) return;
      if (!result.ok) return setRefused(sentence(result.refusal));
      const [older, newer] = result.value.sides as [PersonSide, PersonSide];
      // Who more deals name stays, until said otherwise.
      const [into, from] = newer.deals > older.deals ? [newer, older] : [older, newer];
      setSides({ into, from, take: [] });
    },
    [org, person.id, sentence],
  );
  useEffect(() => {
    if (!other) return setSides(null);
    const stop = new AbortController();
    void load(other, stop.signal);
    return () => stop.abort();
  }, [other, load]);

  const submit = async () => {
    if (!sides || !other) return;
    setBusy(true);
    setRefused(null);
    const refusal = await merge(sides.from, sides.into, sides.take, { stay });
    setBusy(false);
    if (!refusal) return onClose();
    setRefused(sentence(refusal));
    if (refusal.code === "stale") await load(other);
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" loading={busy} disabled={!sides} onClick={submit}>
            {t("do")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {refused && <Banner tone="warn">{refused}</Banner>}
        <p className="text-ink-2">{t("intro")}</p>
        {!otherId && <OtherPerson org={org} not={person.id} value={other} onChange={setOther} />}
        {sides && <PersonMergeChoice sides={sides} onChange={setSides} />}
        {other && !sides && !refused && (
          <LoadingRegion>
            <Skeleton className="h-40" />
          </LoadingRegion>
        )}
      </div>
    </Dialog>
  );
}
