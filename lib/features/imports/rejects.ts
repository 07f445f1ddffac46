import "server-only";
import { stringify } from "csv-stringify/sync";
import { createTranslator } from "next-intl";
import type { RowProblem } from "@/lib/domain/import/problems";
import type { Refusal } from "@/lib/domain/shared/result";
import type { Locale } from "@/lib/domain/shared/text";
import type { Caller } from "@/lib/platform/context";
import { read } from "@/lib/platform/execute";
import { formatter } from "@/lib/platform/i18n/format";
import { MESSAGES } from "@/lib/platform/i18n/messages";
import type { Result } from "@/lib/platform/verb";
import { importsRead, importsRejects } from "./queries";
import { dated, type RejectList } from "./view";

const PAGE = 200;

/**
 * The rejected rows as a file: the columns they came with, then the row number and the reasons in words. UTF-8 with a
 * mark and the separator of the original, so that a spreadsheet opens it, and it can be put right and imported again.
 * Cells that a spreadsheet would run as a formula are made harmless. Streamed, a page of rows at a time.
 */
export async function rejectsFile(
  caller: Exclude<Caller, { kind: "job" }>,
  id: string,
  locale: Locale,
): Promise<{ name: string; body: ReadableStream<Uint8Array> } | Refusal> {
  const found = await read(importsRead, caller, { id });
  if (!found.ok) return found.refusal;
  const { fileName, reading } = found.value;
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "imports" });
  const format = formatter(locale);
  const header = reading?.header ?? [];
  const options = {
    delimiter: reading?.separator ?? ",",
    escape_formulas: true,
    record_delimiter: "windows",
  };
  const line = (records: (string | number)[][]) => new TextEncoder().encode(stringify(records, options));
  const words = ({ code, column, params }: RowProblem) => {
    const reason = t(`problems.${code}`, dated(params, format.day) as never);
    return column === null ? reason : `${header[column] ?? ""}: ${reason}`;
  };
  async function* pages(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode("\ufeff");
    yield line([[...header, t("rejects.row"), t("rejects.reason")]]);
    for (let after: number | null = 0; after !== null; ) {
      const page: Result<RejectList> = await read(importsRejects, caller, { id, after, limit: PAGE });
      if (!page.ok) throw new Error(`a page of rejected rows was refused: ${page.refusal.code}`);
      yield line(
        page.value.rows.map(({ values, number, problems }) => [
          ...header.map((_, index) => values[index] ?? ""),
          number,
          problems.map(words).join("; "),
        ]),
      );
      after = page.value.next;
    }
  }
  const source = pages();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return { name: `${fileName.replace(/\.[^.]{1,5}$/, "")}-${t("rejects.file")}.csv`, body };
}
