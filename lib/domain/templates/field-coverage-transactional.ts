import type { ProcessTemplate } from "./template";
import { text } from "./text";
import { after, within } from "./windows";

/** Spreading visits over a territory for one period: who gets how many, the routes, the visits, and what they taught. */
export const fieldCoverageTransactional: ProcessTemplate = {
  key: "field-coverage-transactional",
  category: "territory",
  style: "transactional",
  roleKey: "field-sales",
  name: text("Field coverage of a territory, transactional", "Gebiedsdekking buitendienst, transactioneel"),
  description: text(
    "For a field seller with more customers than days: one quarter from choosing whom to visit how often, through routes and visits, to moving effort to where it pays.",
    "Voor een buitendienstverkoper met meer klanten dan dagen: één kwartaal van kiezen wie je hoe vaak bezoekt, via routes en bezoeken, naar inzet verschuiven naar waar die loont.",
  ),
  document: {
    stages: [
      {
        key: "prioritise",
        name: text("Prioritise", "Prioriteren"),
        buyerStep: text(
          "Has a need for attention that differs per customer",
          "Heeft per klant een andere behoefte aan aandacht",
        ),
        plannedDays: 10,
        steps: [
          {
            key: "collect-territory",
            name: text(
              "Put all customers and prospects of the area in one list",
              "Zet alle klanten en prospects van het gebied in één lijst",
            ),
            channel: "internal",
            owner: "marketing",
            window: within(2),
            importance: "normal",
            howTo: text(
              "Turnover now, what they could buy in all, last visit, distance. Take out who closed or moved. A list that nobody believes helps nobody: let the seller correct it first.",
              "Omzet nu, wat ze in totaal zouden kunnen kopen, laatste bezoek, afstand. Haal eruit wie stopte of verhuisde. Een lijst die niemand gelooft helpt niemand: laat de verkoper hem eerst verbeteren.",
            ),
            buyerGains: text("Is not forgotten.", "Wordt niet vergeten."),
          },
          {
            key: "rank-segments",
            name: text(
              "Divide into A, B and C by what could be, not by what is",
              "Verdeel in A, B en C naar wat kan, niet naar wat is",
            ),
            channel: "meeting",
            owner: "run-owner",
            window: within(5),
            importance: "key",
            objective: text(
              "Spend the days where they can change something.",
              "De dagen besteden waar ze iets kunnen veranderen.",
            ),
            howTo: text(
              'Ask for each name: "If we visited twice as often, what would change?" Nothing means C, whatever the turnover. Keep A to what one person can visit.',
              'Vraag per naam: "Als we twee keer zo vaak kwamen, wat verandert er dan?" Niets betekent C, hoe hoog de omzet ook is. Houd A zo klein dat één mens ze kan bezoeken.',
            ),
            buyerAction: text(
              "Tells on the phone what a visit should bring.",
              "Zegt aan de telefoon wat een bezoek moet opleveren.",
            ),
            buyerGains: text(
              "Gets visits that are worth the time.",
              "Krijgt bezoeken die de tijd waard zijn.",
            ),
            desiredResult: text(
              "A list with a letter and a reason per name.",
              "Een lijst met een letter en een reden per naam.",
            ),
            resources: [
              {
                kind: "question",
                text: text(
                  "What would you miss if we came half as often?",
                  "Wat zou je missen als we half zo vaak kwamen?",
                ),
              },
              {
                kind: "question",
                text: text(
                  "Which visit this year was worth it to you, and why?",
                  "Welk bezoek was dit jaar de moeite waard, en waarom?",
                ),
              },
            ],
          },
          {
            key: "agree-choices",
            name: text("Agree on whom we no longer visit", "Spreek af wie we niet meer bezoeken"),
            channel: "meeting",
            owner: "sales-manager",
            window: within(7),
            importance: "normal",
            howTo: text(
              "C customers get a number to call and a name inside. Tell them so yourself before they notice; say what does get better.",
              "C-klanten krijgen een nummer en een naam op de binnendienst. Vertel het ze zelf voordat ze het merken; zeg wat er wél beter wordt.",
            ),
            buyerGains: text("Knows whom to call.", "Weet wie te bellen."),
          },
        ],
        criteria: [
          {
            key: "customers-informed",
            text: text(
              "A customers confirmed the rhythm of visits; C customers know their contact inside",
              "A-klanten bevestigden het bezoekritme; C-klanten kennen hun contact op de binnendienst",
            ),
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "plan",
        name: text("Plan routes", "Routes plannen"),
        buyerStep: text("Makes time on fixed days", "Maakt tijd op vaste dagen"),
        plannedDays: 7,
        steps: [
          {
            key: "draw-routes",
            name: text("Draw a route per week", "Teken een route per week"),
            channel: "internal",
            owner: "inside-sales",
            window: within(2),
            importance: "normal",
            howTo: text(
              "A customers fix the days, B customers fill the road between them. Leave one day in the week free: that is where the week will go.",
              "A-klanten leggen de dagen vast, B-klanten vullen de weg ertussen. Houd één dag in de week vrij: daar gaat de week toch heen.",
            ),
            buyerGains: text(
              "Knows long before when someone comes.",
              "Weet ruim van tevoren wanneer er iemand komt.",
            ),
          },
          {
            key: "book-visits",
            name: text("Book the visits with a reason", "Boek de bezoeken met een reden"),
            channel: "call",
            owner: "inside-sales",
            window: after("draw-routes", 3),
            importance: "key",
            objective: text(
              "Only visits with a reason that the customer shares.",
              "Alleen bezoeken met een reden die de klant deelt.",
            ),
            howTo: text(
              'Say: "Jan is with you on the 12th. He brings the figures on waste; what must be on the table for you?" No reason on either side means a call instead.',
              'Zeg: "Jan is op de 12e bij jullie. Hij brengt de cijfers over uitval mee; wat moet er voor jou op tafel?" Geen reden aan een van beide kanten, dan bel je.',
            ),
            buyerAction: text(
              "Names the subject and who joins.",
              "Noemt het onderwerp en wie er aanschuift.",
            ),
            buyerGains: text("The right people are in the room.", "De juiste mensen zitten erbij."),
            desiredResult: text(
              "Eight of ten visits have a subject of the customer.",
              "Acht van de tien bezoeken hebben een onderwerp van de klant.",
            ),
            resources: [
              {
                kind: "question",
                text: text(
                  "Who should be there so that you can decide?",
                  "Wie moet erbij zijn zodat je kunt beslissen?",
                ),
              },
            ],
          },
          {
            key: "prepare-week",
            name: text("Prepare the week on Friday", "Bereid de week op vrijdag voor"),
            channel: "internal",
            owner: "run-owner",
            window: within(5),
            importance: "normal",
            repeatable: true,
            howTo: text(
              "Per visit one line: what do I want to know, what do I bring, what do I ask for? More does not get read in the car.",
              "Per bezoek één regel: wat wil ik weten, wat breng ik mee, waar vraag ik om? Meer lees je in de auto niet.",
            ),
            buyerGains: text("Meets someone who prepared.", "Treft iemand die zich voorbereidde."),
          },
        ],
        criteria: [
          {
            key: "visits-accepted",
            text: text(
              "Customers accepted the appointments with a subject of their own",
              "Klanten accepteerden de afspraken met een eigen onderwerp",
            ),
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "visit",
        name: text("Visit and report", "Bezoeken en vastleggen"),
        buyerStep: text("Talks, shows and decides", "Praat, laat zien en beslist"),
        plannedDays: 60,
        steps: [
          {
            key: "hold-visits",
            name: text("Walk round first, sit down after", "Loop eerst rond, ga daarna zitten"),
            channel: "visit",
            owner: "run-owner",
            window: within(40),
            importance: "key",
            repeatable: true,
            objective: text(
              "See what they do with it before talking about more.",
              "Zien wat ze ermee doen voordat je over meer praat.",
            ),
            howTo: text(
              'Ask to see where it is used: "Can you show me where it goes wrong now and then?" Offer only what you saw. End with who does what by when.',
              'Vraag of je mag zien waar het gebruikt wordt: "Kun je laten zien waar het weleens misgaat?" Bied alleen aan wat je zag. Sluit af met wie wat wanneer doet.',
            ),
            buyerAction: text(
              "Shows the work and agrees a next step.",
              "Laat het werk zien en spreekt een vervolg af.",
            ),
            buyerGains: text(
              "Someone who looks at the work, not only at orders.",
              "Iemand die naar het werk kijkt, niet alleen naar bestellingen.",
            ),
            desiredResult: text("An agreed next step per visit.", "Een afgesproken vervolgstap per bezoek."),
            resources: [
              {
                kind: "question",
                text: text(
                  "What did you change here since last time?",
                  "Wat is hier sinds de vorige keer veranderd?",
                ),
              },
              {
                kind: "question",
                text: text(
                  "What do you do by hand that should not be?",
                  "Wat doe je met de hand dat niet zou moeten?",
                ),
              },
            ],
          },
          {
            key: "report-same-day",
            name: text(
              "Write down three lines before driving off",
              "Schrijf drie regels op voordat je wegrijdt",
            ),
            channel: "internal",
            owner: "run-owner",
            window: within(40),
            importance: "normal",
            repeatable: true,
            howTo: text(
              "What they want, what we promised, by when. Speak it in if you must; promises for others go to that person the same day.",
              "Wat ze willen, wat we beloofden, wanneer. Spreek het desnoods in; beloftes voor een ander gaan dezelfde dag naar diegene.",
            ),
            buyerGains: text("Promises that are kept.", "Beloftes die nagekomen worden."),
          },
          {
            key: "follow-promises",
            name: text("Keep the promises from inside", "Kom de beloftes na vanuit de binnendienst"),
            channel: "email",
            owner: "inside-sales",
            window: within(42),
            importance: "normal",
            repeatable: true,
            howTo: text(
              "Offer, sample or answer within two working days. Say in the first line that it is what the visit agreed on.",
              "Offerte, monster of antwoord binnen twee werkdagen. Zeg in de eerste regel dat dit de afspraak uit het bezoek is.",
            ),
            buyerGains: text("Notices that the house works together.", "Merkt dat het huis samenwerkt."),
          },
        ],
        criteria: [
          {
            key: "pattern-held",
            text: text(
              "A customers were seen as often as agreed and said so when asked",
              "A-klanten zijn zo vaak bezocht als afgesproken en bevestigden dat desgevraagd",
            ),
            evidence: "event-held",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "refine",
        name: text("Refine", "Bijstellen"),
        buyerStep: text("Buys more, the same or less", "Koopt meer, hetzelfde of minder"),
        plannedDays: 14,
        steps: [
          {
            key: "compare-visits-results",
            name: text("Compare visits with what they changed", "Vergelijk bezoeken met wat ze veranderden"),
            channel: "internal",
            owner: "marketing",
            window: within(3),
            importance: "normal",
            howTo: text(
              "Per letter: visits planned, held, and what customers bought more or new. With few customers show the names, not a percentage.",
              "Per letter: bezoeken gepland, gehouden, en wat klanten meer of nieuw kochten. Laat bij weinig klanten de namen zien, geen percentage.",
            ),
            buyerGains: text("Effort goes where it helps.", "Inzet gaat naar waar die helpt."),
          },
          {
            key: "move-effort",
            name: text(
              "Move ten visits from where they changed nothing",
              "Verplaats tien bezoeken van waar ze niets veranderden",
            ),
            channel: "meeting",
            owner: "sales-manager",
            window: within(7),
            importance: "key",
            objective: text(
              "Change the pattern, not only the numbers.",
              "Het patroon veranderen, niet alleen de aantallen.",
            ),
            howTo: text(
              "Seller and manager each bring five names up and five down, with a fact. Decide on the spot and put it in the next route.",
              "Verkoper en leidinggevende brengen elk vijf namen omhoog en vijf omlaag mee, met een feit. Beslis ter plekke en zet het in de volgende route.",
            ),
            buyerAction: text("Confirms the new rhythm.", "Bevestigt het nieuwe ritme."),
            buyerGains: text(
              "More or less attention, but the right amount.",
              "Meer of minder aandacht, maar de juiste hoeveelheid.",
            ),
            desiredResult: text(
              "A new list for the next quarter.",
              "Een nieuwe lijst voor het volgende kwartaal.",
            ),
          },
          {
            key: "tell-customers",
            name: text("Tell the customers what changes", "Vertel de klanten wat er verandert"),
            channel: "call",
            owner: "run-owner",
            window: after("move-effort", 5),
            importance: "normal",
            howTo: text(
              "Call who goes up and who goes down. Say why in one sentence, and ask what they need to make it work.",
              "Bel wie omhoog en wie omlaag gaat. Zeg in één zin waarom, en vraag wat zij nodig hebben om het te laten werken.",
            ),
            buyerGains: text("No guessing why nobody comes.", "Geen gissen waarom er niemand komt."),
          },
        ],
        criteria: [
          {
            key: "rhythm-confirmed",
            text: text(
              "The customers that moved confirmed their new rhythm",
              "De klanten die verschoven bevestigden hun nieuwe ritme",
            ),
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
    ],
  },
};
