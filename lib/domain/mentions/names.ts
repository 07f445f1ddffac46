type Member = { readonly id: string; readonly name: string; readonly email: string | null };

const folded = (text: string): string => text.normalize("NFC").toLowerCase();

/** The values that more than one of them has. */
function shared(values: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) (seen.has(value) ? twice : seen).add(value);
  return twice;
}

/**
 * The name by which each member is meant and nobody else: their own, or where others have it too with what stands before the
 * @ of their address, or the whole address. Who has no address keeps a name that may be somebody else's.
 */
export function distinctNames<M extends Member>(members: readonly M[]): M[] {
  const local = ({ email }: Member) => email?.slice(0, email.lastIndexOf("@")) ?? "";
  const twice = shared(members.map(({ name }) => folded(name)));
  const withLocal = shared(members.map((member) => folded(`${member.name} (${local(member)})`)));
  return members.map((member) => {
    const { name, email } = member;
    if (!twice.has(folded(name)) || email === null) return member;
    const short = `${name} (${local(member)})`;
    return { ...member, name: withLocal.has(folded(short)) ? `${name} (${email})` : short };
  });
}
