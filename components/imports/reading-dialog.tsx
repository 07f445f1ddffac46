"use client";

import { useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { setReading } from "@/lib/features/imports/actions";
import type { ImportView } from "@/lib/features/imports/view";
import { separatorName } from "./evidence";
import type { Act } from "./use-import";

const ENCODINGS = ["utf-8", "windows-1252", "utf-16le", "utf-16be"] as const;

/** Sets encoding and separator right; the file is then read again from its first byte. */
export function ReadingDialog({
  org,
  view,
  act,
  trigger,
}: {
  org: string;
  view: ImportView;
  act: Act;
  trigger: ReactElement;
}) {
  const t = useTranslations("imports");
  const common = useTranslations("common");
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [encoding, setEncoding] = useState(view.reading?.encoding.encoding ?? "utf-8");
  const [separator, setSeparator] = useState(view.reading?.separator ?? ",");
  const submit = async () => {
    setBusy(true);
    const done = await act(() => setReading(org, { id: view.id, encoding, separator }));
    setBusy(false);
    if (done) setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title={t("reading.fix.title")}
      description={t("reading.fix.text")}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common("cancel")}</Button>
          <Button variant="primary" loading={busy} onClick={submit}>
            {t("reading.fix.submit")}
          </Button>
        </>
      }
    >
      <div className="grid gap-6 sm:grid-cols-2">
        <Field label={t("reading.encoding")}>
          <RadioGroup
            label={t("reading.encoding")}
            value={encoding}
            onChange={setEncoding}
            options={ENCODINGS.map((value) => ({ value, label: t(`reading.encodings.${value}`) }))}
          />
        </Field>
        <Field label={t("reading.separator")}>
          <RadioGroup
            label={t("reading.separator")}
            value={separator}
            onChange={setSeparator}
            options={[...new Set([",", ";", "\t", separator])].map((value) => ({
              value,
              label: separatorName(value, t),
            }))}
          />
        </Field>
      </div>
    </Dialog>
  );
}
