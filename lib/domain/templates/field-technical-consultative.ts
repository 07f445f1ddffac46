import type { ProcessTemplate } from "./template";
import { after, beforeClose, within } from "./windows";

/** Technical sales on site: see the situation, agree on the concept, prove it, then order. */
export const fieldTechnicalConsultative: ProcessTemplate = {
  key: "field-technical-consultative",
  category: "opportunity",
  style: "consultative",
  roleKey: "field-sales",
  name: { en: "Technical projects, consultative", nl: "Technische projecten, consultatief" },
  description: {
    en: "For a field sales engineer: from a request to an order through a site visit, a concept that the users approve and a trial that proves it.",
    nl: "Voor een technisch verkoper buitendienst: van aanvraag naar order via een bezoek op locatie, een concept dat de gebruikers goedkeuren en een proef die het bewijst.",
  },
  document: {
    stages: [
      {
        key: "request",
        name: { en: "Request", nl: "Aanvraag" },
        buyerStep: {
          en: "Has a technical question and looks for someone who understands it",
          nl: "Heeft een technische vraag en zoekt iemand die haar begrijpt",
        },
        plannedDays: 7,
        steps: [
          {
            key: "call-requester",
            name: { en: "Call the person who asked", nl: "Bel wie de vraag stelde" },
            channel: "call",
            owner: "run-owner",
            window: within(1),
            importance: "key",
            howTo: {
              en: 'Ask: "What made you ask this now? What happens if it stays as it is? Who works with it?" Write down the application before the product. Say honestly when it is nothing for us, and who could help.',
              nl: 'Vraag: "Waarom stel je die vraag juist nu? Wat gebeurt er als het zo blijft? Wie werkt ermee?" Noteer de toepassing vóór het product. Zeg eerlijk als het niets voor ons is, en wie wel kan helpen.',
            },
            buyerGains: {
              en: "A technical answer from the first call on.",
              nl: "Vanaf het eerste gesprek een technisch antwoord.",
            },
          },
          {
            key: "collect-data",
            name: { en: "Collect drawings and data", nl: "Verzamel tekeningen en gegevens" },
            channel: "email",
            owner: "inside-sales",
            window: within(3),
            importance: "normal",
            howTo: {
              en: "Ask for drawings, measurements, photos, the present installation and the rules that apply. Use one short list, and say why each item is needed. What they do not have, we measure on site: note it for the visit.",
              nl: "Vraag om tekeningen, maten, foto's, de huidige installatie en de regels die gelden. Gebruik één korte lijst en zeg erbij waarom iets nodig is. Wat ze niet hebben, meten we op locatie: noteer het voor het bezoek.",
            },
            buyerGains: {
              en: "Looks things up only once.",
              nl: "Hoeft alles maar één keer op te zoeken.",
            },
          },
          {
            key: "plan-visit",
            name: {
              en: "Plan the visit with the users there",
              nl: "Plan het bezoek met de gebruikers erbij",
            },
            channel: "call",
            owner: "run-owner",
            window: within(4),
            importance: "normal",
            howTo: {
              en: "Ask for one hour on the spot with someone who operates it and someone who maintains it. Choose a moment when it is running. Ask about safety rules and access beforehand.",
              nl: "Vraag een uur op de plek zelf, met iemand die ermee werkt en iemand die het onderhoudt. Kies een moment waarop het draait. Vraag vooraf naar veiligheidsregels en toegang.",
            },
            buyerGains: {
              en: "One visit is enough.",
              nl: "Eén bezoek is genoeg.",
            },
          },
        ],
        criteria: [
          {
            key: "visit-accepted",
            text: {
              en: "The buyer has accepted a date for a visit and named who will be there",
              nl: "De koper heeft een datum voor een bezoek geaccepteerd en genoemd wie erbij zijn",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "site-and-needs",
        name: { en: "Site and needs", nl: "Locatie en eisen" },
        buyerStep: {
          en: "Shows the situation and works out what the solution must be able to do",
          nl: "Laat de situatie zien en bepaalt wat de oplossing moet kunnen",
        },
        plannedDays: 14,
        steps: [
          {
            key: "site-visit",
            name: { en: "Visit the site and measure", nl: "Bezoek de locatie en meet" },
            channel: "visit",
            owner: "run-owner",
            window: within(6),
            importance: "key",
            howTo: {
              en: 'Watch it run before you speak. Ask the operator: "What annoys you most? What do you do when it stops?" Ask maintenance: "What breaks first?" Measure what was missing, take photos with permission, and note the limits: space, power, temperature, noise.',
              nl: 'Kijk eerst hoe het draait, praat daarna pas. Vraag de bediener: "Wat stoort je het meest? Wat doe je als het stilvalt?" Vraag het onderhoud: "Wat gaat het eerst kapot?" Meet wat ontbrak, maak foto\'s met toestemming en noteer de grenzen: ruimte, stroom, temperatuur, geluid.',
            },
            buyerGains: {
              en: "The people on the floor are heard.",
              nl: "De mensen op de werkvloer worden gehoord.",
            },
          },
          {
            key: "write-needs",
            name: {
              en: "Write down the requirements with a figure",
              nl: "Schrijf de eisen op met een getal",
            },
            channel: "document",
            owner: "run-owner",
            window: after("site-visit", 3),
            importance: "key",
            howTo: {
              en: 'Must, should, nice to have; each with a figure that can be measured: per hour, millimetres, degrees, days of standstill. Ask: "If it does all of this, do you buy it? What is missing then?" Let the users correct the list, not just your contact.',
              nl: 'Moet, liefst, mooi meegenomen; elk met een meetbaar getal: per uur, millimeters, graden, dagen stilstand. Vraag: "Als het dit allemaal kan, koop je het dan? Wat ontbreekt er nog?" Laat de gebruikers de lijst verbeteren, niet alleen je contact.',
            },
            buyerGains: {
              en: "A list of requirements that also serves to compare others.",
              nl: "Een eisenlijst waarmee ook anderen te vergelijken zijn.",
            },
          },
          {
            key: "find-budget-owner",
            name: { en: "Find out who pays, and from what", nl: "Zoek uit wie betaalt, en waaruit" },
            channel: "call",
            owner: "run-owner",
            window: within(9),
            importance: "normal",
            howTo: {
              en: 'Ask: "Is this maintenance or investment? Who signs for that, and when is the budget round? What does a day of standstill cost?" Ask for a short talk with that person about the figure, not about the technique.',
              nl: 'Vraag: "Is dit onderhoud of investering? Wie tekent daarvoor en wanneer is de budgetronde? Wat kost een dag stilstand?" Vraag een kort gesprek met die persoon over het cijfer, niet over de techniek.',
            },
            buyerGains: {
              en: "No technical plan that strands on money.",
              nl: "Geen technisch plan dat strandt op geld.",
            },
          },
        ],
        criteria: [
          {
            key: "needs-approved",
            text: {
              en: "The users have approved or corrected the list of requirements",
              nl: "De gebruikers hebben de eisenlijst goedgekeurd of verbeterd",
            },
            evidence: "document",
            requirement: "reason",
          },
          {
            key: "cost-of-problem",
            text: {
              en: "The buyer has named what the present situation costs",
              nl: "De koper heeft genoemd wat de huidige situatie kost",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "concept",
        name: { en: "Concept", nl: "Concept" },
        buyerStep: {
          en: "Compares possible solutions and looks for support among users and maintenance",
          nl: "Vergelijkt mogelijke oplossingen en zoekt steun bij gebruikers en onderhoud",
        },
        plannedDays: 21,
        steps: [
          {
            key: "sketch-concept",
            name: { en: "Sketch two solutions", nl: "Schets twee oplossingen" },
            channel: "internal",
            owner: "engineering",
            window: within(7),
            importance: "key",
            howTo: {
              en: "One that meets the musts, one that meets the shoulds too. For each: a drawing, what it does to each requirement, a rough price and the greatest risk. Mark assumptions clearly; the field engineer checks them with the customer.",
              nl: "Eén die aan de harde eisen voldoet en één die ook de wensen vervult. Geef bij elk: een tekening, wat het doet voor elke eis, een globale prijs en het grootste risico. Markeer aannames duidelijk; de technisch verkoper toetst ze bij de klant.",
            },
            buyerGains: {
              en: "A real choice, with price and risk.",
              nl: "Een echte keuze, met prijs en risico.",
            },
          },
          {
            key: "discuss-concept",
            name: { en: "Discuss the concept at the machine", nl: "Bespreek het concept bij de machine" },
            channel: "visit",
            owner: "run-owner",
            window: after("sketch-concept", 5),
            importance: "key",
            howTo: {
              en: 'Walk the list of requirements with operator, maintenance and your contact. Ask: "Where would this fail here? What would you have to change?" Choose one solution together and strike out the other. Write down who still has doubts.',
              nl: 'Loop de eisenlijst langs met bediener, onderhoud en je contact. Vraag: "Waar gaat dit hier mis? Wat zouden jullie moeten veranderen?" Kies samen één oplossing en streep de andere door. Noteer wie er nog twijfelt.',
            },
            buyerGains: {
              en: "Mistakes turn up on paper, not on the floor.",
              nl: "Fouten komen op papier boven, niet op de vloer.",
            },
          },
          {
            key: "check-feasible",
            name: {
              en: "Confirm that it can be built and installed",
              nl: "Bevestig dat het te bouwen en te plaatsen is",
            },
            channel: "internal",
            owner: "delivery",
            window: after("discuss-concept", 3),
            importance: "normal",
            howTo: {
              en: "Check lead times of critical parts, hours of assembly, access to the site and the standstill needed. Give a date for the installation and what the customer must prepare. Name what would move the date.",
              nl: "Controleer levertijden van kritische delen, montage-uren, toegang tot de locatie en de stilstand die nodig is. Geef een datum voor plaatsing en wat de klant moet voorbereiden. Noem wat de datum kan verschuiven.",
            },
            buyerGains: {
              en: "Can plan the standstill.",
              nl: "Kan de stilstand inplannen.",
            },
          },
        ],
        criteria: [
          {
            key: "concept-chosen",
            text: {
              en: "The buyer has chosen one concept, with users and maintenance present",
              nl: "De koper heeft één concept gekozen, met gebruikers en onderhoud erbij",
            },
            evidence: "event-held",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "offer",
        name: { en: "Offer", nl: "Offerte" },
        buyerStep: {
          en: "Weighs price against cost, and asks for the money",
          nl: "Weegt de prijs af tegen de kosten en vraagt het geld aan",
        },
        plannedDays: 14,
        steps: [
          {
            key: "calculate-price",
            name: {
              en: "Calculate the price and the payback",
              nl: "Bereken de prijs en de terugverdientijd",
            },
            channel: "internal",
            owner: "inside-sales",
            window: within(4),
            importance: "normal",
            howTo: {
              en: "Use the chosen concept, no extras. Set the yearly saving next to the price, with the customer's own figures, and show the sum. Split the price in deliver, install and train, so that they can see what they leave out.",
              nl: "Ga uit van het gekozen concept, zonder extra's. Zet de jaarlijkse besparing naast de prijs, met de eigen cijfers van de klant, en laat de som zien. Splits de prijs in leveren, plaatsen en opleiden, zodat ze zien wat ze weglaten.",
            },
            buyerGains: {
              en: "A sum that can go into the investment request.",
              nl: "Een rekensom die zo in de investeringsaanvraag kan.",
            },
          },
          {
            key: "present-offer",
            name: { en: "Go through the offer in person", nl: "Neem de offerte persoonlijk door" },
            channel: "meeting",
            owner: "run-owner",
            window: within(7),
            importance: "key",
            howTo: {
              en: 'With the user and the budget owner together. Start with the requirements, then the proof you propose, then the price. Ask: "What must the trial show before you can say yes?" Write that down as the measure of the trial.',
              nl: 'Met de gebruiker en de budgethouder samen. Begin met de eisen, dan het bewijs dat je voorstelt, dan de prijs. Vraag: "Wat moet de proef laten zien voordat je ja kunt zeggen?" Leg dat vast als maatstaf voor de proef.',
            },
            buyerGains: {
              en: "Sets the terms of proof.",
              nl: "Bepaalt zelf welk bewijs nodig is.",
            },
          },
          {
            key: "agree-trial",
            name: { en: "Put the trial agreement on one page", nl: "Zet de proefafspraken op één pagina" },
            channel: "document",
            owner: "run-owner",
            window: after("present-offer", 3),
            importance: "key",
            howTo: {
              en: "Where, how long, who operates, what is measured, which figure counts as passed, and what happens then. Have both sides sign. Without a figure a trial never ends.",
              nl: "Waar, hoelang, wie bedient, wat wordt gemeten, welk cijfer telt als geslaagd en wat er dan gebeurt. Laat beide kanten tekenen. Zonder cijfer eindigt een proef nooit.",
            },
            buyerGains: {
              en: "No obligation until the figure is met.",
              nl: "Geen verplichting zolang het cijfer niet gehaald is.",
            },
          },
        ],
        criteria: [
          {
            key: "trial-signed",
            text: {
              en: "The buyer has signed the trial agreement with the figure that must be met",
              nl: "De koper heeft de proefafspraken getekend, met het cijfer dat gehaald moet worden",
            },
            evidence: "document",
            requirement: "advisory",
          },
          {
            key: "budget-confirmed",
            text: {
              en: "The budget owner has confirmed that the money is there when the trial succeeds",
              nl: "De budgethouder heeft bevestigd dat het geld er is als de proef slaagt",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "trial",
        name: { en: "Trial", nl: "Proef" },
        buyerStep: {
          en: "Tests whether it works here, with own people",
          nl: "Test of het hier werkt, met de eigen mensen",
        },
        plannedDays: 30,
        steps: [
          {
            key: "install-trial",
            name: { en: "Install and explain", nl: "Plaats en leg uit" },
            channel: "visit",
            owner: "engineering",
            window: within(8),
            importance: "key",
            howTo: {
              en: "Let the operator do it with you beside them, not the other way round. Measure the starting point on the first day. Leave one card with three instructions and a phone number.",
              nl: "Laat de bediener het doen met jou ernaast, niet andersom. Meet de beginsituatie op de eerste dag. Laat één kaart achter met drie instructies en een telefoonnummer.",
            },
            buyerGains: {
              en: "Own people can work with it from day one.",
              nl: "De eigen mensen kunnen er vanaf dag één mee werken.",
            },
          },
          {
            key: "mid-check",
            name: { en: "Look half-way at the figure", nl: "Kijk halverwege naar het cijfer" },
            channel: "call",
            owner: "run-owner",
            window: after("install-trial", 6),
            importance: "normal",
            howTo: {
              en: 'Ask the operator first, then the boss: "What goes better? What is a nuisance? Are we heading for the figure?" Have engineering adjust at once. Bad news half-way can still be repaired.',
              nl: 'Vraag eerst de bediener, dan de chef: "Wat gaat beter? Wat is lastig? Halen we het cijfer zo?" Laat techniek meteen bijstellen. Slecht nieuws halverwege is nog te herstellen.',
            },
            buyerGains: {
              en: "The trial is adjusted while it still counts.",
              nl: "De proef wordt bijgesteld zolang dat nog telt.",
            },
          },
          {
            key: "conclude-trial",
            name: { en: "Measure and conclude together", nl: "Meet en concludeer samen" },
            channel: "meeting",
            owner: "run-owner",
            window: after("install-trial", 12),
            importance: "key",
            howTo: {
              en: 'Put the starting point, the figure agreed and the figure reached on one sheet. Let the operator speak first. Ask: "Has it passed?" If yes, take the date of the order; if no, decide together what to change or to stop.',
              nl: 'Zet beginsituatie, afgesproken cijfer en gehaald cijfer op één vel. Laat de bediener eerst aan het woord. Vraag: "Is de proef geslaagd?" Zo ja, spreek de orderdatum af; zo nee, beslis samen wat er verandert of dat je stopt.',
            },
            buyerGains: {
              en: "A decision on facts from own floor.",
              nl: "Een besluit op feiten van de eigen werkvloer.",
            },
          },
        ],
        criteria: [
          {
            key: "trial-passed",
            text: {
              en: "The buyer has confirmed in writing that the figure was met",
              nl: "De koper heeft schriftelijk bevestigd dat het cijfer is gehaald",
            },
            evidence: "document",
            requirement: "reason",
          },
        ],
      },
      {
        key: "order",
        name: { en: "Order", nl: "Order" },
        buyerStep: {
          en: "Orders, and prepares the floor for the installation",
          nl: "Bestelt en bereidt de werkvloer voor op de plaatsing",
        },
        plannedDays: 21,
        steps: [
          {
            key: "settle-contract",
            name: { en: "Settle the contract and the terms", nl: "Rond contract en voorwaarden af" },
            channel: "document",
            owner: "legal",
            window: within(6),
            importance: "normal",
            howTo: {
              en: "Start from the trial agreement and the offer, add guarantee, maintenance and acceptance. Answer remarks as a list with a reason at each no. Call instead of writing a third version.",
              nl: "Begin bij de proefafspraken en de offerte en voeg garantie, onderhoud en oplevering toe. Beantwoord opmerkingen in een lijst, met een reden bij elk nee. Bel in plaats van een derde versie te schrijven.",
            },
            buyerGains: {
              en: "Guarantee and maintenance are clear beforehand.",
              nl: "Garantie en onderhoud zijn vooraf duidelijk.",
            },
          },
          {
            key: "ask-order",
            name: { en: "Ask for the order", nl: "Vraag om de order" },
            channel: "meeting",
            owner: "run-owner",
            window: beforeClose(5, 0),
            importance: "key",
            howTo: {
              en: 'Show the three agreements: requirements, trial, payback. Ask: "Is there anything left that should stop us from planning the installation?" Be silent until there is an answer, and note the reason literally, yes or no.',
              nl: 'Laat de drie afspraken zien: eisen, proef, terugverdientijd. Vraag: "Is er nog iets waardoor we de plaatsing niet kunnen plannen?" Zwijg tot er een antwoord is en noteer de reden letterlijk, ja of nee.',
            },
            buyerGains: {
              en: "A clear end to a long search.",
              nl: "Een helder einde aan een lange zoektocht.",
            },
          },
          {
            key: "hand-over-installation",
            name: {
              en: "Hand over to installation with the users",
              nl: "Draag over aan de montage, met de gebruikers erbij",
            },
            channel: "meeting",
            owner: "delivery",
            window: within(14),
            importance: "key",
            howTo: {
              en: "Bring the list of requirements and the lessons of the trial. Let operator and fitter plan the day together. Agree on who accepts the installation, with which measurement.",
              nl: "Neem de eisenlijst en de lessen van de proef mee. Laat bediener en monteur de dag samen plannen. Spreek af wie de installatie goedkeurt en met welke meting.",
            },
            buyerGains: {
              en: "The fitter knows what the salesperson knew.",
              nl: "De monteur weet wat de verkoper wist.",
            },
          },
        ],
        criteria: [
          {
            key: "order-signed",
            text: {
              en: "The buyer has signed the order",
              nl: "De koper heeft de order getekend",
            },
            evidence: "document",
            requirement: "reason",
          },
          {
            key: "installation-planned",
            text: {
              en: "The customer has confirmed the day of installation and who accepts it",
              nl: "De klant heeft de dag van plaatsing bevestigd en wie de installatie goedkeurt",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
    ],
  },
};
