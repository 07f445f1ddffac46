import "server-only";
import type { PrismaClient } from "@/lib/platform/db/generated/client";

/** What these functions get: the client of the auth role, which sees people across organisations. */
type Auth = PrismaClient;

/** Whether an address belongs to an account. */
export async function emailTaken(auth: Auth, email: string): Promise<boolean> {
  return (await auth.user.findUnique({ where: { email }, select: { id: true } })) !== null;
}

type NewPerson = { id: string; email: string; name: string; locale: string; passwordHash: string };

/** Writes a new account. */
export async function insertPerson(auth: Auth, person: NewPerson, createdAt: Date): Promise<void> {
  await auth.user.create({ data: { ...person, createdAt } });
}

/** What signing in needs to know of an address; null when nobody has it. */
export async function personByEmail(auth: Auth, email: string) {
  return auth.user.findUnique({ where: { email }, select: { id: true, passwordHash: true, locale: true } });
}

/** A person's password hash; null for an unknown person. */
export async function passwordHashOf(auth: Auth, id: string): Promise<string | null> {
  return (
    (await auth.user.findUnique({ where: { id }, select: { passwordHash: true } }))?.passwordHash ?? null
  );
}

/** Changes what a person chose: the language, the password's hash. */
export async function updatePerson(
  auth: Auth,
  id: string,
  data: { locale?: string; passwordHash?: string },
): Promise<void> {
  await auth.user.update({ where: { id }, data });
}

/** Whether an organisation has this address part. */
export async function slugTaken(auth: Auth, slug: string): Promise<boolean> {
  return (await auth.organization.findUnique({ where: { slug }, select: { id: true } })) !== null;
}
