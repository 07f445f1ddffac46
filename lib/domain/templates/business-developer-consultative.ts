import type { ProcessTemplate } from "./template";
import { after, beforeClose, within } from "./windows";

/** New territory, long cycle: from a company that does not know us to a customer in good hands. */
export const businessDeveloperConsultative: ProcessTemplate = {
  key: "business-developer-consultative",
  category: "opportunity",
  style: "consultative",
  roleKey: "business-developer",
  name: { en: "New business, consultative", nl: "Nieuwe klanten, consultatief" },
  description: {
    en: "For a business developer in new territory: choose the company, find a problem that is worth solving, and let the buyer confirm every step on the way to a decision.",
    nl: "Voor een businessdeveloper in nieuw gebied: kies het bedrijf, vind een probleem dat het oplossen waard is en laat de koper elke stap naar een besluit bevestigen.",
  },
  document: {
    stages: [
      {
        key: "target",
        name: { en: "Target", nl: "Doelklant" },
        buyerStep: {
          en: "Works as usual; something chafes, but nobody has called it a problem yet",
          nl: "Werkt zoals altijd; er wringt iets, maar niemand noemt het nog een probleem",
        },
        plannedDays: 14,
        steps: [
          {
            key: "check-fit",
            name: {
              en: "Check the company against our best customers",
              nl: "Leg het bedrijf naast onze beste klanten",
            },
            channel: "internal",
            owner: "run-owner",
            window: within(2),
            importance: "normal",
            howTo: {
              en: "Compare with three customers we serve well: size, branch, way of working. Write down in one line why this company would gain from us. If you cannot, drop it today: a clear no frees a place for a better name.",
              nl: "Vergelijk met drie klanten die we goed bedienen: omvang, branche, manier van werken. Schrijf in één regel op waarom dit bedrijf iets aan ons heeft. Lukt dat niet, laat het dan vandaag los: een duidelijk nee maakt plaats voor een betere naam.",
            },
            buyerGains: {
              en: "Is only approached when we can mean something.",
              nl: "Wordt alleen benaderd als we iets kunnen betekenen.",
            },
          },
          {
            key: "find-reason",
            name: { en: "Find their reason to talk now", nl: "Vind hun reden om nu te praten" },
            channel: "internal",
            owner: "run-owner",
            window: within(4),
            importance: "normal",
            howTo: {
              en: "Look for a change: a new director, a merger, new rules, vacancies, an annual report with a promise in it. Ask yourself: what does this change make harder for them? Use at most twenty minutes and keep the source with the deal.",
              nl: "Zoek een verandering: een nieuwe directeur, een fusie, nieuwe regels, vacatures, een jaarverslag met een belofte erin. Vraag je af: wat wordt hierdoor lastiger voor ze? Neem er hooguit twintig minuten voor en bewaar de bron bij de deal.",
            },
            buyerGains: {
              en: "A conversation about their situation, not about our brochure.",
              nl: "Een gesprek over hun situatie, niet over onze folder.",
            },
          },
          {
            key: "name-people",
            name: { en: "Name three people around the problem", nl: "Noem drie mensen rond het probleem" },
            channel: "internal",
            owner: "run-owner",
            window: within(5),
            importance: "normal",
            howTo: {
              en: "Name someone who has the trouble every day, someone who answers for the result and someone who holds the budget. Check who in our own network knows them. Start with the person who has most to gain, not with the highest title.",
              nl: "Noem iemand die er dagelijks last van heeft, iemand die het resultaat moet verantwoorden en iemand die over het budget gaat. Kijk wie van ons hen kent. Begin bij wie er het meest bij wint, niet bij de hoogste functie.",
            },
            buyerGains: {
              en: "The right person is asked the first time.",
              nl: "Meteen de juiste persoon krijgt de vraag.",
            },
          },
          {
            key: "warm-up",
            name: { en: "Send them something useful beforehand", nl: "Stuur vooraf iets nuttigs" },
            channel: "document",
            owner: "marketing",
            window: within(5),
            importance: "optional",
            howTo: {
              en: "Pick one piece about their branch: a customer story, a checklist, a short study. No offer in it. Tell the business developer what was sent and on which day, so that the call can refer to it.",
              nl: "Kies één stuk over hun branche: een klantverhaal, een checklist, een kort onderzoek. Zonder aanbod erin. Laat de businessdeveloper weten wat er wanneer is verstuurd, zodat het gesprek daarop kan aansluiten.",
            },
            buyerGains: {
              en: "Something to use, even without a meeting.",
              nl: "Iets bruikbaars, ook zonder afspraak.",
            },
          },
          {
            key: "first-contact",
            name: {
              en: "Call with their reason, ask for twenty minutes",
              nl: "Bel met hun reden, vraag twintig minuten",
            },
            channel: "call",
            owner: "run-owner",
            window: within(8),
            importance: "key",
            howTo: {
              en: 'Open with what you saw changing at their side, then ask: "How do you handle that at the moment?" Listen before you say anything about us. Ask for twenty minutes with one subject. Not reached: call at another time of day, five attempts in ten working days, then stop.',
              nl: 'Begin met wat je bij hen ziet veranderen en vraag dan: "Hoe pakken jullie dat nu aan?" Luister voordat je iets over ons vertelt. Vraag twintig minuten voor één onderwerp. Niet bereikt: bel op een ander moment van de dag, vijf pogingen in tien werkdagen, en stop dan.',
            },
            buyerGains: {
              en: "Hears in one minute whether a talk is worth the time.",
              nl: "Weet na een minuut of een gesprek de tijd waard is.",
            },
          },
        ],
        criteria: [
          {
            key: "date-accepted",
            text: {
              en: "Someone who feels the problem has accepted a date for a first meeting",
              nl: "Iemand die het probleem voelt, heeft een datum voor een eerste gesprek geaccepteerd",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "first-meeting",
        name: { en: "First meeting", nl: "Eerste gesprek" },
        buyerStep: {
          en: "Wonders whether this is worth attention, and whether we understand the business",
          nl: "Vraagt zich af of dit aandacht verdient en of wij het bedrijf begrijpen",
        },
        plannedDays: 14,
        steps: [
          {
            key: "plan-meeting",
            name: { en: "Plan the meeting on half a page", nl: "Bereid het gesprek voor op een half vel" },
            channel: "internal",
            owner: "run-owner",
            window: within(3),
            importance: "normal",
            howTo: {
              en: "Write down one goal, four open questions, the two objections you expect and the next step you will ask for. Check the questions: would you like to answer them yourself? Take no slides.",
              nl: "Noteer één doel, vier open vragen, de twee tegenwerpingen die je verwacht en de vervolgstap die je gaat vragen. Toets je vragen: zou je ze zelf willen beantwoorden? Neem geen presentatie mee.",
            },
            buyerGains: {
              en: "A talk that gets to the point.",
              nl: "Een gesprek dat ter zake komt.",
            },
          },
          {
            key: "send-agenda",
            name: { en: "Send the agenda with one question", nl: "Stuur de agenda met één vraag" },
            channel: "email",
            owner: "run-owner",
            window: within(5),
            importance: "normal",
            howTo: {
              en: 'Three lines: what we want to find out, how long it takes, what they can decide at the end. Close with one question: "What would make this half hour worthwhile for you?" Ask who else should be there.',
              nl: 'Drie regels: wat we willen weten, hoelang het duurt, wat zij aan het eind kunnen beslissen. Sluit af met één vraag: "Wanneer is dit halfuur voor jou de moeite waard?" Vraag wie er nog meer bij moet zijn.',
            },
            buyerGains: {
              en: "Can prepare, and can bring the right colleague.",
              nl: "Kan zich voorbereiden en de juiste collega meenemen.",
            },
          },
          {
            key: "hold-meeting",
            name: { en: "Hold the first meeting", nl: "Voer het eerste gesprek" },
            channel: "meeting",
            owner: "run-owner",
            window: within(10),
            importance: "key",
            howTo: {
              en: 'Let them talk two thirds of the time. Ask: "What happens when this goes wrong? Who notices first? What have you tried already?" Then: "Suppose nothing changes, how does that look in a year?" End with a next step that costs them something too, such as bringing a colleague.',
              nl: 'Laat hen twee derde van de tijd praten. Vraag: "Wat gebeurt er als dit misgaat? Wie merkt het als eerste? Wat hebben jullie al geprobeerd?" En dan: "Stel dat er niets verandert, hoe ziet het er over een jaar uit?" Eindig met een vervolgstap die ook van hen iets vraagt, zoals een collega meebrengen.',
            },
            buyerGains: {
              en: "Puts own situation in order by explaining it.",
              nl: "Krijgt de eigen situatie helder door die uit te leggen.",
            },
          },
          {
            key: "send-recap",
            name: { en: "Send the recap in their words", nl: "Stuur de samenvatting in hun woorden" },
            channel: "email",
            owner: "run-owner",
            window: after("hold-meeting", 1),
            importance: "key",
            howTo: {
              en: 'Half a page: the situation, the trouble, what it leads to, what was agreed. Use their words, not ours. Close with: "What have I not understood well?" A correction is worth more than a compliment.',
              nl: 'Een half vel: de situatie, de last, waar die toe leidt, wat er is afgesproken. Gebruik hun woorden, niet die van ons. Sluit af met: "Wat heb ik nog niet goed begrepen?" Een correctie is meer waard dan een compliment.',
            },
            buyerGains: {
              en: "A text that can be passed on inside the company.",
              nl: "Een tekst om intern door te sturen.",
            },
          },
        ],
        criteria: [
          {
            key: "recap-confirmed",
            text: {
              en: "The buyer has confirmed or corrected our recap in writing",
              nl: "De koper heeft onze samenvatting schriftelijk bevestigd of verbeterd",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
          {
            key: "colleague-joins",
            text: {
              en: "The buyer brings a colleague into the next meeting",
              nl: "De koper haalt een collega bij het volgende gesprek",
            },
            evidence: "event-held",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "shared-problem",
        name: { en: "Shared problem", nl: "Gedeeld probleem" },
        buyerStep: {
          en: "Recognises the problem, counts what it costs and compares ways to solve it",
          nl: "Herkent het probleem, rekent uit wat het kost en vergelijkt manieren om het op te lossen",
        },
        plannedDays: 21,
        steps: [
          {
            key: "deepen-impact",
            name: { en: "Find out what the problem costs", nl: "Zoek uit wat het probleem kost" },
            channel: "meeting",
            owner: "run-owner",
            window: within(7),
            importance: "key",
            howTo: {
              en: 'Work it out together with the people who do the work. Ask: "How often? How long does it take? What does an hour of that cost? What can you not do because of it?" Use their figures and write down who gave which one. A careful low figure convinces more than a high one.',
              nl: 'Reken het samen uit met de mensen die het werk doen. Vraag: "Hoe vaak? Hoelang duurt het? Wat kost zo\'n uur? Waar komen jullie hierdoor niet aan toe?" Gebruik hun cijfers en noteer wie welk cijfer gaf. Een voorzichtig laag bedrag overtuigt meer dan een hoog bedrag.',
            },
            buyerGains: {
              en: "A figure of their own to convince colleagues with.",
              nl: "Een eigen cijfer om collega's mee te overtuigen.",
            },
          },
          {
            key: "second-voice",
            name: { en: "Speak with a second department", nl: "Spreek met een tweede afdeling" },
            channel: "meeting",
            owner: "run-owner",
            window: within(10),
            importance: "normal",
            howTo: {
              en: "Ask your contact for an introduction to someone who sees the problem from another side. Put the same three questions and do not repeat what the first one said. Where the answers differ, bring both to the table: that is where deals end without a decision.",
              nl: "Vraag je contact om een introductie bij iemand die het probleem van een andere kant ziet. Stel dezelfde drie vragen en herhaal niet wat de eerste zei. Waar de antwoorden verschillen, leg je ze naast elkaar: juist daar eindigen deals zonder beslissing.",
            },
            buyerGains: {
              en: "Hears early where colleagues see it differently.",
              nl: "Hoort vroeg waar collega's er anders over denken.",
            },
          },
          {
            key: "map-decision",
            name: { en: "Ask how they decide, and who", nl: "Vraag hoe ze beslissen, en wie" },
            channel: "call",
            owner: "run-owner",
            window: within(12),
            importance: "key",
            howTo: {
              en: 'Ask: "When you last bought something of this size, how did that go? Who had to agree? Where did it get stuck?" Note decider, budget owner, users and anyone who can stop it. Ask to meet the budget owner now, not after the proposal.',
              nl: 'Vraag: "Toen jullie voor het laatst iets van deze omvang kochten, hoe ging dat? Wie moest akkoord geven? Waar liep het vast?" Noteer beslisser, budgethouder, gebruikers en wie het kan tegenhouden. Vraag om de budgethouder nu te spreken, niet pas na het voorstel.',
            },
            buyerGains: {
              en: "Sees own decision route, with its obstacles, in time.",
              nl: "Ziet de eigen besluitroute, met de obstakels, op tijd.",
            },
          },
          {
            key: "manager-review",
            name: {
              en: "Go through the deal with the sales manager",
              nl: "Neem de deal door met de verkoopleider",
            },
            channel: "internal",
            owner: "sales-manager",
            window: within(14),
            importance: "optional",
            howTo: {
              en: 'Fifteen minutes. Ask: "What has the buyer done that shows it matters? Who have we not heard? What would make them do nothing?" Decide together: go on, change course or stop. Stopping here is a good result.',
              nl: 'Een kwartier. Vraag: "Wat heeft de koper gedaan waaruit blijkt dat het belangrijk is? Wie hebben we niet gehoord? Waardoor zouden ze niets doen?" Besluit samen: doorgaan, bijsturen of stoppen. Hier stoppen is een goede uitkomst.',
            },
            buyerGains: {
              en: "No proposal that nobody asked for.",
              nl: "Geen voorstel waar niemand om vroeg.",
            },
          },
        ],
        criteria: [
          {
            key: "problem-stated",
            text: {
              en: "The buyer states the problem and what it costs in own words",
              nl: "De koper benoemt het probleem en wat het kost in eigen woorden",
            },
            evidence: "buyer-confirmed",
            requirement: "reason",
          },
          {
            key: "budget-owner-met",
            text: {
              en: "The budget owner has spoken with us about the problem",
              nl: "De budgethouder heeft met ons over het probleem gesproken",
            },
            evidence: "event-held",
            requirement: "advisory",
          },
          {
            key: "date-with-reason",
            text: {
              en: "The buyer has named a date by which it must be solved, and why then",
              nl: "De koper heeft een datum genoemd waarop het opgelost moet zijn, en waarom dan",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "proposal",
        name: { en: "Proposal", nl: "Voorstel" },
        buyerStep: {
          en: "Sets the requirements, compares suppliers and builds support inside",
          nl: "Stelt eisen op, vergelijkt leveranciers en bouwt intern draagvlak op",
        },
        plannedDays: 21,
        steps: [
          {
            key: "share-outline",
            name: {
              en: "Discuss the outline before writing",
              nl: "Bespreek de hoofdlijn voordat je schrijft",
            },
            channel: "video",
            owner: "run-owner",
            window: within(5),
            importance: "key",
            howTo: {
              en: 'One page: problem, goal, approach, rough price range, what we need from them. Ask: "What would you strike out? What is missing to defend this inside?" Name the price range now: a shock later costs more than a frown today.',
              nl: 'Eén pagina: probleem, doel, aanpak, prijs op hoofdlijnen, wat we van hen nodig hebben. Vraag: "Wat zou je schrappen? Wat ontbreekt om dit intern te verdedigen?" Noem de prijsorde nu: een schok achteraf kost meer dan een frons vandaag.',
            },
            buyerGains: {
              en: "Shapes the proposal instead of judging it.",
              nl: "Vormt het voorstel mee in plaats van het te beoordelen.",
            },
          },
          {
            key: "confirm-delivery",
            name: { en: "Confirm that we can deliver it", nl: "Bevestig dat we het kunnen leveren" },
            channel: "internal",
            owner: "delivery",
            window: after("share-outline", 3),
            importance: "key",
            howTo: {
              en: "Check people, lead time and the two greatest risks, and give a start date that you will keep. Write down what the customer must have ready. If something cannot be done as outlined, say so with an alternative within the three days.",
              nl: "Toets mensen, doorlooptijd en de twee grootste risico's en geef een startdatum die je nakomt. Schrijf op wat de klant klaar moet hebben. Kan iets niet zoals geschetst, meld dat dan binnen die drie dagen, met een alternatief.",
            },
            buyerGains: {
              en: "A start date that will hold.",
              nl: "Een startdatum die klopt.",
            },
          },
          {
            key: "write-proposal",
            name: {
              en: "Write the proposal around their problem",
              nl: "Schrijf het voorstel rond hun probleem",
            },
            channel: "document",
            owner: "run-owner",
            window: after("share-outline", 6),
            importance: "normal",
            howTo: {
              en: "First page: their problem, their figure, their date. Then the approach, the price with at most three choices, and what happens in the first month. Leave our history for the appendix. Ten pages is plenty.",
              nl: "Eerste pagina: hun probleem, hun cijfer, hun datum. Dan de aanpak, de prijs met hooguit drie keuzes en wat er in de eerste maand gebeurt. Onze geschiedenis hoort in de bijlage. Tien pagina's is ruim genoeg.",
            },
            buyerGains: {
              en: "Can explain it inside without us.",
              nl: "Kan het intern uitleggen zonder ons.",
            },
          },
          {
            key: "present-proposal",
            name: {
              en: "Go through the proposal with those who decide",
              nl: "Neem het voorstel door met de beslissers",
            },
            channel: "meeting",
            owner: "run-owner",
            window: after("share-outline", 10),
            importance: "key",
            howTo: {
              en: 'Never send a first proposal without a meeting. Let your contact open with the problem. Ask each person: "What has to be true for you to support this?" Write the objections down where all can see them and agree who answers which one, and when.',
              nl: 'Stuur een eerste voorstel nooit zonder gesprek. Laat je contact openen met het probleem. Vraag iedereen: "Wanneer sta jij hier achter?" Schrijf de tegenwerpingen zichtbaar op en spreek af wie welke beantwoordt, en wanneer.',
            },
            buyerGains: {
              en: "All doubts on the table in one meeting.",
              nl: "Alle twijfels op tafel in één gesprek.",
            },
          },
        ],
        criteria: [
          {
            key: "outline-commented",
            text: {
              en: "The buyer has changed or approved the outline",
              nl: "De koper heeft de hoofdlijn aangepast of goedgekeurd",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
          {
            key: "deciders-present",
            text: {
              en: "Those who decide were there when the proposal was discussed",
              nl: "De beslissers waren erbij toen het voorstel werd besproken",
            },
            evidence: "event-held",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "decision",
        name: { en: "Decision", nl: "Besluit" },
        buyerStep: {
          en: "Weighs the risk, settles the last doubts and chooses",
          nl: "Weegt het risico, neemt de laatste twijfels weg en kiest",
        },
        plannedDays: 30,
        steps: [
          {
            key: "decision-plan",
            name: { en: "Agree on the route to the decision", nl: "Spreek de route naar het besluit af" },
            channel: "call",
            owner: "run-owner",
            window: within(3),
            importance: "key",
            howTo: {
              en: 'Count back together from the date they want to start: who signs, who checks the contract, when does the board meet? Put five dates with names in one shared list. Ask: "Where could this get stuck?" and plan that step first.',
              nl: 'Reken samen terug vanaf de gewenste startdatum: wie tekent, wie toetst het contract, wanneer vergadert de directie? Zet vijf data met namen in één gedeelde lijst. Vraag: "Waar kan dit vastlopen?" en plan die stap als eerste.',
            },
            buyerGains: {
              en: "No surprises on the way to the signature.",
              nl: "Geen verrassingen op weg naar de handtekening.",
            },
          },
          {
            key: "settle-terms",
            name: {
              en: "Settle the terms with their lawyer or buyer",
              nl: "Stem de voorwaarden af met hun jurist of inkoper",
            },
            channel: "document",
            owner: "legal",
            window: after("decision-plan", 8),
            importance: "normal",
            howTo: {
              en: "Ask for their standard terms on the first day, not on the last. Answer with a list: agreed, agreed with a change, and what we cannot do with the reason. Call about anything that goes back and forth twice.",
              nl: "Vraag op de eerste dag naar hun standaardvoorwaarden, niet op de laatste. Antwoord met een lijst: akkoord, akkoord met wijziging, en wat niet kan met de reden. Bel over alles wat twee keer heen en weer gaat.",
            },
            buyerGains: {
              en: "A contract without hidden edges.",
              nl: "Een contract zonder verborgen randen.",
            },
          },
          {
            key: "reference-talk",
            name: {
              en: "Let them speak with a customer like them",
              nl: "Laat ze praten met een klant zoals zij",
            },
            channel: "call",
            owner: "run-owner",
            window: within(10),
            importance: "optional",
            howTo: {
              en: 'Choose a customer with the same doubt, not the most famous one. Stay out of the talk. Afterwards ask both sides: "What was the most useful question?"',
              nl: 'Kies een klant met dezelfde twijfel, niet de bekendste. Blijf zelf buiten het gesprek. Vraag daarna aan beide kanten: "Wat was de nuttigste vraag?"',
            },
            buyerGains: {
              en: "An honest answer from someone who has done it.",
              nl: "Een eerlijk antwoord van iemand die het al deed.",
            },
          },
          {
            key: "last-doubts",
            name: {
              en: "Ask each decider for the last doubt",
              nl: "Vraag elke beslisser naar de laatste twijfel",
            },
            channel: "call",
            owner: "run-owner",
            window: within(12),
            importance: "normal",
            howTo: {
              en: 'Ask: "If it does not go through, what will have been the reason?" Do not argue; ask what would take the doubt away. Compare with doing nothing as well: that is the competitor who wins most.',
              nl: 'Vraag: "Als het niet doorgaat, waar ligt het dan aan?" Ga niet in discussie; vraag wat de twijfel zou wegnemen. Vergelijk ook met niets doen: die concurrent wint het vaakst.',
            },
            buyerGains: {
              en: "Can voice a doubt without losing face.",
              nl: "Kan twijfel uiten zonder gezichtsverlies.",
            },
          },
          {
            key: "ask-decision",
            name: { en: "Ask for the decision", nl: "Vraag om het besluit" },
            channel: "meeting",
            owner: "run-owner",
            window: beforeClose(5, 0),
            importance: "key",
            howTo: {
              en: 'Walk through the list of dates, confirm that every doubt has an answer and ask plainly: "Shall we start on the date you named?" Then be silent. At a no, ask what decided it and thank them; at a not yet, agree on what must happen and when you decide together.',
              nl: 'Loop de lijst met data langs, bevestig dat elke twijfel een antwoord heeft en vraag het gewoon: "Zullen we starten op de datum die je noemde?" En zwijg dan. Bij een nee vraag je wat de doorslag gaf en bedank je; bij een nog niet spreek je af wat er moet gebeuren en wanneer jullie samen beslissen.',
            },
            buyerGains: {
              en: "Clarity, also when the answer is no.",
              nl: "Duidelijkheid, ook als het antwoord nee is.",
            },
          },
        ],
        criteria: [
          {
            key: "route-confirmed",
            text: {
              en: "The buyer has confirmed the dates and names on the way to the decision",
              nl: "De koper heeft de data en namen op weg naar het besluit bevestigd",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
          {
            key: "order-signed",
            text: {
              en: "The buyer has signed the order or the agreement",
              nl: "De koper heeft de opdracht of overeenkomst getekend",
            },
            evidence: "document",
            requirement: "reason",
          },
        ],
      },
      {
        key: "handover",
        name: { en: "Handover", nl: "Overdracht" },
        buyerStep: {
          en: "Prepares own people and wants to see that the promise holds",
          nl: "Bereidt de eigen mensen voor en wil zien dat de belofte klopt",
        },
        plannedDays: 21,
        steps: [
          {
            key: "brief-delivery",
            name: { en: "Brief delivery on what was promised", nl: "Vertel de uitvoering wat er is beloofd" },
            channel: "internal",
            owner: "run-owner",
            window: within(2),
            importance: "key",
            howTo: {
              en: "Half an hour, with the recap, the figure and the list of people. Tell why they bought, what they fear and what was said aloud but is not in the contract. Let delivery repeat it to you.",
              nl: "Een halfuur, met de samenvatting, het cijfer en de lijst met mensen. Vertel waarom ze kochten, waar ze bang voor zijn en wat wel is gezegd maar niet in het contract staat. Laat de uitvoering het aan jou herhalen.",
            },
            buyerGains: {
              en: "Does not have to tell everything again.",
              nl: "Hoeft niet alles opnieuw te vertellen.",
            },
          },
          {
            key: "set-up-invoicing",
            name: {
              en: "Set up invoicing the way they want it",
              nl: "Richt de facturatie in zoals zij het willen",
            },
            channel: "email",
            owner: "finance",
            window: within(5),
            importance: "normal",
            howTo: {
              en: "Ask for the order number, the invoice address and the person who approves. Send one test invoice or a draft. A first invoice that is wrong costs more goodwill than it seems.",
              nl: "Vraag naar het inkoopnummer, het factuuradres en wie goedkeurt. Stuur één proeffactuur of concept. Een eerste factuur die niet klopt, kost meer goodwill dan het lijkt.",
            },
            buyerGains: {
              en: "Invoices that go straight through.",
              nl: "Facturen die meteen doorlopen.",
            },
          },
          {
            key: "kick-off",
            name: { en: "Hold the kick-off together", nl: "Houd samen de aftrap" },
            channel: "meeting",
            owner: "delivery",
            window: within(10),
            importance: "key",
            howTo: {
              en: "Let the customer open with why they do this. Fix the first result that can be seen within a month, who does what, and how you will meet. The business developer introduces and then steps back.",
              nl: "Laat de klant openen met waarom ze dit doen. Leg het eerste resultaat vast dat binnen een maand zichtbaar is, wie wat doet en hoe jullie overleggen. De businessdeveloper introduceert en doet daarna een stap terug.",
            },
            buyerGains: {
              en: "Knows whom to call, and what happens first.",
              nl: "Weet wie te bellen en wat er eerst gebeurt.",
            },
          },
          {
            key: "ask-why-us",
            name: { en: "Ask why they chose us", nl: "Vraag waarom ze voor ons kozen" },
            channel: "call",
            owner: "run-owner",
            window: after("kick-off", 3),
            importance: "normal",
            howTo: {
              en: 'Ask: "When did you know it would be us? What nearly went wrong? What should we do differently next time?" Write the answers down literally and bring them to the process review.',
              nl: 'Vraag: "Wanneer wist je dat wij het werden? Wat ging er bijna mis? Wat moeten we de volgende keer anders doen?" Noteer de antwoorden letterlijk en neem ze mee naar de procesbespreking.',
            },
            buyerGains: {
              en: "Is taken seriously after the signature too.",
              nl: "Wordt ook na de handtekening serieus genomen.",
            },
          },
        ],
        criteria: [
          {
            key: "kick-off-held",
            text: {
              en: "The customer has held the kick-off with our delivery people",
              nl: "De klant heeft de aftrap met onze mensen van de uitvoering gehouden",
            },
            evidence: "event-held",
            requirement: "advisory",
          },
          {
            key: "first-result-agreed",
            text: {
              en: "The customer has confirmed the first result and its date",
              nl: "De klant heeft het eerste resultaat en de datum daarvan bevestigd",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
    ],
  },
};
