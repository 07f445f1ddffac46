import type { Words } from "./words";

/** What is known of the buyer here, as terms and names inside a `dl`: a line per register that has something to say. */
export function EntryLines({ ids, words }: { ids: readonly string[]; words: Words }) {
  return words.entriesOf(ids).map(({ kind, label, entries }) => (
    <div key={kind}>
      <dt className="text-caption text-ink-3">{label}</dt>
      {entries.map(({ id, text }) => (
        <dd key={id} className="break-words">
          {text}
        </dd>
      ))}
    </div>
  ));
}
