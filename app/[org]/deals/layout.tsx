import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function DealsLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of="deals">{children}</SectionMessages>;
}
