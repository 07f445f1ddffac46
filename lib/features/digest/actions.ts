import { action, reader } from "@/lib/platform/door";
import type { ChooseDigest, MailFilter } from "./input";
import type { DigestChoice, MailPage } from "./view";

export const chooseDigest = action<ChooseDigest, { digest: DigestChoice }>("digest.choose");
export const readMails = reader<MailFilter, MailPage>("mail.list");
