"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { LIMITS } from "@/lib/domain/process/limits";
import { patchText } from "@/lib/domain/process/patch";
import { RESOURCE_KINDS, type Resource, type Step } from "@/lib/domain/process/types";
import type { Locale, LocalText } from "@/lib/domain/shared/text";
import { useEditing } from "./editing";
import { TextEdit } from "./text-edit";

const EMPTY: Record<Resource["kind"], Resource> = {
  question: { kind: "question", text: {} },
  snippet: { kind: "snippet", label: {}, text: {} },
  link: { kind: "link", label: {}, url: "" },
};

/** What to use while doing a step: questions to ask, texts to send or say, links to open. */
export function ResourceEdit({
  step,
  locale,
  onEdit,
}: {
  step: Step;
  locale: Locale;
  onEdit: (resources: Step["resources"], merge?: string, was?: Step["resources"]) => void;
}) {
  const { words } = useEditing();
  const { t } = words;
  const { resources } = step;
  const put = (at: number, resource: Resource, merge?: string, was?: Resource) => {
    const withOne = (other: Resource) => resources.map((one, index) => (index === at ? other : one));
    onEdit(withOne(resource), merge && `resources.${at}.${merge}`, was && withOne(was));
  };
  return (
    <div data-field="resources" className="flex flex-col gap-3">
      {resources.map((resource, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a resource has no identity of its own
        <div key={at} className="flex items-start gap-1">
          <div className="flex min-w-0 flex-1 flex-col gap-2">
            {resource.kind !== "question" && (
              <TextEdit
                locale={locale}
                words={words}
                label={t(`resource.label.${resource.kind}`)}
                field={`resources.${at}.label`}
                value={resource.label}
                limit={LIMITS.name}
                onEdit={(label, merge, was) =>
                  put(at, withText(resource, "label", label), merge, withText(resource, "label", was))
                }
              />
            )}
            {resource.kind === "link" ? (
              <UrlEdit url={resource.url} onEdit={(url) => put(at, { ...resource, url })} />
            ) : (
              <TextEdit
                long={resource.kind === "snippet"}
                locale={locale}
                words={words}
                label={t(`resource.text.${resource.kind}`)}
                field={`resources.${at}.text`}
                value={resource.text}
                limit={resource.kind === "snippet" ? LIMITS.snippet : LIMITS.stepText}
                onEdit={(text, merge, was) =>
                  put(at, withText(resource, "text", text), merge, withText(resource, "text", was))
                }
              />
            )}
          </div>
          <IconButton
            label={t("resource.remove")}
            onClick={() => onEdit(resources.filter((_, index) => index !== at))}
          >
            <Trash2 className="size-4" aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        {RESOURCE_KINDS.map((kind) => (
          <Button key={kind} size="small" onClick={() => onEdit([...resources, EMPTY[kind]])}>
            {t(`resource.add.${kind}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** The resource with one of its texts changed. */
function withText<R extends Resource, F extends keyof R>(resource: R, field: F, patch: LocalText): R {
  return { ...resource, [field]: patchText(resource[field] as LocalText, patch) };
}

/** The address of a link; only addresses that a browser may safely open become an edit. */
function UrlEdit({ url, onEdit }: { url: string; onEdit: (url: string) => void }) {
  const { t } = useEditing().words;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? url;
  const wrong = shown.trim() !== "" && !safeUrl(shown);
  return (
    <Field label={t("resource.url")} error={wrong ? t("resource.wrongUrl") : undefined}>
      <Input
        inputMode="url"
        placeholder="https://"
        value={shown}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
        onBlur={() => {
          if (typed === null || wrong) return;
          const next = safeUrl(typed) ?? "";
          if (next !== url) onEdit(next);
          setTyped(null);
        }}
      />
    </Field>
  );
}

function safeUrl(typed: string): string | null {
  const text = typed.trim();
  const found = URL.parse(text) ?? URL.parse(`https://${text}`);
  return found && ["https:", "http:", "mailto:"].includes(found.protocol) ? found.href : null;
}
