/** The heads of the file that a list of deals is exported as, by language. A test holds the export to them. */
const HEADS = {
  en: {
    known: [
      ...[
        "ID",
        "Title",
        "Company",
        "Owner",
        "Product",
        "Stage",
        "Outcome",
        "Amount",
        "Currency",
        "Opened on",
      ],
      ...["Stage entered on", "Closed on", "Close reason", "Expected close", "Segment"],
    ],
    toRead: ["Process", "Contact"],
  },
  nl: {
    known: [
      ...[
        "ID",
        "Titel",
        "Bedrijf",
        "Eigenaar",
        "Product",
        "Fase",
        "Uitkomst",
        "Bedrag",
        "Valuta",
        "Geopend op",
      ],
      ...["In fase sinds", "Gesloten op", "Reden", "Verwachte sluiting", "Segment"],
    ],
    toRead: ["Proces", "Contactpersoon"],
  },
} as const;

export type OwnFile = {
  /** Whether a column is one that an import reads; another one stands for itself, as it did before. */
  readonly knows: (header: string) => boolean;
  /** Whether a column is only there to be read: what it says is not changed by a file. */
  readonly isToRead: (header: string) => boolean;
};

/**
 * What our own export is, told by its heads; null for any other file. A column beyond those is what another file once brought
 * along: it is taken back under its own name, whatever it resembles.
 */
export function ownFile(headers: readonly string[]): OwnFile | null {
  const there = new Set(headers);
  for (const { known, toRead } of Object.values(HEADS)) {
    if (![...known, ...toRead].every((head) => there.has(head))) continue;
    const [fields, notes] = [new Set<string>(known), new Set<string>(toRead)];
    return { knows: (header) => fields.has(header), isToRead: (header) => notes.has(header) };
  }
  return null;
}

/** Every head of the export in any language, in small letters: no column beyond them is called so. */
export const OWN_HEADS: ReadonlySet<string> = new Set(
  Object.values(HEADS).flatMap(({ known, toRead }) =>
    [...known, ...toRead].map((head) => head.toLowerCase()),
  ),
);
