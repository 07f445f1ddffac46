import type { ProcessTemplate } from "./template";
import { text } from "./text";
import { after, within } from "./windows";

/** One negotiation as a case of its own: limits and trades prepared, traded one against the other, written down at once. */
export const callNegotiationConsultative: ProcessTemplate = {
  key: "call-negotiation-consultative",
  category: "call",
  style: "consultative",
  roleKey: "account-manager",
  name: text("Negotiation, consultative", "Onderhandeling, consultatief"),
  description: text(
    "For one negotiation that matters: limits and a list of trades beforehand, nothing given without something back, and the agreement in writing the same day.",
    "Voor één onderhandeling die ertoe doet: vooraf grenzen en een ruillijst, niets geven zonder iets terug, en de afspraak dezelfde dag op papier.",
  ),
  document: {
    stages: [
      {
        key: "prepare",
        name: text("Prepare", "Voorbereiden"),
        buyerStep: text("Collects what it wants changed", "Verzamelt wat er anders moet"),
        plannedDays: 5,
        steps: [
          {
            key: "ask-all-wishes",
            name: text(
              "Ask for the whole list before giving anything",
              "Vraag de hele lijst voordat je iets geeft",
            ),
            channel: "call",
            owner: "run-owner",
            window: within(1),
            importance: "key",
            objective: text(
              "Never negotiate the same thing twice.",
              "Nooit twee keer over hetzelfde onderhandelen.",
            ),
            howTo: text(
              'Ask: "Suppose we solve the price; is there anything else that keeps you from signing?" Go on until nothing comes. Answer nothing yet.',
              'Vraag: "Stel dat we het over de prijs eens worden, is er dan nog iets wat je tegenhoudt om te tekenen?" Ga door tot er niets meer komt. Beantwoord nog niets.',
            ),
            buyerAction: text(
              "Gives the complete list and its order.",
              "Geeft de volledige lijst en de volgorde.",
            ),
            buyerGains: text("Everything is on the table.", "Alles ligt op tafel."),
            desiredResult: text(
              "A list that the buyer called complete.",
              "Een lijst die de koper volledig noemde.",
            ),
            resources: [
              {
                kind: "question",
                text: text(
                  "Which of these would you give up first?",
                  "Welke hiervan zou je als eerste opgeven?",
                ),
              },
              {
                kind: "question",
                text: text("What did you compare our price with?", "Waarmee vergeleek je onze prijs?"),
              },
            ],
          },
          {
            key: "set-limits",
            name: text(
              "Set aim, limit and what we do without a deal",
              "Bepaal doel, grens en wat we doen zonder akkoord",
            ),
            channel: "internal",
            owner: "sales-manager",
            window: within(3),
            importance: "normal",
            howTo: text(
              "Per point: what we aim for, where we stop, who may say yes. Write down what both sides do if it fails; whoever has the better answer there needs it less.",
              "Per punt: waar we op mikken, waar we stoppen, wie ja mag zeggen. Schrijf op wat beide kanten doen als het mislukt; wie daar het betere antwoord heeft, heeft het minder nodig.",
            ),
            buyerGains: text("Talks with someone who can decide.", "Spreekt iemand die kan beslissen."),
          },
          {
            key: "make-trade-list",
            name: text("Make the list of trades", "Maak de ruillijst"),
            channel: "internal",
            owner: "run-owner",
            supporting: ["finance"],
            window: after("ask-all-wishes", 3),
            importance: "normal",
            howTo: text(
              "Two columns: cheap for us and worth much to them, and the other way round. Payment, term, volume, a reference, the start date. Price comes last.",
              "Twee kolommen: goedkoop voor ons en veel waard voor hen, en andersom. Betaling, looptijd, volume, een referentie, de startdatum. Prijs komt als laatste.",
            ),
            buyerGains: text("More than a discount.", "Meer dan korting."),
          },
        ],
        criteria: [
          {
            key: "list-complete",
            text: text("The buyer called its list complete", "De koper noemde de lijst volledig"),
            evidence: "buyer-confirmed",
            requirement: "reason",
          },
        ],
      },
      {
        key: "trade",
        name: text("Open and trade", "Openen en ruilen"),
        buyerStep: text("Tries how far it goes", "Probeert hoe ver het gaat"),
        plannedDays: 3,
        steps: [
          {
            key: "confirm-value",
            name: text("Start from what they gain", "Begin bij wat ze winnen"),
            channel: "meeting",
            owner: "run-owner",
            window: within(1),
            importance: "normal",
            howTo: text(
              'Say: "We agreed that this costs you 80,000 a year now. Is that still so?" Only after their yes do you go to the list.',
              'Zeg: "We waren het erover eens dat dit je nu 80.000 per jaar kost. Is dat nog zo?" Pas na hun ja ga je naar de lijst.',
            ),
            buyerGains: text("Keeps the reason in view.", "Houdt de reden in beeld."),
          },
          {
            key: "trade-not-give",
            name: text("Trade every point: if you, then we", "Ruil elk punt: als jullie, dan wij"),
            channel: "meeting",
            owner: "run-owner",
            window: within(2),
            importance: "key",
            objective: text(
              "An agreement that both can explain at home.",
              "Een akkoord dat beide kanten thuis kunnen uitleggen.",
            ),
            howTo: text(
              'Every sentence begins with their part: "If you sign for two years, then we fix the price." Be silent after it. Small steps that get smaller tell where the end is.',
              'Elke zin begint met hun deel: "Als jullie voor twee jaar tekenen, dan zetten wij de prijs vast." Wees daarna stil. Kleine stappen die kleiner worden, zeggen waar het eind is.',
            ),
            buyerAction: text(
              "Makes a counter-offer with something in it for us.",
              "Doet een tegenbod waar voor ons iets in zit.",
            ),
            buyerGains: text("Gets what matters most.", "Krijgt wat het zwaarst weegt."),
            desiredResult: text(
              "Every concession has something back.",
              "Tegenover elke concessie staat iets.",
            ),
            resources: [
              {
                kind: "question",
                text: text(
                  "What would you need to be able to do that?",
                  "Wat heb je nodig om dat te kunnen doen?",
                ),
              },
            ],
          },
          {
            key: "take-a-break",
            name: text("Take a break before the last step", "Las een pauze in voor de laatste stap"),
            channel: "meeting",
            owner: "run-owner",
            window: within(2),
            importance: "optional",
            howTo: text(
              "Ten minutes, out of the room. Hold it against aim and limit; decide what you do if they say no. Nobody regrets a break.",
              "Tien minuten, de kamer uit. Leg het naast doel en grens; beslis wat je doet als ze nee zeggen. Niemand heeft spijt van een pauze.",
            ),
            buyerGains: text("Time to think as well.", "Ook tijd om na te denken."),
          },
        ],
        criteria: [
          {
            key: "terms-repeated",
            text: text(
              "The buyer repeated the agreed terms aloud",
              "De koper herhaalde hardop de afgesproken voorwaarden",
            ),
            evidence: "event-held",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "close",
        name: text("Close", "Afsluiten"),
        buyerStep: text("Gets it approved inside", "Krijgt het intern goedgekeurd"),
        plannedDays: 7,
        steps: [
          {
            key: "write-agreement",
            name: text("Write the agreement down the same day", "Zet de afspraak dezelfde dag op papier"),
            channel: "email",
            owner: "run-owner",
            window: within(1),
            importance: "key",
            objective: text("One version of what was agreed.", "Eén versie van wat is afgesproken."),
            howTo: text(
              "One page: what they get, what we get, from when, who signs. Ask for corrections before tomorrow noon; who writes first, sets the words.",
              "Eén pagina: wat zij krijgen, wat wij krijgen, vanaf wanneer, wie tekent. Vraag correcties vóór morgen twaalf uur; wie het eerst schrijft, kiest de woorden.",
            ),
            buyerAction: text(
              "Confirms or corrects it in writing.",
              "Bevestigt of verbetert het schriftelijk.",
            ),
            buyerGains: text("A paper for the own boss.", "Een papier voor de eigen baas."),
            desiredResult: text("A confirmed page.", "Een bevestigde pagina."),
          },
          {
            key: "check-contract",
            name: text(
              "Have the contract checked against the page",
              "Laat het contract naast de pagina leggen",
            ),
            channel: "document",
            owner: "legal",
            window: within(4),
            importance: "normal",
            howTo: text(
              "Only what differs from the page comes back, with a proposal. A new wish at this point is a new trade, not a favour.",
              "Alleen wat afwijkt van de pagina komt terug, met een voorstel. Een nieuwe wens is nu een nieuwe ruil, geen gunst.",
            ),
            buyerGains: text("No surprises in small print.", "Geen verrassingen in de kleine letters."),
          },
          {
            key: "fix-signing",
            name: text("Fix who signs and when", "Leg vast wie wanneer tekent"),
            channel: "call",
            owner: "run-owner",
            window: within(5),
            importance: "normal",
            howTo: text(
              'Ask: "Who is away in the coming two weeks?" Put the moment in both calendars, with someone who may sign instead.',
              'Vraag: "Wie is er de komende twee weken weg?" Zet het moment in beide agenda\'s, met iemand die anders mag tekenen.',
            ),
            buyerGains: text("No delay by holidays.", "Geen vertraging door vakanties."),
          },
        ],
        criteria: [
          {
            key: "signed",
            text: text(
              "The buyer signed the terms as agreed",
              "De koper tekende de voorwaarden zoals afgesproken",
            ),
            evidence: "document",
            requirement: "reason",
          },
        ],
      },
      {
        key: "debrief",
        name: text("Debrief", "Nabespreken"),
        buyerStep: text("Starts the work", "Begint met het werk"),
        plannedDays: 7,
        steps: [
          {
            key: "compare-with-limits",
            name: text("Compare the outcome with aim and limit", "Leg de uitkomst naast doel en grens"),
            channel: "internal",
            owner: "run-owner",
            window: within(2),
            importance: "key",
            objective: text("Know what was given for nothing.", "Weten wat voor niets is gegeven."),
            howTo: text(
              "Per point: aim, limit, outcome, what came back. One line on the moment it turned. Show it to a colleague who negotiates next.",
              "Per punt: doel, grens, uitkomst, wat ervoor terugkwam. Eén regel over het moment waarop het kantelde. Laat het zien aan een collega die straks onderhandelt.",
            ),
            buyerAction: text(
              "Says, when asked, which point weighed most.",
              "Zegt desgevraagd welk punt het zwaarst woog.",
            ),
            buyerGains: text("A supplier who learns.", "Een leverancier die leert."),
            desiredResult: text(
              "A trade list that is better next time.",
              "Een ruillijst die volgende keer beter is.",
            ),
          },
          {
            key: "tell-delivery",
            name: text(
              "Tell delivery exactly what was promised",
              "Vertel de uitvoering precies wat is beloofd",
            ),
            channel: "meeting",
            owner: "run-owner",
            window: within(3),
            importance: "normal",
            howTo: text(
              "Go through the page with who must do it, point by point. What cannot be done is said to the customer now, by you.",
              "Loop de pagina punt voor punt door met wie het moet doen. Wat niet kan, hoort de klant nu, van jou.",
            ),
            buyerGains: text("Gets what was agreed.", "Krijgt wat is afgesproken."),
          },
          {
            key: "thank-buyer",
            name: text("Call the one who had to defend it inside", "Bel wie het intern moest verdedigen"),
            channel: "call",
            owner: "run-owner",
            window: within(5),
            importance: "optional",
            howTo: text(
              'Ask: "How was it received with you? Which question could you not answer?" Send that answer the same day.',
              'Vraag: "Hoe viel het bij jullie? Welke vraag kon je niet beantwoorden?" Stuur dat antwoord dezelfde dag.',
            ),
            buyerGains: text("Stands strong inside.", "Staat intern sterk."),
          },
        ],
        criteria: [
          {
            key: "start-confirmed",
            text: text(
              "The buyer confirmed the start as agreed",
              "De koper bevestigde de start zoals afgesproken",
            ),
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
    ],
  },
};
