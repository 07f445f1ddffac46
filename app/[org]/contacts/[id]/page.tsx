import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { ContactPage } from "@/components/companies/contact-page";
import { contactsRead, contactsSurvivor } from "@/lib/features/companies/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

/** The person; the address of one who became part of another leads to them. */
const contact = cache(async (org: string, id: string) => {
  const { into } = await load(contactsSurvivor, org, { id }, paths.contact(org, id));
  if (into) redirect(paths.contact(org, into));
  return load(contactsRead, org, { id }, paths.contact(org, id));
});

export async function generateMetadata({ params }: PageProps<"/[org]/contacts/[id]">): Promise<Metadata> {
  const { org, id } = await params;
  return { title: (await contact(org, id)).name };
}

/** One person with the deals they take part in. */
export default async function Contact({ params }: PageProps<"/[org]/contacts/[id]">) {
  const { org, id } = await params;
  return <ContactPage key={id} org={org} contact={await contact(org, id)} />;
}
