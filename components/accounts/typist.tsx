"use client";

import { useEffect } from "react";
import { typistIs } from "@/lib/platform/typed/typed";

/**
 * Says whose device this is before any form on the page looks for what was typed here. Stands before those forms: effects
 * run in the order of the page.
 */
export function Typist({ userId }: { userId: string }) {
  useEffect(() => typistIs(userId), [userId]);
  return null;
}
