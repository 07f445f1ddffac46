import type { Metadata } from "next";
import { cache } from "react";
import { ContactPage } from "@/components/companies/contact-page";
import { contactsRead } from "@/lib/features/companies/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

const contact = cache((org: string, id: string) => load(contactsRead, org, { id }, paths.contact(org, id)));

export async function generateMetadata({ params }: PageProps<"/[org]/contacts/[id]">): Promise<Metadata> {
  const { org, id } = await params;
  return { title: (await contact(org, id)).name };
}

/** One person with the deals they take part in. */
export default async function Contact({ params }: PageProps<"/[org]/contacts/[id]">) {
  const { org, id } = await params;
  return <ContactPage key={id} org={org} contact={await contact(org, id)} />;
}
