/**
 * A deal's title without the company that stands beside it: "Kanzi" for "Acme · Kanzi" of Acme. A title that is nothing
 * but the company's name stays as it is.
 */
export function titleBeside(title: string, company: string | null | undefined): string {
  const [first, ...rest] = title.split(" · ");
  return company && rest.length > 0 && first === company ? rest.join(" · ") : title;
}
