import "server-only";
import { createTranslator } from "next-intl";
import type { Digest, DigestPart } from "@/lib/domain/digest/digest";
import type { Locale } from "@/lib/domain/shared/text";
import { MESSAGES } from "@/lib/platform/i18n/messages";
import { paths } from "@/lib/platform/paths";

type Letter = { subject: string; body: string };
type To = {
  locale: Locale;
  name: string;
  org: { slug: string; name: string; timeZone: string };
  url: string;
};

const count = ({ lines, more }: DigestPart): number => lines.length + more;

/** A digest as the mail a person reads: plain text in their language. What others wrote is one line each, whatever is in it. */
export function letterOf(digest: Digest, { locale, name, org, url }: To): Letter {
  const { timeZone } = org;
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "digest.mail", timeZone });
  const [calls, asked, promised] = [count(digest.calls), count(digest.asked), count(digest.promised)];
  const [late, today] = [count(digest.late), count(digest.today)];
  const first = [
    calls > 0 && t("subjectCalls", { calls }),
    late > 0 && t("subjectLate", { late }),
    today > 0 && t("subjectToday", { today }),
  ].filter(Boolean);
  const rest =
    asked > 0
      ? t("subjectAsked", { asked })
      : promised > 0
        ? t("subjectPromised", { promised })
        : t("subjectUnread", { unread: digest.unread });
  const what = first.length > 0 ? first.join(", ") : rest;
  const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
  const part = (title: string, { lines, more }: DigestPart): string[] =>
    lines.length === 0
      ? []
      : [
          title,
          ...lines.map(({ title: text, place, at }) => {
            const said = oneLine(text) || t("someCall");
            const timed = at ? t("at", { at: new Date(at), title: said }) : said;
            return `- ${timed}${place ? ` (${oneLine(place)})` : ""}`;
          }),
          ...(more > 0 ? [`  ${t("more", { count: more })}`] : []),
          "",
        ];
  const at = (path: string) => new URL(path, url).toString();
  const body = [
    t("hello", { name: name.split(" ")[0] ?? name }),
    "",
    ...part(t("calls"), digest.calls),
    ...part(t("asked"), digest.asked),
    ...part(t("late"), digest.late),
    ...part(t("today"), digest.today),
    ...part(t("promised"), digest.promised),
    ...(digest.unread > 0 ? [t("unread", { count: digest.unread }), ""] : []),
    t("open", { url: at(paths.today(org.slug)) }),
    ...(digest.unread > 0 ? [t("inbox", { url: at(paths.inbox(org.slug)) })] : []),
    "",
    t("off", { url: at(paths.profile(org.slug)) }),
  ];
  return { subject: `${oneLine(org.name)}: ${what}`, body: body.join("\n") };
}
