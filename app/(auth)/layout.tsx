import type { ReactNode } from "react";
import { AuthFrame } from "@/components/accounts/auth-frame";
import { SectionMessages } from "@/components/shell/section-messages";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <SectionMessages of="auth">
      <AuthFrame>{children}</AuthFrame>
    </SectionMessages>
  );
}
