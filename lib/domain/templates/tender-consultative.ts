import type { ProcessTemplate } from "./template";
import { text } from "./text";
import { after, beforeClose, within } from "./windows";

/** A public or large private tender: decide early, ask in time, write what scores, and learn from the award. */
export const tenderConsultative: ProcessTemplate = {
  key: "tender-consultative",
  category: "opportunity",
  style: "consultative",
  roleKey: "business-developer",
  name: text("Tender, consultative", "Aanbesteding, consultatief"),
  description: text(
    "For a public or large private tender: from spotting it, through a hard go or no-go, questions in time and an offer that scores, to the award and what it taught.",
    "Voor een openbare of grote private aanbesteding: van signaleren, via een streng go of no-go, op tijd gestelde vragen en een inschrijving die scoort, naar de gunning en wat je ervan leert.",
  ),
  document: {
    stages: [
      {
        key: "spot",
        name: text("Spot and weigh", "Signaleren en wegen"),
        buyerStep: text(
          "Publishes the call and its award criteria",
          "Publiceert de oproep met de gunningscriteria",
        ),
        plannedDays: 7,
        steps: [
          {
            key: "read-documents",
            name: text("Read the documents for what rules us out", "Lees de stukken op wat ons uitsluit"),
            channel: "document",
            owner: "run-owner",
            window: within(1),
            importance: "normal",
            howTo: text(
              "Look for grounds of exclusion, references asked, turnover demands, deadlines. Put every date in one list: questions, answers, submission, award.",
              "Zoek uitsluitingsgronden, gevraagde referenties, omzeteisen en termijnen. Zet elke datum in één lijst: vragen, nota van inlichtingen, inschrijving, gunning.",
            ),
            buyerGains: text(
              "Only gets offers that can be honoured.",
              "Krijgt alleen inschrijvingen die waargemaakt kunnen worden.",
            ),
          },
          {
            key: "decide-go",
            name: text(
              "Decide go or no-go on five questions",
              "Beslis go of no-go aan de hand van vijf vragen",
            ),
            channel: "meeting",
            owner: "sales-manager",
            supporting: ["engineering", "finance"],
            window: within(3),
            importance: "key",
            objective: text(
              "Spend the weeks only on a tender that can be won.",
              "De weken alleen besteden aan een aanbesteding die te winnen is.",
            ),
            howTo: text(
              "Did we talk with them before it was published? Do we meet every demand? Where do we score better than the one who is there now? Can we deliver? What does it cost to take part? Two times no means no-go, written down.",
              "Spraken we hen vóór de publicatie? Voldoen we aan elke eis? Waar scoren we beter dan wie er nu zit? Kunnen we leveren? Wat kost meedoen? Twee keer nee is no-go, en dat schrijf je op.",
            ),
            buyerAction: text(
              "Answers a call for a clarifying talk, or points to the questions round.",
              "Reageert op een verzoek om toelichting, of verwijst naar de vragenronde.",
            ),
            buyerGains: text("Serious bidders instead of many.", "Serieuze inschrijvers in plaats van veel."),
            desiredResult: text(
              "A decision with a reason and a team.",
              "Een besluit met een reden en een team.",
            ),
            resources: [
              {
                kind: "question",
                text: text(
                  "If we lose this, what will be the reason?",
                  "Als we dit verliezen, wat is dan de reden?",
                ),
              },
              {
                kind: "question",
                text: text(
                  "Which award criterion did somebody else write?",
                  "Welk gunningscriterium is door een ander geschreven?",
                ),
              },
            ],
          },
          {
            key: "name-team",
            name: text("Name the team and block the days", "Wijs het team aan en blokkeer de dagen"),
            channel: "internal",
            owner: "run-owner",
            window: within(4),
            importance: "normal",
            howTo: text(
              "One who decides, one who writes, one who calculates, one who reads as the buyer. Block the last two days before submission for reading only.",
              "Eén die beslist, één die schrijft, één die rekent, één die leest als de koper. Blokkeer de laatste twee dagen voor de inschrijving om alleen te lezen.",
            ),
            buyerGains: text("An offer of one hand.", "Een inschrijving uit één hand."),
          },
        ],
        criteria: [
          {
            key: "interest-registered",
            text: text(
              "The buyer's platform confirmed that we take part",
              "Het platform van de koper bevestigde dat we meedoen",
            ),
            evidence: "document",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "ask",
        name: text("Ask in time", "Op tijd vragen"),
        buyerStep: text(
          "Answers questions of all bidders in writing",
          "Beantwoordt schriftelijk de vragen van alle inschrijvers",
        ),
        plannedDays: 14,
        steps: [
          {
            key: "collect-questions",
            name: text(
              "Collect questions from everyone who must deliver",
              "Verzamel vragen van iedereen die moet leveren",
            ),
            channel: "internal",
            owner: "run-owner",
            supporting: ["engineering"],
            window: within(4),
            importance: "normal",
            howTo: text(
              "Each question names the page and offers two readings, so that a yes is enough. Ask nothing that shows your solution: every bidder reads the answers.",
              "Elke vraag noemt de pagina en biedt twee lezingen, zodat een ja genoeg is. Vraag niets dat je oplossing verraadt: elke inschrijver leest de antwoorden.",
            ),
            buyerGains: text(
              "Learns where the documents are unclear.",
              "Hoort waar de stukken onduidelijk zijn.",
            ),
          },
          {
            key: "submit-questions",
            name: text("Submit the questions before the deadline", "Dien de vragen in vóór de sluiting"),
            channel: "document",
            owner: "run-owner",
            window: within(6),
            importance: "key",
            objective: text(
              "Get disproportionate demands changed while it is still possible.",
              "Onevenredige eisen laten aanpassen nu het nog kan.",
            ),
            howTo: text(
              "Put the demand that would rule us out first, with a proposal for other words. Complain now and not after the award: who stays silent accepts.",
              "Zet de eis die ons zou uitsluiten vooraan, met een voorstel voor andere woorden. Klaag nu en niet na de gunning: wie zwijgt, stemt toe.",
            ),
            buyerAction: text(
              "Publishes the answers for all bidders.",
              "Publiceert de nota van inlichtingen voor alle inschrijvers.",
            ),
            buyerGains: text(
              "A fair tender that holds in court.",
              "Een eerlijke aanbesteding die standhoudt.",
            ),
            desiredResult: text(
              "Answers that change or settle the demand.",
              "Antwoorden die de eis wijzigen of verhelderen.",
            ),
          },
          {
            key: "review-terms",
            name: text(
              "Read the contract for what cannot be signed",
              "Lees het contract op wat niet te tekenen is",
            ),
            channel: "document",
            owner: "legal",
            window: within(5),
            importance: "normal",
            howTo: text(
              "Liability, penalties, indexation, ending. Say per point: acceptable, acceptable with a question, or no-go.",
              "Aansprakelijkheid, boetes, indexering, beëindiging. Zeg per punt: aanvaardbaar, aanvaardbaar met een vraag, of no-go.",
            ),
            buyerGains: text("No haggling after the award.", "Geen gesteggel na de gunning."),
          },
        ],
        criteria: [
          {
            key: "answers-published",
            text: text(
              "The buyer published the answers and nothing in them rules us out",
              "De koper publiceerde de nota van inlichtingen en niets daarin sluit ons uit",
            ),
            evidence: "document",
            requirement: "reason",
          },
        ],
      },
      {
        key: "write",
        name: text("Write and submit", "Schrijven en indienen"),
        buyerStep: text("Waits for the offers", "Wacht op de inschrijvingen"),
        plannedDays: 21,
        steps: [
          {
            key: "outline-on-criteria",
            name: text(
              "Outline the offer along the award criteria",
              "Zet de inschrijving op langs de gunningscriteria",
            ),
            channel: "document",
            owner: "run-owner",
            window: within(3),
            importance: "key",
            objective: text("Every page earns points.", "Elke pagina levert punten op."),
            howTo: text(
              "One chapter per criterion, pages in the ratio of the points. Each claim: what they get, by when, proof from a customer, and how they can check it.",
              "Eén hoofdstuk per criterium, pagina's naar rato van de punten. Elke bewering: wat ze krijgen, wanneer, bewijs van een klant, en hoe ze het kunnen controleren.",
            ),
            buyerAction: text(
              "Scores each chapter by the published criteria.",
              "Scoort elk hoofdstuk op de gepubliceerde criteria.",
            ),
            buyerGains: text("Can score without searching.", "Kan scoren zonder te zoeken."),
            desiredResult: text(
              "An outline that the whole team signed.",
              "Een opzet waar het hele team voor tekende.",
            ),
          },
          {
            key: "calculate-price",
            name: text("Calculate the price and the risk", "Bereken de prijs en het risico"),
            channel: "internal",
            owner: "finance",
            window: within(8),
            importance: "normal",
            howTo: text(
              "Cost, margin, and the three risks with what they would cost. Test the price against the formula: what does one percent less bring in points?",
              "Kosten, marge, en de drie risico's met wat ze zouden kosten. Toets de prijs aan de formule: wat levert één procent minder op aan punten?",
            ),
            buyerGains: text(
              "A price that lasts the whole contract.",
              "Een prijs die het hele contract standhoudt.",
            ),
          },
          {
            key: "read-as-buyer",
            name: text("Let a colleague score it as the buyer", "Laat een collega het scoren als koper"),
            channel: "internal",
            owner: "sales-manager",
            window: after("outline-on-criteria", 8),
            importance: "normal",
            howTo: text(
              "Give only the documents and the score form, no explanation. Everything below full points gets one line: what is missing?",
              "Geef alleen de stukken en het scoreformulier, geen toelichting. Alles onder de volle punten krijgt één regel: wat ontbreekt er?",
            ),
            buyerGains: text("An offer without holes.", "Een inschrijving zonder gaten."),
          },
          {
            key: "submit-offer",
            name: text("Submit a day before the deadline", "Dien een dag voor de sluiting in"),
            channel: "document",
            owner: "run-owner",
            window: beforeClose(20, 1),
            importance: "key",
            objective: text("Be in, complete and in time.", "Binnen, compleet en op tijd."),
            howTo: text(
              "Check signatures, forms and file names against the list of the documents. Upload a day early: platforms fail on the last afternoon, and late is out.",
              "Controleer handtekeningen, formulieren en bestandsnamen tegen de lijst uit de stukken. Upload een dag eerder: platforms haperen op de laatste middag, en te laat is uitgesloten.",
            ),
            buyerAction: text("Confirms receipt.", "Bevestigt de ontvangst."),
            buyerGains: text("A complete offer to score.", "Een complete inschrijving om te scoren."),
            desiredResult: text("The receipt of the platform.", "De ontvangstbevestiging van het platform."),
          },
        ],
        criteria: [
          {
            key: "receipt",
            text: text(
              "The platform confirmed receipt of a complete offer",
              "Het platform bevestigde de ontvangst van een complete inschrijving",
            ),
            evidence: "document",
            requirement: "reason",
          },
        ],
      },
      {
        key: "award",
        name: text("Defend and award", "Toelichten en gunning"),
        buyerStep: text(
          "Scores, asks for clarification and announces the award",
          "Scoort, vraagt toelichting en maakt de gunning bekend",
        ),
        plannedDays: 35,
        steps: [
          {
            key: "rehearse-presentation",
            name: text(
              "Rehearse the clarification with who will do the work",
              "Oefen de toelichting met wie het werk gaat doen",
            ),
            channel: "meeting",
            owner: "run-owner",
            supporting: ["delivery"],
            window: within(10),
            importance: "normal",
            howTo: text(
              "Those who deliver speak; sales opens and closes. Ask each other the three hardest questions of the score form.",
              "Wie levert, praat; verkoop opent en sluit. Stel elkaar de drie moeilijkste vragen van het scoreformulier.",
            ),
            buyerGains: text(
              "Meets the people they will work with.",
              "Ontmoet de mensen met wie ze gaan werken.",
            ),
          },
          {
            key: "read-award",
            name: text(
              "Read the award letter within the standstill",
              "Lees de gunningsbrief binnen de opschortende termijn",
            ),
            channel: "document",
            owner: "legal",
            window: within(22),
            importance: "key",
            objective: text(
              "Know the reasons while something can still be done.",
              "De redenen kennen zolang er nog iets kan.",
            ),
            howTo: text(
              "Put our scores beside the winner's, criterion by criterion. Ask for the missing reasons in writing at once; the standstill (in NL 20 days, in BE 15) does not wait.",
              "Leg onze scores naast die van de winnaar, criterium voor criterium. Vraag ontbrekende motivering meteen schriftelijk op; de opschortende termijn (NL 20 dagen, BE 15) wacht niet.",
            ),
            buyerAction: text("Explains the scores in writing.", "Motiveert de scores schriftelijk."),
            buyerGains: text(
              "A bidder who understands the decision.",
              "Een inschrijver die de beslissing begrijpt.",
            ),
            desiredResult: text("A table of scores with reasons.", "Een tabel met scores en redenen."),
          },
          {
            key: "hold-debrief",
            name: text(
              "Ask for a talk about the scores, won or lost",
              "Vraag een gesprek over de scores, gewonnen of verloren",
            ),
            channel: "call",
            owner: "run-owner",
            window: within(24),
            importance: "normal",
            howTo: text(
              'Ask: "Which part of our offer made your choice easier, which harder?" Write the lesson into the next outline the same day.',
              'Vraag: "Welk deel van onze inschrijving maakte je keuze makkelijker, welk moeilijker?" Schrijf de les dezelfde dag in de volgende opzet.',
            ),
            buyerGains: text("Better offers next time.", "Volgende keer betere inschrijvingen."),
          },
        ],
        criteria: [
          {
            key: "award-final",
            text: text(
              "The buyer announced the final award in writing",
              "De koper maakte de definitieve gunning schriftelijk bekend",
            ),
            evidence: "document",
            requirement: "reason",
          },
        ],
      },
    ],
  },
};
