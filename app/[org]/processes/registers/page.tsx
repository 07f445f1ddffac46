import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RegistersPage } from "@/components/processes/registers/registers-page";
import { registersList } from "@/lib/features/registers/queries";
import { load } from "@/lib/platform/page";
import { paths } from "@/lib/platform/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registers"))("title") };
}

export default async function Registers({ params }: PageProps<"/[org]/processes/registers">) {
  const { org } = await params;
  return <RegistersPage org={org} view={await load(registersList, org, {}, paths.registers(org))} />;
}
