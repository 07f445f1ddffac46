"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { readSimilarContacts } from "@/lib/features/companies/actions";
import type { SimilarContact } from "@/lib/features/companies/view";
import { paths } from "@/lib/platform/paths";

const PAUSE_MS = 250;

/** While a person is typed: who is there already and may be the same. It warns, and forbids nothing. */
export function SimilarPeople({
  org,
  name,
  email,
  companyId,
  not,
}: {
  org: string;
  name: string;
  email: string;
  companyId: string | null;
  not: string | null;
}) {
  const t = useTranslations("buying.similarPeople");
  const [found, setFound] = useState<SimilarContact[]>([]);
  useEffect(() => {
    if (name.trim().length < 2 || name.length > 200 || email.length > 320) return setFound([]);
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const result = await readSimilarContacts(org, { name, email, companyId, not }, stop.signal);
      if (result.ok && !stop.signal.aborted) setFound(result.value);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [org, name, email, companyId, not]);
  return (
    <div role="status">
      {found.length > 0 && (
        <p className="text-caption text-warn">
          {t("there")}{" "}
          {found.map((person, index) => (
            <span key={person.id}>
              {index > 0 && ", "}
              <Link
                href={paths.contact(org, person.id)}
                target="_blank"
                className="inline-block min-h-6 underline"
              >
                {person.company ? t("at", { name: person.name, company: person.company }) : person.name}
              </Link>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
