import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function ContactsLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of="companies">{children}</SectionMessages>;
}
