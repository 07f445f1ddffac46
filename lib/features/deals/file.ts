import "server-only";
import { stringify } from "csv-stringify/sync";
import { createTranslator } from "next-intl";
import { minorDigits } from "@/lib/domain/import/numbers";
import { OWN_HEADS } from "@/lib/domain/import/own-file";
import { withoutFormula } from "@/lib/domain/shared/formula";
import type { Money } from "@/lib/domain/shared/money";
import type { Refusal } from "@/lib/domain/shared/result";
import { inLocale, type Locale } from "@/lib/domain/shared/text";
import type { Caller } from "@/lib/platform/context";
import { read } from "@/lib/platform/execute";
import { MESSAGES } from "@/lib/platform/i18n/messages";
import type { DealIds } from "./list-input";
import { dealsFileColumns, dealsForFile, dealsIds } from "./queries";
import type { FileDeal } from "./view";

/** Deals read at a time: the file is never held as a whole. */
const CHUNK = 500;

/** What stands in the file, in this order, under heads that an import knows by themselves. */
const FILE_COLUMNS = [
  "id",
  "title",
  "company",
  "owner",
  "product",
  "stage",
  "outcome",
  "amount",
  "currency",
  "openedOn",
  "stageEnteredOn",
  "closedOn",
  "closeReason",
  "expectedClose",
  "segment",
  // Only to be read: an import leaves them as they are.
  "process",
  "contact",
] as const;

/** What each language's spreadsheets expect between cells, and before decimals. */
const WRITTEN = { en: { delimiter: ",", point: "." }, nl: { delimiter: ";", point: "," } } as const;

/** An exact amount, never with three decimals: those read as thousands, too. */
function written({ minor, currency }: Money, point: string): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  const fraction = digits > 0 ? `${point}${text.slice(-digits)}${digits === 3 ? "0" : ""}` : "";
  return `${minor < 0 ? "-" : ""}${text.slice(0, text.length - digits)}${fraction}`;
}

/**
 * The deals of a filter that the caller sees, as a file that a spreadsheet opens and an import takes back without a change:
 * UTF-8 with a mark, days written year first, texts that begin like a formula made harmless. Which deals it holds is settled
 * at once; they are then read a few at a time, each as it stands by then. Refuses what reading the list refuses.
 */
export async function dealsFile(
  caller: Exclude<Caller, { kind: "job" }>,
  filter: DealIds,
  locale: Locale,
  now = new Date(),
): Promise<{ name: string; body: ReadableStream<Uint8Array> } | Refusal> {
  const found = await read(dealsIds, caller, filter, { now });
  if (!found.ok) return found.refusal;
  const ids = found.value.deals.map(({ id }) => id);
  const { sort: _sort, most: _most, ...criteria } = filter;
  const brought = await read(dealsFileColumns, caller, criteria, { now });
  if (!brought.ok) return brought.refusal;
  const attributes = brought.value.attributes.filter((name) => !OWN_HEADS.has(name.trim().toLowerCase()));
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "deals" });
  const { delimiter, point } = WRITTEN[locale];
  const bytes = new TextEncoder();
  const line = (records: string[][]) =>
    bytes.encode(stringify(records, { delimiter, record_delimiter: "windows" }));
  const row = (deal: FileDeal): string[] => {
    const texts = {
      ...deal,
      stage: inLocale(deal.stage, locale),
      process: inLocale(deal.process, locale),
      outcome: t(deal.outcome ? `board.outcome.${deal.outcome}` : "filter.open"),
      closeReason: deal.closeReason && t(`closeReason.${deal.closeReason}`),
    };
    const cells = FILE_COLUMNS.map((column) =>
      column === "amount"
        ? deal.amount
          ? written(deal.amount, point)
          : ""
        : withoutFormula(texts[column] ?? ""),
    );
    return [...cells, ...attributes.map((name) => withoutFormula(String(deal.attributes[name] ?? "")))];
  };
  async function* parts(): AsyncGenerator<Uint8Array> {
    yield bytes.encode("\ufeff");
    yield line([[...FILE_COLUMNS.map((column) => t(`file.${column}`)), ...attributes.map(withoutFormula)]]);
    for (let from = 0; from < ids.length; from += CHUNK) {
      const chunk = await read(dealsForFile, caller, { ids: ids.slice(from, from + CHUNK) }, { now });
      if (!chunk.ok) throw new Error(`a part of a file of deals was refused: ${chunk.refusal.code}`);
      yield line(chunk.value.map(row));
    }
  }
  const source = parts();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await source.return(undefined);
    },
  });
  return { name: `${t("file.name")}-${now.toISOString().slice(0, 10)}.csv`, body };
}
