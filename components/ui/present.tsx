import { Avatar } from "./avatar";

/** More than this many are a number. */
const SHOWN = 4;

/** Who else is here, in the colour of presence. Nothing when nobody is. */
export function Present({
  label,
  people,
}: {
  label: string;
  people: readonly { readonly id: string; readonly name: string }[];
}) {
  if (people.length === 0) return null;
  return (
    <ul aria-label={label} className="flex items-center -space-x-1.5">
      {people.slice(0, SHOWN).map(({ id, name }) => (
        <li key={id} title={name} className="rounded-full ring-2 ring-canvas">
          <Avatar name={name} present />
          <span className="sr-only">{name}</span>
        </li>
      ))}
      {people.length > SHOWN && <li className="pl-3 text-caption">+{people.length - SHOWN}</li>}
    </ul>
  );
}
