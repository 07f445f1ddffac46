"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";

/** A password that can be looked at; pasting and password managers work as everywhere. */
export function PasswordInput(props: Omit<ComponentProps<typeof Input>, "type">) {
  const t = useTranslations("auth");
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <span className="relative flex">
      <Input {...props} type={shown ? "text" : "password"} className="pr-11" />
      <IconButton
        label={t(shown ? "hide" : "show")}
        tooltip={false}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-0 right-0 min-h-0 pointer-coarse:min-h-0"
      >
        <Icon className="size-4" aria-hidden="true" />
      </IconButton>
    </span>
  );
}
