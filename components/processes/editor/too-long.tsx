import { useEditing } from "./editing";

/** Says that a typed name is too long to add, while it stands in its field; nothing when it fits. */
export function TooLong({ id, typed, limit }: { id: string; typed: string; limit: number }) {
  const { words } = useEditing();
  const { length } = typed.trim();
  if (length <= limit) return null;
  return (
    <p id={id} role="alert" className="text-caption font-normal text-bad">
      {words.tooLong({ length, limit })}
    </p>
  );
}
