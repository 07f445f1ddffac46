import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function InboxLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of="inbox">{children}</SectionMessages>;
}
