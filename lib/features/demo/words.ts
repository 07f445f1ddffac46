import type { Random } from "./random";

const NOTES: Record<string, readonly [string, ...string[]]> = {
  call: [
    "Reached the plant manager. Stock counts are off every month; she wants to know what that costs.",
    "Short call. They compare two suppliers and decide after the holidays.",
    "Belgesprek met inkoop: budget staat, handtekening ligt bij de directie.",
    "Called back as promised. One open question about the start date.",
    "Niet bereikt, terugbelverzoek achtergelaten.",
  ],
  meeting: [
    "Three people at the table. The finance manager asked for the numbers behind the saving.",
    "Gesprek van een uur. Ze noemen het probleem nu zelf: dubbele invoer en te late offertes.",
    "Went through the plan of approach; they added a step of their own.",
  ],
  visit: [
    "Walked through the hall. Counted four hand-overs between order and loading.",
    "Bij de koper op locatie gekeken; foto's bij de deal.",
  ],
  video: [
    "Demo on their own data. The planner took over the mouse halfway.",
    "Online doorgelopen met twee collega's van de koper.",
  ],
  email: [
    "Sent the summary of what we agreed; they confirmed by return.",
    "Samenvatting gestuurd met de drie punten die zij noemden.",
  ],
};

/** Something that could have been written down after such a contact. */
export const noteFor = (random: Random, kind: string): string => random.pick(NOTES[kind] ?? ["Noted."]);
