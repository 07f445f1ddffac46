"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { CallView } from "@/lib/features/calls/view";
import { RESULT_TONE } from "./tones";
import { useText } from "./words";

/** What came of a call, as it was written down. */
export function Outcome({ call }: { call: CallView }) {
  const t = useTranslations("calls");
  const text = useText();
  const { debrief } = call;
  if (!debrief) return null;
  const heard = [...call.objections, ...call.otherObjections].filter(({ id }) => debrief.heard.includes(id));
  return (
    <>
      <p>
        <Badge tone={RESULT_TONE[debrief.result]}>{t(`result.${debrief.result}`)}</Badge>
      </p>
      <p dir="auto" className="mt-2 break-words whitespace-pre-line">
        {debrief.learned || <span className="text-ink-3">{t("debrief.learnedNothing")}</span>}
      </p>
      {heard.length > 0 && (
        <div className="mt-3">
          <h3 className="text-caption text-ink-3">{t("debrief.cameUp")}</h3>
          <ul>
            {heard.map(({ id, name }) => (
              <li key={id}>{text(name)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
