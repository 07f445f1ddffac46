import type { Locale } from "@/lib/domain/shared/text";
import type { Random } from "./random";

type Notes = Readonly<Record<string, readonly [string, ...string[]]>>;

const NOTES: Readonly<Record<Locale, Notes>> = {
  en: {
    call: [
      "Reached the plant manager. Stock counts are off every month; she wants to know what that costs.",
      "Short call. They compare two suppliers and decide after the holidays.",
      "Spoke with purchasing: the budget is there, the signature lies with the board.",
      "Called back as promised. One open question about the start date.",
      "Not reached; asked to be called back.",
    ],
    meeting: [
      "Three people at the table. The finance manager asked for the numbers behind the saving.",
      "An hour's talk. They name the problem themselves now: orders typed twice, and late quotes.",
      "Went through the plan of approach; they added a step of their own.",
    ],
    visit: [
      "Walked through the hall. Counted four hand-overs between order and loading.",
      "Looked around at their site; photos are with the deal.",
    ],
    video: [
      "Demo on their own data. The planner took over the mouse halfway.",
      "Went through it online with two of their colleagues.",
    ],
    email: [
      "Sent the summary of what we agreed; they confirmed by return.",
      "Sent the summary with the three points that they named.",
    ],
  },
  nl: {
    call: [
      "De werfleider gesproken. De vorige levering klopte niet; hij wil weten hoe we dat voorkomen.",
      "Kort gesprek. Ze vergelijken twee leveranciers en beslissen na het verlof.",
      "Gebeld met inkoop: budget staat, de handtekening ligt bij de zaakvoerder.",
      "Teruggebeld zoals beloofd. Eén vraag staat nog open: de leverdag.",
      "Niet bereikt, terugbelverzoek achtergelaten.",
    ],
    meeting: [
      "Met drie aan tafel. De boekhouder vroeg naar de cijfers achter de besparing.",
      "Gesprek van een uur. Ze noemen het probleem nu zelf: wachten op materiaal en te late offertes.",
      "Samen de aanpak doorgenomen; ze voegden er zelf een stap aan toe.",
    ],
    visit: [
      "Over de werf gelopen. Vier keer overgeladen tussen magazijn en plafond.",
      "Bij de koper op locatie gekeken; foto's bij de deal.",
    ],
    video: [
      "Lichtplan online doorgelopen. De installateur tekende halverwege zelf mee.",
      "Online doorgelopen met twee collega's van de koper.",
    ],
    email: [
      "Samenvatting gestuurd van wat we afspraken; ze bevestigden meteen.",
      "Samenvatting gestuurd met de drie punten die zij noemden.",
    ],
  },
};

/** Something that could have been written down after such a contact, in the language that the team writes in. */
export const noteFor = (random: Random, language: Locale, kind: string): string =>
  random.pick(NOTES[language][kind] ?? [language === "nl" ? "Genoteerd." : "Noted."]);
