import type { ProcessTemplate } from "./template";
import { after, between, within } from "./windows";

/** One customer for years: understand, plan together, grow, and look back together each period. */
export const accountManagerConsultative: ProcessTemplate = {
  key: "account-manager-consultative",
  category: "account",
  style: "consultative",
  roleKey: "account-manager",
  name: { en: "Account plan, consultative", nl: "Accountplan, consultatief" },
  description: {
    en: "For an account manager with a few important customers: one period from understanding their goals to a joint review of what it brought both sides.",
    nl: "Voor een accountmanager met enkele belangrijke klanten: één periode, van hun doelen begrijpen tot samen terugkijken op wat het beide kanten opleverde.",
  },
  document: {
    stages: [
      {
        key: "understand",
        name: { en: "Understand", nl: "Begrijpen" },
        buyerStep: {
          en: "Sets the goals for the year and decides what needs attention",
          nl: "Bepaalt de doelen voor het jaar en kiest wat aandacht krijgt",
        },
        plannedDays: 28,
        steps: [
          {
            key: "collect-facts",
            name: { en: "Collect the facts of last period", nl: "Verzamel de feiten van de vorige periode" },
            channel: "internal",
            owner: "run-owner",
            window: within(5),
            importance: "normal",
            howTo: {
              en: "Turnover per product, margin, complaints, deliveries on time, open quotes, who spoke with whom. Look for what stopped as well: which product do they no longer buy, which contact went silent? One page with at most five figures.",
              nl: "Omzet per product, marge, klachten, leverbetrouwbaarheid, open offertes, wie met wie sprak. Kijk ook naar wat ophield: welk product kopen ze niet meer, welk contact werd stil? Eén pagina met hooguit vijf cijfers.",
            },
            buyerGains: {
              en: "Talks with someone who knows the facts.",
              nl: "Spreekt met iemand die de feiten kent.",
            },
          },
          {
            key: "hear-goals",
            name: {
              en: "Ask for their goals, not for their needs",
              nl: "Vraag naar hun doelen, niet naar hun behoefte",
            },
            channel: "visit",
            owner: "run-owner",
            window: within(12),
            importance: "key",
            howTo: {
              en: 'Ask: "What do you want to have achieved a year from now? What stands in the way? How are you judged on it yourself?" And: "What should we stop doing?" Do not offer anything in this talk. Take a colleague who does the work along.',
              nl: 'Vraag: "Wat wil je over een jaar bereikt hebben? Wat staat in de weg? Waar word jij zelf op afgerekend?" En: "Waar moeten wij mee ophouden?" Bied in dit gesprek niets aan. Neem een collega mee die het werk doet.',
            },
            buyerGains: {
              en: "Is heard on what matters to the business.",
              nl: "Wordt gehoord over wat ertoe doet voor het bedrijf.",
            },
          },
          {
            key: "draw-people-map",
            name: { en: "Draw the map of people", nl: "Teken de kaart van mensen" },
            channel: "internal",
            owner: "run-owner",
            window: within(15),
            importance: "normal",
            howTo: {
              en: "Who decides, who uses, who pays, who advises, who would rather have another supplier? Note for each when we last spoke and who of us has the bond. Where one bond carries everything, plan a second one: people change jobs.",
              nl: "Wie beslist, wie gebruikt, wie betaalt, wie adviseert, wie heeft liever een andere leverancier? Noteer per persoon wanneer we elkaar spraken en wie van ons de band heeft. Rust alles op één band, plan er dan een tweede bij: mensen wisselen van baan.",
            },
            buyerGains: {
              en: "Everyone with a stake has someone to turn to.",
              nl: "Iedereen met een belang heeft een aanspreekpunt.",
            },
          },
          {
            key: "ask-users",
            name: { en: "Ask the users how it really goes", nl: "Vraag gebruikers hoe het echt gaat" },
            channel: "call",
            owner: "customer-service",
            window: within(15),
            importance: "normal",
            howTo: {
              en: 'Call three people who work with it every day. Ask: "What costs you most time? What did you work around? What would you miss if we were gone?" Report literally, good and bad, to the account manager.',
              nl: 'Bel drie mensen die er dagelijks mee werken. Vraag: "Wat kost je de meeste tijd? Waar heb je een omweg voor bedacht? Wat zou je missen als wij er niet waren?" Geef het letterlijk door aan de accountmanager, het goede en het slechte.',
            },
            buyerGains: {
              en: "Small irritations are solved before they grow.",
              nl: "Kleine ergernissen zijn opgelost voordat ze groeien.",
            },
          },
        ],
        criteria: [
          {
            key: "goals-confirmed",
            text: {
              en: "The customer has confirmed our note of their three goals",
              nl: "De klant heeft onze notitie van hun drie doelen bevestigd",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
          {
            key: "second-department-spoken",
            text: {
              en: "Someone from a second department of the customer has met us",
              nl: "Iemand van een tweede afdeling van de klant heeft ons gesproken",
            },
            evidence: "event-held",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "plan",
        name: { en: "Plan", nl: "Plannen" },
        buyerStep: {
          en: "Chooses what to work on, with whom and with what money",
          nl: "Kiest waaraan gewerkt wordt, met wie en met welk geld",
        },
        plannedDays: 28,
        steps: [
          {
            key: "draft-plan",
            name: {
              en: "Write the account plan on two pages",
              nl: "Schrijf het accountplan op twee pagina's",
            },
            channel: "document",
            owner: "run-owner",
            window: within(8),
            importance: "key",
            howTo: {
              en: "Page one is theirs: three goals, what we contribute to each, how both sides will see that it worked. Page two is ours: what it may bring us, which people we need, what could go wrong. No goal of theirs, no action of ours.",
              nl: "Pagina één is van hen: drie doelen, wat wij aan elk bijdragen en waaraan beide kanten zien dat het werkt. Pagina twee is van ons: wat het ons kan opleveren, welke mensen we nodig hebben, wat er mis kan gaan. Geen doel van hen, dan ook geen actie van ons.",
            },
            buyerGains: {
              en: "A plan that starts from own goals.",
              nl: "Een plan dat begint bij de eigen doelen.",
            },
          },
          {
            key: "challenge-plan",
            name: { en: "Let colleagues challenge the plan", nl: "Laat collega's het plan aanvechten" },
            channel: "internal",
            owner: "sales-manager",
            window: after("draft-plan", 5),
            importance: "normal",
            howTo: {
              en: 'Thirty minutes with delivery and service at the table. Ask: "What do we promise that we cannot keep? What would their other supplier offer? Which of these five actions would you drop?" Decide on people and hours before it goes to the customer.',
              nl: 'Een halfuur met uitvoering en service aan tafel. Vraag: "Wat beloven we dat we niet waarmaken? Wat zou hun andere leverancier bieden? Welke van deze vijf acties zou je schrappen?" Beslis over mensen en uren voordat het naar de klant gaat.',
            },
            buyerGains: {
              en: "Only gets promises that can be kept.",
              nl: "Krijgt alleen beloften die we kunnen nakomen.",
            },
          },
          {
            key: "plan-together",
            name: { en: "Settle the plan together", nl: "Stel het plan samen vast" },
            channel: "meeting",
            owner: "run-owner",
            window: within(18),
            importance: "key",
            howTo: {
              en: 'Bring page one as a draft and a pen. Ask for each action: "Is this the right order? Who does it at your side? When would you call it a success?" Strike out what nobody wants to own. Leave with names and dates on both sides.',
              nl: 'Neem pagina één mee als concept, met een pen. Vraag bij elke actie: "Is dit de juiste volgorde? Wie doet het bij jullie? Wanneer noem je het geslaagd?" Schrap wat niemand op zich wil nemen. Vertrek met namen en data aan beide kanten.',
            },
            buyerGains: {
              en: "Decides what we work on, and sees who does what.",
              nl: "Bepaalt waar we aan werken en ziet wie wat doet.",
            },
          },
        ],
        criteria: [
          {
            key: "plan-agreed",
            text: {
              en: "The customer has agreed to the plan, with a name of theirs at each action",
              nl: "De klant is akkoord met het plan, met een eigen naam bij elke actie",
            },
            evidence: "buyer-confirmed",
            requirement: "reason",
          },
          {
            key: "measure-agreed",
            text: {
              en: "The customer has named how success will be seen",
              nl: "De klant heeft genoemd waaraan succes te zien is",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "grow",
        name: { en: "Grow", nl: "Groeien" },
        buyerStep: {
          en: "Works on the goals and judges whether we help",
          nl: "Werkt aan de doelen en beoordeelt of wij helpen",
        },
        plannedDays: 90,
        steps: [
          {
            key: "deliver-first-action",
            name: { en: "Deliver the first action", nl: "Lever de eerste actie op" },
            channel: "meeting",
            owner: "delivery",
            window: within(20),
            importance: "key",
            howTo: {
              en: "Begin with what they feel soonest, not with what earns us most. Show the result on their own work floor and ask the users what they notice. Tell the account manager on the same day what was said.",
              nl: "Begin met wat zij het eerst merken, niet met wat ons het meest oplevert. Laat het resultaat op hun eigen werkvloer zien en vraag de gebruikers wat ze merken. Vertel de accountmanager dezelfde dag wat er is gezegd.",
            },
            buyerGains: {
              en: "Sees a result within a month.",
              nl: "Ziet binnen een maand resultaat.",
            },
          },
          {
            key: "monthly-rhythm",
            name: { en: "Speak every month about the plan", nl: "Praat elke maand over het plan" },
            channel: "video",
            owner: "run-owner",
            window: between(15, 25),
            importance: "normal",
            howTo: {
              en: 'Twenty minutes, three questions: "What works? What is stuck? What has changed at your side?" Update dates while you talk. Cancel the talk only together with setting the new date.',
              nl: 'Twintig minuten, drie vragen: "Wat werkt? Wat zit vast? Wat is er bij jullie veranderd?" Werk de data bij tijdens het gesprek. Zeg het gesprek alleen af als je meteen een nieuwe datum zet.',
            },
            buyerGains: {
              en: "Problems come up while they are small.",
              nl: "Problemen komen op tafel zolang ze klein zijn.",
            },
          },
          {
            key: "new-idea",
            name: { en: "Bring one idea they did not ask for", nl: "Breng één idee waar ze niet om vroegen" },
            channel: "meeting",
            owner: "run-owner",
            window: between(20, 45),
            importance: "key",
            howTo: {
              en: 'Take it from another customer or from their branch, and tie it to one of their three goals. Say what it asks of them and for whom it did not work. Ask: "Is this worth a closer look?" A yes becomes a deal of its own; a no teaches you something about the goal.',
              nl: 'Haal het bij een andere klant of uit hun branche en verbind het met een van hun drie doelen. Vertel wat het van hen vraagt en bij wie het niet werkte. Vraag: "Is dit het waard om beter te bekijken?" Een ja wordt een eigen deal; een nee leert je iets over het doel.',
            },
            buyerGains: {
              en: "Learns what others do, before the competitor does.",
              nl: "Hoort wat anderen doen, eerder dan de concurrent.",
            },
          },
          {
            key: "second-bond",
            name: { en: "Build the second bond", nl: "Bouw de tweede band op" },
            channel: "visit",
            owner: "run-owner",
            window: within(45),
            importance: "normal",
            howTo: {
              en: "Bring someone of ours to someone of theirs at the same level: director to director, planner to planner. Give them a subject of their own. Afterwards ask both what they agreed.",
              nl: "Breng iemand van ons bij iemand van hen op hetzelfde niveau: directeur bij directeur, planner bij planner. Geef ze een eigen onderwerp. Vraag daarna aan beiden wat ze hebben afgesproken.",
            },
            buyerGains: {
              en: "Short lines that do not depend on one person.",
              nl: "Korte lijnen die niet van één persoon afhangen.",
            },
          },
        ],
        criteria: [
          {
            key: "first-result-seen",
            text: {
              en: "The customer has confirmed the first result against the agreed measure",
              nl: "De klant heeft het eerste resultaat bevestigd aan de afgesproken maatstaf",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
          {
            key: "idea-answered",
            text: {
              en: "The customer has said yes or no to a new idea",
              nl: "De klant heeft ja of nee gezegd op een nieuw idee",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "review",
        name: { en: "Review", nl: "Terugkijken" },
        buyerStep: {
          en: "Weighs what the cooperation brought and decides how to go on",
          nl: "Weegt wat de samenwerking opleverde en beslist hoe het verdergaat",
        },
        plannedDays: 21,
        steps: [
          {
            key: "prepare-review",
            name: { en: "Put promise and result side by side", nl: "Leg belofte en resultaat naast elkaar" },
            channel: "document",
            owner: "run-owner",
            window: within(5),
            importance: "normal",
            howTo: {
              en: "One page per goal: what was agreed, what was done, what the figure says. Mark what failed yourself, before they do. Ask delivery and finance to check the figures.",
              nl: "Eén pagina per doel: wat was afgesproken, wat is gedaan, wat zegt het cijfer. Wijs zelf aan wat mislukte, voordat zij het doen. Laat uitvoering en financiën de cijfers controleren.",
            },
            buyerGains: {
              en: "An honest account to show own management.",
              nl: "Een eerlijk verslag om aan de eigen directie te laten zien.",
            },
          },
          {
            key: "hold-review",
            name: { en: "Look back together", nl: "Kijk samen terug" },
            channel: "meeting",
            owner: "run-owner",
            window: within(12),
            importance: "key",
            howTo: {
              en: 'With the people who decide, at most one hour. Ask: "What would you do again? What would you not? What did we cost you in effort?" Then: "What changes for you next year?" Keep the last ten minutes for what you will do differently yourselves.',
              nl: 'Met de mensen die beslissen, hooguit een uur. Vraag: "Wat zou je weer doen? Wat niet? Wat hebben wij je aan moeite gekost?" En dan: "Wat verandert er volgend jaar voor jullie?" Houd de laatste tien minuten voor wat je zelf anders gaat doen.',
            },
            buyerGains: {
              en: "Steers the cooperation instead of undergoing it.",
              nl: "Stuurt de samenwerking in plaats van haar te ondergaan.",
            },
          },
          {
            key: "record-lessons",
            name: { en: "Send the outcome and the next date", nl: "Stuur de uitkomst en de volgende datum" },
            channel: "email",
            owner: "run-owner",
            window: after("hold-review", 2),
            importance: "key",
            howTo: {
              en: "Five lines: what stays, what stops, what is new, who does it, when we meet. Put the date of the next review in both calendars now. Tell colleagues what the customer said about them, the good things first.",
              nl: "Vijf regels: wat blijft, wat stopt, wat is nieuw, wie doet het, wanneer spreken we elkaar. Zet de datum van de volgende terugblik nu in beide agenda's. Vertel collega's wat de klant over hen zei, het goede eerst.",
            },
            buyerGains: {
              en: "Holds us to what was agreed.",
              nl: "Kan ons houden aan wat er is afgesproken.",
            },
          },
        ],
        criteria: [
          {
            key: "review-held",
            text: {
              en: "The customer's decision makers took part in the review",
              nl: "De beslissers van de klant waren bij de terugblik",
            },
            evidence: "event-held",
            requirement: "advisory",
          },
          {
            key: "next-period-confirmed",
            text: {
              en: "The customer has confirmed the goals or the date for the next period",
              nl: "De klant heeft de doelen of de datum voor de volgende periode bevestigd",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
    ],
  },
};
