import type { ProcessTemplate } from "./template";
import { text } from "./text";
import { after, between, within } from "./windows";

/** A new rep from day one to working alone in ninety days. Here "the buyer" is the new rep: exits are what was shown. */
export const onboardingConsultative: ProcessTemplate = {
  key: "onboarding-consultative",
  category: "enablement",
  style: "consultative",
  roleKey: "sales-manager",
  name: text("A new rep in ninety days", "Een nieuwe verkoper in negentig dagen"),
  description: text(
    "For a sales manager with a new rep: learn the customer first, then the product, then the process, and sell alone after ninety days. The buyer's line is the new rep's.",
    "Voor een verkoopleider met een nieuwe verkoper: eerst de klant leren kennen, dan het product, dan het proces, en na negentig dagen zelfstandig verkopen. De lijn van de koper is die van de nieuwe verkoper.",
  ),
  document: {
    stages: [
      {
        key: "arrive",
        name: text("Arrive", "Landen"),
        buyerStep: text(
          "The new rep gets to know people and customers",
          "De nieuwe verkoper leert mensen en klanten kennen",
        ),
        plannedDays: 14,
        steps: [
          {
            key: "first-day-plan",
            name: text(
              "Give the ninety days on one page, on day one",
              "Geef op dag één de negentig dagen op één pagina",
            ),
            channel: "meeting",
            owner: "run-owner",
            window: within(1),
            importance: "key",
            objective: text("Nobody guesses what is expected.", "Niemand gist wat er verwacht wordt."),
            howTo: text(
              'Per month: what you will be able to do and how we see it. Ask: "What worries you in this? What did you need in your last job that you did not get?"',
              'Per maand: wat je dan kunt en waaraan we het zien. Vraag: "Wat baart je hierin zorgen? Wat had je in je vorige baan nodig dat je niet kreeg?"',
            ),
            buyerAction: text(
              "The new rep adds an own goal.",
              "De nieuwe verkoper voegt een eigen doel toe.",
            ),
            buyerGains: text("Knows where it goes.", "Weet waar het heen gaat."),
            desiredResult: text("A page that both signed.", "Een pagina die jullie allebei tekenden."),
            resources: [{ kind: "question", text: text("How do you learn best?", "Hoe leer je het best?") }],
          },
          {
            key: "hear-customers",
            name: text("Spend two days where customers complain", "Zit twee dagen waar klanten klagen"),
            channel: "call",
            owner: "customer-service",
            window: within(6),
            importance: "normal",
            howTo: text(
              "Listen along, note the ten questions that come most, in the customer's words. Answer three of them yourself on the second day.",
              "Luister mee, noteer de tien vragen die het vaakst komen, in de woorden van de klant. Beantwoord er op de tweede dag zelf drie.",
            ),
            buyerGains: text(
              "Knows the trouble before the brochure.",
              "Kent de problemen eerder dan de folder.",
            ),
          },
          {
            key: "join-three-visits",
            name: text("Join three colleagues on visits", "Ga met drie collega's mee op bezoek"),
            channel: "visit",
            owner: "run-owner",
            window: within(9),
            importance: "normal",
            howTo: text(
              "Three different colleagues. One question afterwards: what did the customer do, and what made them do it? Three answers beside each other.",
              "Drie verschillende collega's. Eén vraag achteraf: wat deed de klant, en waardoor? Leg de drie antwoorden naast elkaar.",
            ),
            buyerGains: text("Sees that there are several ways.", "Ziet dat er meer wegen zijn."),
          },
        ],
        criteria: [
          {
            key: "tells-customers-trouble",
            text: text(
              "The new rep told the team the three troubles customers have most",
              "De nieuwe verkoper vertelde het team de drie problemen die klanten het meest hebben",
            ),
            evidence: "event-held",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "learn",
        name: text("Learn", "Leren"),
        buyerStep: text(
          "The new rep learns to explain and to ask",
          "De nieuwe verkoper leert uitleggen en vragen",
        ),
        plannedDays: 21,
        steps: [
          {
            key: "learn-product",
            name: text("Learn the product from who makes it", "Leer het product van wie het maakt"),
            channel: "meeting",
            owner: "engineering",
            window: within(6),
            importance: "normal",
            howTo: text(
              "One morning: what can it not do, and why do customers choose something else? Strengths are in the brochure already.",
              "Eén ochtend: wat kan het niet, en waarom kiezen klanten iets anders? De sterke punten staan al in de folder.",
            ),
            buyerGains: text("Is not caught out by a question.", "Wordt niet door een vraag verrast."),
          },
          {
            key: "walk-the-process",
            name: text(
              "Walk one won and one lost deal through the process",
              "Loop één gewonnen en één verloren deal door het proces",
            ),
            channel: "meeting",
            owner: "run-owner",
            window: within(8),
            importance: "key",
            objective: text(
              "Understand what is done when, and why.",
              "Begrijpen wat wanneer gebeurt, en waarom.",
            ),
            howTo: text(
              "Put both beside the route. Per stage: what did the buyer do, which step was left out, what would you have done? The process is a map, not a cage.",
              "Leg beide naast de route. Per fase: wat deed de koper, welke stap viel weg, wat had jij gedaan? Het proces is een kaart, geen kooi.",
            ),
            buyerAction: text(
              "The new rep explains a stage to a colleague.",
              "De nieuwe verkoper legt een fase uit aan een collega.",
            ),
            buyerGains: text("A map for the first own deal.", "Een kaart voor de eerste eigen deal."),
            desiredResult: text(
              "The rep can say what the buyer must do to leave each stage.",
              "De verkoper kan zeggen wat de koper moet doen om elke fase te verlaten.",
            ),
            resources: [
              {
                kind: "question",
                text: text(
                  "How would you notice that this buyer is not there yet?",
                  "Waaraan merk je dat deze koper er nog niet is?",
                ),
              },
              {
                kind: "question",
                text: text(
                  "Which step would you skip here, and why?",
                  "Welke stap zou je hier overslaan, en waarom?",
                ),
              },
            ],
          },
          {
            key: "get-stories",
            name: text("Learn three customer stories by heart", "Leer drie klantverhalen uit je hoofd"),
            channel: "document",
            owner: "marketing",
            window: within(12),
            importance: "normal",
            howTo: text(
              "What went wrong before, what changed, what it brought, in one minute each. Tell them to someone outside sales: what do they remember?",
              "Wat ging er eerst mis, wat veranderde, wat leverde het op, elk in één minuut. Vertel ze aan iemand buiten verkoop: wat onthouden ze?",
            ),
            buyerGains: text("Has something to tell at once.", "Heeft meteen iets te vertellen."),
          },
        ],
        criteria: [
          {
            key: "explains-without-slides",
            text: text(
              "The new rep held a discovery talk in practice and reached its goal",
              "De nieuwe verkoper hield een oefengesprek en haalde het doel",
            ),
            evidence: "event-held",
            requirement: "reason",
          },
        ],
      },
      {
        key: "do-together",
        name: text("Do it together", "Samen doen"),
        buyerStep: text("The new rep leads, with help beside", "De nieuwe verkoper leidt, met hulp ernaast"),
        plannedDays: 30,
        steps: [
          {
            key: "lead-first-visits",
            name: text(
              "Let the rep lead five visits, stay silent",
              "Laat de verkoper vijf bezoeken leiden en zwijg",
            ),
            channel: "visit",
            owner: "run-owner",
            window: within(18),
            importance: "key",
            repeatable: true,
            objective: text("Learn by doing, with a net.", "Leren door doen, met een vangnet."),
            howTo: text(
              "Agree on a sign for help; without it you say nothing. Right after: what did the customer do, what do you do next time? Ten minutes, no more.",
              "Spreek een teken voor hulp af; zonder dat zeg je niets. Direct erna: wat deed de klant, wat doe je de volgende keer? Tien minuten, niet meer.",
            ),
            buyerAction: text(
              "The new rep leads and asks for the next step.",
              "De nieuwe verkoper leidt en vraagt om de vervolgstap.",
            ),
            buyerGains: text("Confidence from own experience.", "Vertrouwen uit eigen ervaring."),
            desiredResult: text(
              "A next step in three of five visits.",
              "Een vervolgstap in drie van de vijf bezoeken.",
            ),
          },
          {
            key: "make-first-order",
            name: text("Take one order through the whole house", "Breng één bestelling door het hele huis"),
            channel: "internal",
            owner: "order-desk",
            window: within(20),
            importance: "normal",
            howTo: text(
              "From quote to invoice, the rep sits beside everyone who touches it. Ask each: what do we in sales do that costs you time?",
              "Van offerte tot factuur, de verkoper zit naast iedereen die eraan komt. Vraag elk: wat doen wij van verkoop dat jou tijd kost?",
            ),
            buyerGains: text("Knows whom to ask.", "Weet wie te vragen."),
          },
          {
            key: "talk-halfway",
            name: text("Talk half way, in both directions", "Praat halverwege, in twee richtingen"),
            channel: "meeting",
            owner: "run-owner",
            window: between(8, 15),
            importance: "normal",
            howTo: text(
              'Ask: "What do we do here that you would never do?" A new pair of eyes is there only once. Write down what you will change.',
              'Vraag: "Wat doen wij hier wat jij nooit zou doen?" Nieuwe ogen zijn er maar één keer. Schrijf op wat je gaat veranderen.',
            ),
            buyerGains: text("Is heard.", "Wordt gehoord."),
          },
        ],
        criteria: [
          {
            key: "customer-follows",
            text: text(
              "A customer took a next step after a visit the new rep led",
              "Een klant zette een vervolgstap na een bezoek dat de nieuwe verkoper leidde",
            ),
            evidence: "document",
            requirement: "reason",
          },
        ],
      },
      {
        key: "alone",
        name: text("Alone", "Zelfstandig"),
        buyerStep: text("The new rep works own deals", "De nieuwe verkoper werkt aan eigen deals"),
        plannedDays: 25,
        steps: [
          {
            key: "own-deals",
            name: text("Hand over ten accounts with their story", "Draag tien klanten over met hun verhaal"),
            channel: "call",
            owner: "run-owner",
            window: within(4),
            importance: "key",
            objective: text("Start with something real.", "Beginnen met iets echts."),
            howTo: text(
              "Introduce by phone, not by mail: what we promised, what they wait for, who decides. The old contact stays reachable for a month, and says so.",
              "Stel voor per telefoon, niet per mail: wat we beloofden, waar ze op wachten, wie beslist. Het oude contact blijft een maand bereikbaar, en zegt dat ook.",
            ),
            buyerAction: text(
              "The new rep plans a first talk with each.",
              "De nieuwe verkoper plant met elk een eerste gesprek.",
            ),
            buyerGains: text("Customers who pick up.", "Klanten die opnemen."),
            desiredResult: text("Ten talks planned.", "Tien geplande gesprekken."),
            resources: [
              {
                kind: "question",
                text: text(
                  "What must I never promise this customer?",
                  "Wat mag ik deze klant nooit beloven?",
                ),
              },
            ],
          },
          {
            key: "review-weekly",
            name: text(
              "Look at the deals weekly, twenty minutes",
              "Bekijk wekelijks de deals, twintig minuten",
            ),
            channel: "meeting",
            owner: "run-owner",
            window: within(15),
            importance: "normal",
            repeatable: true,
            howTo: text(
              'One question per deal: "What did the buyer do since last week?" Help where the answer is nothing; leave alone where it runs.',
              'Eén vraag per deal: "Wat deed de koper sinds vorige week?" Help waar het antwoord niets is; laat met rust wat loopt.',
            ),
            buyerGains: text("Help in time.", "Hulp op tijd."),
          },
          {
            key: "close-onboarding",
            name: text("Close the ninety days with a decision", "Sluit de negentig dagen af met een besluit"),
            channel: "meeting",
            owner: "run-owner",
            window: after("own-deals", 14),
            importance: "normal",
            howTo: text(
              "Lay the page of day one on the table. What can you do, what not yet, what do we do next? Also decide on what the next new rep should get differently.",
              "Leg de pagina van dag één op tafel. Wat kun je, wat nog niet, wat doen we hierna? Beslis ook wat de volgende nieuwe verkoper anders moet krijgen.",
            ),
            buyerGains: text("Knows where it stands.", "Weet waar het staat."),
          },
        ],
        criteria: [
          {
            key: "works-alone",
            text: text(
              "The new rep brought a deal of its own to a proven next stage",
              "De nieuwe verkoper bracht een eigen deal naar een bewezen volgende fase",
            ),
            evidence: "document",
            requirement: "reason",
          },
        ],
      },
    ],
  },
};
