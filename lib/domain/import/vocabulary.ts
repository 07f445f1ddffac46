/** Sectors as companies are filed under them, so that a misspelt one can be recognised. A value outside this list is fine. */
export const SECTORS: readonly string[] = [
  ..."agriculture automotive banking chemicals construction consulting education employment energy engineering entertainment fashion finance government healthcare hospitality industry insurance legal logistics manufacturing marketing media medical mining pharmaceuticals publishing retail services software technology telecommunications tourism transport utilities wholesale".split(
    " ",
  ),
  "real estate",
  "food and beverage",
  "non-profit",
  "professional services",
  ..."landbouw bankwezen bouw chemie detailhandel dienstverlening energie financiën gezondheidszorg groothandel horeca industrie juridisch logistiek marketing media onderwijs overheid productie technologie telecommunicatie toerisme transport vastgoed verzekeringen voeding zorg".split(
    " ",
  ),
];

let countries: readonly string[] | null = null;

/** The names of all countries in English and Dutch, from the platform's own language data. */
export function countryNames(): readonly string[] {
  if (countries) return countries;
  const names = new Set<string>();
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const locale of ["en", "nl"]) {
    const display = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
    for (const a of letters)
      for (const b of letters) {
        const name = display.of(`${a}${b}`);
        if (name) names.add(name);
      }
  }
  countries = [...names];
  return countries;
}
