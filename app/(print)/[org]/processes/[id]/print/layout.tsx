import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function PrintLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of="print">{children}</SectionMessages>;
}
