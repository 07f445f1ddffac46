import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { ProcessMaturity } from "@/lib/features/maturity/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { ReviewForm } from "./review-form";

/** The reviews of a process, newest first, and the way to record one. */
export function ReviewsCard({ org, view }: { org: string; view: ProcessMaturity }) {
  const t = useTranslations("maturity.review");
  const format = useFormat();
  const { reviews, canReview, process } = view;
  return (
    <Card
      title={t("title")}
      sub={t("hint")}
      actions={canReview && <ReviewForm org={org} processId={process.processId} />}
    >
      {reviews.length === 0 ? (
        <p className="text-ink-2">{t("empty")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {reviews.map(({ id, day, by, conclusion, note }) => (
            <li key={id} className="py-2">
              <p className="text-body-strong">
                {t(conclusion)}
                <span className="text-caption font-normal text-ink-3">
                  {" "}
                  · {t("by", { day: format.day(day, "long"), name: by })}
                </span>
              </p>
              {note && <p className="whitespace-pre-line text-ink-2">{note}</p>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
