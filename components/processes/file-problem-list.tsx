import { useTranslations } from "next-intl";
import type { FileProblems } from "@/lib/features/processes/view";

/** Everything that keeps a process file out, in the order of its lines, each with its place and reason. */
export function FileProblemList({ found: { problems, count } }: { found: FileProblems }) {
  const t = useTranslations("processes.file.problems");
  return (
    <div className="flex flex-col gap-2">
      <ol aria-label={t("list")} className="divide-y divide-line border-y border-line">
        {problems.map(({ at, line, column, reason, params }) => (
          <li key={`${at} ${line} ${column} ${reason}`} className="py-2">
            <p className="text-body">{t(`reason.${reason}`, params)}</p>
            <p className="text-caption font-normal text-ink-3">
              {t("place", { line, column })} · <code className="break-all">{at}</code>
            </p>
          </li>
        ))}
      </ol>
      {count > problems.length && (
        <p className="text-caption font-normal text-ink-2">{t("more", { count: count - problems.length })}</p>
      )}
    </div>
  );
}
