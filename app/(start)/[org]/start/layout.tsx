import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function StartLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of="start">{children}</SectionMessages>;
}
