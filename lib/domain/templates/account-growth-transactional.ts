import type { ProcessTemplate } from "./template";
import { text } from "./text";
import { after, within } from "./windows";

/** Growing many existing customers in short rounds: signal, offer, order, and what comes after, from hand to hand. */
export const accountGrowthTransactional: ProcessTemplate = {
  key: "account-growth-transactional",
  category: "account",
  style: "transactional",
  roleKey: "account-manager",
  name: text("Growth in existing accounts, transactional", "Groei bij bestaande klanten, transactioneel"),
  description: text(
    "For many existing customers: a signal from the figures becomes an offer within days, an order without searching, and a second order because the first went well.",
    "Voor veel bestaande klanten: een signaal uit de cijfers wordt binnen dagen een aanbod, een bestelling zonder zoeken, en een tweede bestelling omdat de eerste goed ging.",
  ),
  document: {
    stages: [
      {
        key: "signal",
        name: text("Signal", "Signaal"),
        buyerStep: text(
          "Buys less, something else or elsewhere",
          "Koopt minder, iets anders of ergens anders",
        ),
        plannedDays: 5,
        steps: [
          {
            key: "list-signals",
            name: text(
              "List who buys less or misses the logical next product",
              "Maak de lijst van wie minder koopt of het logische vervolg mist",
            ),
            channel: "internal",
            owner: "marketing",
            window: within(1),
            importance: "normal",
            howTo: text(
              "Compare three months with the same months last year, per product group. Put the reason beside each name: stopped, fell, never had. No more than twenty names a week.",
              "Vergelijk drie maanden met dezelfde maanden vorig jaar, per productgroep. Zet bij elke naam de reden: gestopt, gedaald, nooit gehad. Niet meer dan twintig namen per week.",
            ),
            buyerGains: text("Is called when there is a reason.", "Wordt gebeld als er een reden is."),
          },
          {
            key: "call-with-fact",
            name: text("Call with the fact and one question", "Bel met het feit en één vraag"),
            channel: "call",
            owner: "inside-sales",
            window: within(3),
            importance: "key",
            objective: text("Hear why, before offering anything.", "Horen waarom, voordat je iets aanbiedt."),
            howTo: text(
              'Say: "You took four pallets a month until June, now two. What changed?" Then be silent. Offer nothing until the reason is clear.',
              'Zeg: "Tot juni namen jullie vier pallets per maand, nu twee. Wat is er veranderd?" Wees dan stil. Bied niets aan zolang de reden niet duidelijk is.',
            ),
            buyerAction: text("Tells what changed.", "Vertelt wat er veranderde."),
            buyerGains: text("Someone noticed.", "Iemand merkte het op."),
            desiredResult: text("A reason in the customer's words.", "Een reden in de woorden van de klant."),
            resources: [
              {
                kind: "question",
                text: text("Who else decides on this now?", "Wie beslist er nu nog meer over?"),
              },
              {
                kind: "question",
                text: text(
                  "What would you order today if it were easier?",
                  "Wat zou je vandaag bestellen als het makkelijker was?",
                ),
              },
            ],
          },
          {
            key: "sort-reason",
            name: text("Sort it: service, price, need or gone", "Deel in: service, prijs, behoefte of weg"),
            channel: "internal",
            owner: "run-owner",
            window: within(4),
            importance: "normal",
            howTo: text(
              "Service goes to customer service with a name and a day. Price goes into an offer. No need goes back on the list in six months; gone is closed with the reason.",
              "Service gaat naar de klantenservice met een naam en een dag. Prijs gaat naar een aanbod. Geen behoefte komt over zes maanden terug; weg wordt gesloten met de reden.",
            ),
            buyerGains: text(
              "Gets what helps, not what is on offer.",
              "Krijgt wat helpt, niet wat in de aanbieding is.",
            ),
          },
        ],
        criteria: [
          {
            key: "reason-told",
            text: text(
              "The customer told what changed and agreed to a proposal",
              "De klant vertelde wat er veranderde en stemde in met een voorstel",
            ),
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "offer",
        name: text("Offer", "Aanbod"),
        buyerStep: text("Compares with what it buys now", "Vergelijkt met wat het nu koopt"),
        plannedDays: 5,
        steps: [
          {
            key: "make-offer",
            name: text("Make one offer, not three", "Maak één aanbod, geen drie"),
            channel: "email",
            owner: "inside-sales",
            window: within(1),
            importance: "key",
            objective: text("Make saying yes one click.", "Ja zeggen tot één klik maken."),
            howTo: text(
              'Two lines: what you told us, what we propose. Price, delivery day and a button or a reply "yes" are enough to order. No attachment to read first.',
              'Twee regels: wat je ons vertelde, wat we voorstellen. Prijs, leverdag en een knop of antwoord "ja" zijn genoeg om te bestellen. Geen bijlage om eerst te lezen.',
            ),
            buyerAction: text("Answers yes, no or not now.", "Antwoordt ja, nee of nu niet."),
            buyerGains: text("Can decide in a minute.", "Kan in een minuut beslissen."),
            desiredResult: text("An answer within two days.", "Een antwoord binnen twee dagen."),
          },
          {
            key: "check-stock",
            name: text("Confirm stock and delivery day", "Bevestig voorraad en leverdag"),
            channel: "internal",
            owner: "order-desk",
            window: within(1),
            importance: "normal",
            howTo: text(
              "Promise only a day that is in the system. If it is later than the customer is used to, say so in the offer and give the reason.",
              "Beloof alleen een dag die in het systeem staat. Is die later dan de klant gewend is, zeg dat in het aanbod en geef de reden.",
            ),
            buyerGains: text("A day that holds.", "Een dag die klopt."),
          },
          {
            key: "call-for-answer",
            name: text("Call for the answer on day two", "Bel op dag twee voor het antwoord"),
            channel: "call",
            owner: "inside-sales",
            window: after("make-offer", 2),
            importance: "normal",
            howTo: text(
              'Ask: "Shall I book it, or does something hold you back?" A no gets a reason and a date to come back.',
              'Vraag: "Zal ik het inboeken, of houdt iets je tegen?" Een nee krijgt een reden en een datum om terug te komen.',
            ),
            buyerGains: text("No offers that linger.", "Geen aanbiedingen die blijven hangen."),
          },
        ],
        criteria: [
          {
            key: "answer-given",
            text: text(
              "The customer ordered in writing, or said no with a reason",
              "De klant bestelde schriftelijk, of zei nee met een reden",
            ),
            evidence: "document",
            requirement: "reason",
          },
        ],
      },
      {
        key: "deliver",
        name: text("Order and delivery", "Bestelling en levering"),
        buyerStep: text("Waits, receives and uses it", "Wacht, ontvangt en gebruikt"),
        plannedDays: 10,
        steps: [
          {
            key: "book-order",
            name: text("Book the order within four hours", "Boek de bestelling binnen vier uur"),
            channel: "internal",
            owner: "order-desk",
            window: within(4, "hours"),
            importance: "key",
            objective: text("First time right.", "In één keer goed."),
            howTo: text(
              "Check number, address and day against the customer's answer. Anything that differs is called back at once, not corrected in silence.",
              "Leg aantal, adres en dag naast het antwoord van de klant. Wat afwijkt, bel je meteen terug; verbeter niets in stilte.",
            ),
            buyerAction: text("Gets a confirmation that matches.", "Krijgt een bevestiging die klopt."),
            buyerGains: text("No surprise at the door.", "Geen verrassing aan de deur."),
            desiredResult: text("A confirmation without a correction.", "Een bevestiging zonder correctie."),
          },
          {
            key: "deliver-in-time",
            name: text("Deliver on the promised day", "Lever op de beloofde dag"),
            channel: "visit",
            owner: "delivery",
            window: within(5),
            importance: "normal",
            howTo: text(
              "Later than promised: the customer hears it from us the day before, with a new day. The driver notes what was refused and why.",
              "Later dan beloofd: de klant hoort het een dag eerder van ons, met een nieuwe dag. De chauffeur noteert wat geweigerd werd en waarom.",
            ),
            buyerGains: text("Can plan on it.", "Kan erop plannen."),
          },
          {
            key: "ask-after-delivery",
            name: text("Ask two days later how it went", "Vraag twee dagen later hoe het ging"),
            channel: "call",
            owner: "customer-service",
            window: after("deliver-in-time", 2),
            importance: "normal",
            howTo: text(
              'Ask: "Was everything there, and does it work?" A complaint is solved before anybody sells again.',
              'Vraag: "Was alles er, en werkt het?" Een klacht is opgelost voordat iemand weer verkoopt.',
            ),
            buyerGains: text("Complaints are heard early.", "Klachten worden vroeg gehoord."),
          },
        ],
        criteria: [
          {
            key: "received-well",
            text: text(
              "The customer confirmed that the delivery was complete and works",
              "De klant bevestigde dat de levering compleet was en werkt",
            ),
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "repeat",
        name: text("Repeat", "Herhalen"),
        buyerStep: text("Orders again, or not", "Bestelt opnieuw, of niet"),
        plannedDays: 20,
        steps: [
          {
            key: "propose-rhythm",
            name: text("Propose an order rhythm", "Stel een bestelritme voor"),
            channel: "call",
            owner: "inside-sales",
            window: within(8),
            importance: "key",
            objective: text(
              "Make the next order happen without searching.",
              "De volgende bestelling laten komen zonder zoeken.",
            ),
            howTo: text(
              'Say: "You use this up in about six weeks. Shall I put the same on your list for the first of the month? You only need to say no." Note the date they choose.',
              'Zeg: "Jullie zijn hier in zo\'n zes weken doorheen. Zal ik hetzelfde klaarzetten voor de eerste van de maand? Je hoeft alleen nee te zeggen." Noteer de datum die ze kiezen.',
            ),
            buyerAction: text("Chooses a date or says no.", "Kiest een datum of zegt nee."),
            buyerGains: text("Never runs out.", "Zit nooit zonder."),
            desiredResult: text("A date in both calendars.", "Een datum in beide agenda's."),
            resources: [
              {
                kind: "question",
                text: text(
                  "When do you notice that you are running out?",
                  "Wanneer merk je dat het opraakt?",
                ),
              },
            ],
          },
          {
            key: "thank-and-ask",
            name: text("Thank them and ask for one name", "Bedank en vraag om één naam"),
            channel: "email",
            owner: "marketing",
            window: within(10),
            importance: "optional",
            howTo: text(
              "Two sentences, signed by the person they know. Ask who else in the company or the street has the same question.",
              "Twee zinnen, ondertekend door wie ze kennen. Vraag wie er in het bedrijf of in de straat met dezelfde vraag zit.",
            ),
            buyerGains: text("Is seen as more than a number.", "Wordt gezien als meer dan een nummer."),
          },
          {
            key: "update-record",
            name: text(
              "Write the reason and the rhythm with the customer",
              "Leg reden en ritme vast bij de klant",
            ),
            channel: "internal",
            owner: "run-owner",
            window: within(12),
            importance: "normal",
            howTo: text(
              "Reason of the signal, what was offered, the answer, the next date. Three lines that a colleague understands.",
              "Reden van het signaal, wat is aangeboden, het antwoord, de volgende datum. Drie regels die een collega begrijpt.",
            ),
            buyerGains: text("Never has to tell it twice.", "Hoeft het nooit twee keer te vertellen."),
          },
        ],
        criteria: [
          {
            key: "second-order",
            text: text(
              "The customer ordered again or fixed the date of the next order",
              "De klant bestelde opnieuw of legde de datum van de volgende bestelling vast",
            ),
            evidence: "document",
            requirement: "advisory",
          },
        ],
      },
    ],
  },
};
