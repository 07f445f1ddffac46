import type { ProcessTemplate } from "./template";
import { text } from "./text";
import { after, within } from "./windows";

/** Coaching one rep for a month, at least three hours in all. Here "the buyer" is the rep: exits are what the rep did. */
export const coachingCadenceConsultative: ProcessTemplate = {
  key: "coaching-cadence-consultative",
  category: "enablement",
  style: "consultative",
  roleKey: "sales-manager",
  name: text("Coaching a rep, monthly rhythm", "Een verkoper coachen, maandritme"),
  description: text(
    "For a sales manager with one rep at a time: one skill a month, seen in real talks, practised and used, at least three hours together. The buyer's line is the rep's.",
    "Voor een verkoopleider met één verkoper tegelijk: één vaardigheid per maand, gezien in echte gesprekken, geoefend en gebruikt, minstens drie uur samen. De lijn van de koper is die van de verkoper.",
  ),
  document: {
    stages: [
      {
        key: "focus",
        name: text("Choose the focus", "Kies de focus"),
        buyerStep: text(
          "The rep wonders what would help most",
          "De verkoper vraagt zich af wat het meest zou helpen",
        ),
        plannedDays: 4,
        steps: [
          {
            key: "look-at-facts",
            name: text(
              "Look at the rep's deals, stage by stage",
              "Bekijk de deals van de verkoper, fase voor fase",
            ),
            channel: "internal",
            owner: "run-owner",
            window: within(1),
            importance: "normal",
            howTo: text(
              "Where do deals stay long, which step is left out, what comes too early? Take three deals along, one that went well among them. No averages: cases.",
              "Waar blijven deals hangen, welke stap valt weg, wat komt te vroeg? Neem drie deals mee, waaronder één die goed ging. Geen gemiddelden: gevallen.",
            ),
            buyerGains: text(
              "Talks about own deals, not about figures.",
              "Praat over eigen deals, niet over cijfers.",
            ),
          },
          {
            key: "agree-one-skill",
            name: text("Agree on one skill for the month", "Spreek één vaardigheid voor de maand af"),
            channel: "meeting",
            owner: "run-owner",
            window: within(2),
            importance: "key",
            objective: text(
              "One thing that the rep wants to get better at.",
              "Eén ding waarin de verkoper beter wil worden.",
            ),
            howTo: text(
              'Ask: "In which of these three did you wish you had done something else? What exactly?" Let the rep choose; say what you saw only after that. Thirty minutes.',
              'Vraag: "In welke van deze drie had je iets anders willen doen? Wat precies?" Laat de verkoper kiezen; zeg pas daarna wat jij zag. Dertig minuten.',
            ),
            buyerAction: text(
              "The rep names the skill and how one would see it.",
              "De verkoper noemt de vaardigheid en waaraan je die ziet.",
            ),
            buyerGains: text("Works on something of the own choice.", "Werkt aan iets van eigen keuze."),
            desiredResult: text(
              "A sentence: what will I do differently, in which talk.",
              "Een zin: wat doe ik anders, in welk gesprek.",
            ),
            resources: [
              {
                kind: "question",
                text: text("What do you do when it goes well?", "Wat doe je als het goed gaat?"),
              },
              {
                kind: "question",
                text: text("What would your customer notice?", "Wat zou je klant merken?"),
              },
            ],
          },
          {
            key: "plan-hours",
            name: text("Put three hours in both calendars", "Zet drie uur in beide agenda's"),
            channel: "internal",
            owner: "run-owner",
            window: after("agree-one-skill", 1),
            importance: "normal",
            howTo: text(
              "Two talks to join, one hour to practise, half an hour to look back. What is not in the calendar gives way to the first customer who calls.",
              "Twee gesprekken om mee te gaan, een uur om te oefenen, een half uur om terug te kijken. Wat niet in de agenda staat, wijkt voor de eerste klant die belt.",
            ),
            buyerGains: text("Can count on the time.", "Kan op de tijd rekenen."),
          },
        ],
        criteria: [
          {
            key: "skill-chosen",
            text: text(
              "The rep wrote down the skill and the talk in which it will be used",
              "De verkoper schreef de vaardigheid op en het gesprek waarin die wordt gebruikt",
            ),
            evidence: "document",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "observe",
        name: text("Observe", "Meekijken"),
        buyerStep: text("The rep holds a real talk", "De verkoper voert een echt gesprek"),
        plannedDays: 12,
        steps: [
          {
            key: "join-talk",
            name: text("Join a talk and be silent", "Ga mee in een gesprek en zwijg"),
            channel: "visit",
            owner: "run-owner",
            window: within(6),
            importance: "key",
            objective: text(
              "See what happens, not what is told about it.",
              "Zien wat er gebeurt, niet wat erover verteld wordt.",
            ),
            howTo: text(
              "Agree beforehand that you say nothing, also when it goes wrong. Write two columns: what the rep said, what the customer did then. An hour.",
              "Spreek vooraf af dat je niets zegt, ook als het misgaat. Schrijf twee kolommen: wat de verkoper zei, wat de klant toen deed. Een uur.",
            ),
            buyerAction: text("The rep leads the talk alone.", "De verkoper leidt het gesprek alleen."),
            buyerGains: text("Is seen at work.", "Wordt aan het werk gezien."),
            desiredResult: text("Two columns of facts.", "Twee kolommen met feiten."),
          },
          {
            key: "let-rep-tell",
            name: text(
              "Let the rep tell first, right after",
              "Laat de verkoper eerst vertellen, direct erna",
            ),
            channel: "meeting",
            owner: "run-owner",
            window: within(6),
            importance: "normal",
            howTo: text(
              'Ask: "What was the moment it turned? What would you do again?" Then give one fact from your columns, no verdict.',
              'Vraag: "Op welk moment kantelde het? Wat zou je weer doen?" Geef dan één feit uit je kolommen, geen oordeel.',
            ),
            buyerGains: text(
              "Finds it out, instead of hearing it.",
              "Ontdekt het, in plaats van het te horen.",
            ),
          },
          {
            key: "listen-to-call",
            name: text("Listen to one call together", "Luister samen één gesprek terug"),
            channel: "call",
            owner: "run-owner",
            window: within(9),
            importance: "optional",
            howTo: text(
              "Only with the customer's consent to record. Stop at the second question: what could have been asked here?",
              "Alleen als de klant instemde met opnemen. Stop bij de tweede vraag: wat had je hier kunnen vragen?",
            ),
            buyerGains: text("Hears what a customer hears.", "Hoort wat een klant hoort."),
          },
        ],
        criteria: [
          {
            key: "talk-observed",
            text: text(
              "The rep told in own words what to do differently after the talk",
              "De verkoper vertelde na het gesprek in eigen woorden wat anders moet",
            ),
            evidence: "event-held",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "practise",
        name: text("Practise and use", "Oefenen en gebruiken"),
        buyerStep: text(
          "The rep tries it in the next talks",
          "De verkoper probeert het in de volgende gesprekken",
        ),
        plannedDays: 14,
        steps: [
          {
            key: "practise-once",
            name: text("Practise the hardest minute, five times", "Oefen de moeilijkste minuut, vijf keer"),
            channel: "meeting",
            owner: "run-owner",
            window: within(3),
            importance: "key",
            objective: text("Have the words ready.", "De woorden klaar hebben."),
            howTo: text(
              "You play the customer of last week, only that minute. After each turn one sentence: keep this, change that. The fifth time is for real. An hour.",
              "Jij speelt de klant van vorige week, alleen die minuut. Na elke keer één zin: houd dit, verander dat. De vijfde keer is echt. Een uur.",
            ),
            buyerAction: text(
              "The rep says it in own words, without paper.",
              "De verkoper zegt het in eigen woorden, zonder papier.",
            ),
            buyerGains: text("Dares to do it at a customer's.", "Durft het bij een klant."),
            desiredResult: text(
              "A minute that sounds like the rep.",
              "Een minuut die klinkt als de verkoper.",
            ),
            resources: [
              {
                kind: "question",
                text: text("How would you say that to a friend?", "Hoe zou je dat tegen een vriend zeggen?"),
              },
            ],
          },
          {
            key: "use-in-two-talks",
            name: text(
              "Use it in two talks and note what the customer did",
              "Gebruik het in twee gesprekken en noteer wat de klant deed",
            ),
            channel: "visit",
            owner: "business-developer",
            window: within(10),
            importance: "normal",
            howTo: text(
              "One line per talk: what did I say, what did the customer do? Send it the same day; no essay.",
              "Eén regel per gesprek: wat zei ik, wat deed de klant? Stuur het dezelfde dag; geen opstel.",
            ),
            buyerGains: text("Sees whether it works.", "Ziet of het werkt."),
          },
          {
            key: "share-material",
            name: text(
              "Give one page that helps, not a library",
              "Geef één pagina die helpt, geen bibliotheek",
            ),
            channel: "document",
            owner: "marketing",
            window: within(8),
            importance: "optional",
            howTo: text(
              "A customer's story or five questions on this very point. Ask the rep a week later whether it was used, and throw it out if not.",
              "Een klantverhaal of vijf vragen over precies dit punt. Vraag de verkoper een week later of het gebruikt is, en gooi het anders weg.",
            ),
            buyerGains: text("Has it at hand.", "Heeft het bij de hand."),
          },
        ],
        criteria: [
          {
            key: "used-twice",
            text: text(
              "The rep used it in two talks, with the customer's reaction noted",
              "De verkoper gebruikte het in twee gesprekken en noteerde de reactie van de klant",
            ),
            evidence: "document",
            requirement: "reason",
          },
        ],
      },
      {
        key: "review",
        name: text("Look back", "Terugkijken"),
        buyerStep: text("The rep decides what stays", "De verkoper beslist wat blijft"),
        plannedDays: 7,
        steps: [
          {
            key: "look-back-together",
            name: text("Look back on facts, half an hour", "Kijk een half uur terug op feiten"),
            channel: "meeting",
            owner: "run-owner",
            window: within(3),
            importance: "key",
            objective: text(
              "Decide together: keep, go on, or something else.",
              "Samen beslissen: houden, doorgaan of iets anders.",
            ),
            howTo: text(
              'Ask: "What do customers do differently now? What do you do without thinking?" Two months on the same skill is fine; three is the wrong skill.',
              'Vraag: "Wat doen klanten nu anders? Wat doe je zonder erbij na te denken?" Twee maanden dezelfde vaardigheid mag; drie is de verkeerde vaardigheid.',
            ),
            buyerAction: text("The rep decides and says why.", "De verkoper beslist en zegt waarom."),
            buyerGains: text("Sees progress.", "Ziet vooruitgang."),
            desiredResult: text("A decision in one sentence.", "Een besluit in één zin."),
          },
          {
            key: "record-hours",
            name: text("Record the hours and the skill", "Leg uren en vaardigheid vast"),
            channel: "internal",
            owner: "run-owner",
            window: within(4),
            importance: "normal",
            howTo: text(
              "Hours together, skill, what changed. Under three hours in the month: say which appointment fell out and what you do about it.",
              "Uren samen, vaardigheid, wat er veranderde. Onder de drie uur in de maand: zeg welke afspraak uitviel en wat je eraan doet.",
            ),
            buyerGains: text("The time stays taken seriously.", "De tijd blijft serieus genomen."),
          },
          {
            key: "tell-the-team",
            name: text("Let the rep show it to the team", "Laat de verkoper het aan het team zien"),
            channel: "meeting",
            owner: "run-owner",
            window: within(5),
            importance: "optional",
            howTo: text(
              "Ten minutes in the team meeting, the rep plays the minute. Ask the others: in which deal of yours would this help?",
              "Tien minuten in het teamoverleg, de verkoper speelt de minuut. Vraag de anderen: in welke deal van jou zou dit helpen?",
            ),
            buyerGains: text("Is the example.", "Is het voorbeeld."),
          },
        ],
        criteria: [
          {
            key: "next-focus",
            text: text(
              "The rep chose what stays and what comes next month",
              "De verkoper koos wat blijft en wat er volgende maand komt",
            ),
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
    ],
  },
};
