"use client";

import { KeyRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { notify } from "@/components/ui/toast";
import { revokeApiKey } from "@/lib/features/api-keys/actions";
import type { ApiKeyRow, ApiKeysView } from "@/lib/features/api-keys/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { ApiKeyDialog } from "./api-key-dialog";

/** The keys of the REST API, the revoked ones last. */
export function ApiKeys({ org, view }: { org: string; view: ApiKeysView }) {
  const t = useTranslations("settings.apiKeys");
  const [making, setMaking] = useState(false);
  const make = (
    <Button variant="primary" onClick={() => setMaking(true)}>
      <KeyRound className="size-4" aria-hidden="true" />
      {t("create")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        sub={t("sub")}
        actions={
          <>
            <LinkButton href="/api/v1/openapi.json" prefetch={false} variant="quiet">
              {t("docs")}
            </LinkButton>
            {view.keys.length > 0 && make}
          </>
        }
      />
      {view.keys.length === 0 ? (
        <EmptyState title={t("emptyTitle")} action={make}>
          {t("empty")}
        </EmptyState>
      ) : (
        <Card>
          <KeyTable org={org} keys={view.keys} />
        </Card>
      )}
      {making && <ApiKeyDialog org={org} onClose={() => setMaking(false)} />}
    </>
  );
}

function KeyTable({ org, keys }: { org: string; keys: readonly ApiKeyRow[] }) {
  const t = useTranslations("settings.apiKeys");
  const role = useTranslations("people.role");
  const format = useFormat();
  const router = useRouter();
  const sentence = useRefusal();
  const revoke = async ({ id, name }: ApiKeyRow) => {
    const revoked = await revokeApiKey(org, { id });
    notify(
      revoked.ok ? { title: t("revoked", { name }) } : { title: sentence(revoked.refusal), tone: "bad" },
    );
    router.refresh();
  };
  return (
    <Table label={t("title")}>
      <Thead>
        <tr>
          <Th>{t("name")}</Th>
          <Th className="hidden sm:table-cell">{t("role")}</Th>
          <Th className="hidden lg:table-cell">{t("created")}</Th>
          <Th className="hidden md:table-cell">{t("lastUsed")}</Th>
          <Th>{t("state")}</Th>
          <Th className="w-24">
            <span className="sr-only">{t("actions")}</span>
          </Th>
        </tr>
      </Thead>
      <Tbody>
        {keys.map((key) => (
          <Tr key={key.id}>
            <Th row className="py-2">
              {key.name}
              <span className="block font-mono text-caption font-normal text-ink-3">{key.prefix}…</span>
            </Th>
            <Td className="hidden sm:table-cell">{role(key.role)}</Td>
            <Td className="hidden lg:table-cell">
              {t("createdBy", { day: format.day(key.createdOn, "year"), name: key.createdBy })}
            </Td>
            <Td className="hidden md:table-cell">
              {key.lastUsedOn ? format.day(key.lastUsedOn, "year") : t("never")}
            </Td>
            <Td>
              {key.revokedOn ? (
                <Badge>{t("revokedOn", { day: format.day(key.revokedOn, "year") })}</Badge>
              ) : (
                <Badge tone="good">{t("works")}</Badge>
              )}
            </Td>
            <Td className="text-right">
              {!key.revokedOn && (
                <ConfirmDialog
                  trigger={
                    <Button size="small" aria-label={t("revokeOf", { name: key.name })}>
                      {t("revoke")}
                    </Button>
                  }
                  title={t("revokeTitle", { name: key.name })}
                  confirm={t("revokeOf", { name: key.name })}
                  onConfirm={() => revoke(key)}
                >
                  {t("revokeText")}
                </ConfirmDialog>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
