import type { ProcessTemplate } from "./template";
import { text } from "./text";
import { after, within } from "./windows";

/** One discovery talk as a case of its own: prepared, held and learned from within a few days. */
export const callDiscoveryConsultative: ProcessTemplate = {
  key: "call-discovery-consultative",
  category: "call",
  style: "consultative",
  roleKey: "business-developer",
  name: text("Discovery talk, consultative", "Verkennend gesprek, consultatief"),
  description: text(
    "For one important first talk: a goal and five questions beforehand, listening with an order in it, a summary the buyer corrects, and ten minutes to learn from it.",
    "Voor één belangrijk eerste gesprek: vooraf een doel en vijf vragen, luisteren met een volgorde, een samenvatting die de koper verbetert, en tien minuten om ervan te leren.",
  ),
  document: {
    stages: [
      {
        key: "prepare",
        name: text("Prepare", "Voorbereiden"),
        buyerStep: text(
          "Agreed to talk and wonders whether it will be worth it",
          "Zegde toe en vraagt zich af of het de moeite waard is",
        ),
        plannedDays: 3,
        steps: [
          {
            key: "write-goal",
            name: text("Write down what must be known afterwards", "Schrijf op wat je na afloop moet weten"),
            channel: "internal",
            owner: "run-owner",
            window: within(1),
            importance: "key",
            objective: text("One goal for the talk, not ten.", "Eén doel voor het gesprek, geen tien."),
            howTo: text(
              'Finish this sentence: "The talk worked if we know ..., and they want to ...". Then write down what you would do if the answer is no.',
              'Maak deze zin af: "Het gesprek is gelukt als wij weten ..., en zij willen ...". Schrijf daarna op wat je doet als het antwoord nee is.',
            ),
            buyerAction: text(
              "Says beforehand what they want to take away.",
              "Zegt vooraf wat ze eruit willen halen.",
            ),
            buyerGains: text("A talk that goes somewhere.", "Een gesprek dat ergens heen gaat."),
            desiredResult: text("A goal in one sentence.", "Een doel in één zin."),
            resources: [
              {
                kind: "question",
                text: text(
                  "What would make this hour worth it for you?",
                  "Wanneer is dit uur voor jou de moeite waard?",
                ),
              },
            ],
          },
          {
            key: "find-three-facts",
            name: text(
              "Find three facts that they did not tell you",
              "Zoek drie feiten die ze je niet vertelden",
            ),
            channel: "internal",
            owner: "run-owner",
            window: within(1),
            importance: "normal",
            howTo: text(
              "Annual report, vacancies, a customer of theirs. Turn each fact into a question; a fact that gives no question is decoration.",
              "Jaarverslag, vacatures, een klant van hen. Maak van elk feit een vraag; een feit zonder vraag is versiering.",
            ),
            buyerGains: text(
              "Need not explain what can be read.",
              "Hoeft niet uit te leggen wat te lezen is.",
            ),
          },
          {
            key: "send-agenda",
            name: text(
              "Send three lines of agenda and ask for a fourth",
              "Stuur drie regels agenda en vraag om een vierde",
            ),
            channel: "email",
            owner: "run-owner",
            window: within(2),
            importance: "normal",
            howTo: text(
              'Their subject first, yours last. Close with: "What should be on it from your side, and who else should be there?"',
              'Hun onderwerp eerst, het jouwe laatst. Sluit af met: "Wat moet er van jouw kant op, en wie moet er nog bij zijn?"',
            ),
            buyerGains: text("Can prepare.", "Kan zich voorbereiden."),
          },
        ],
        criteria: [
          {
            key: "agenda-answered",
            text: text(
              "The buyer confirmed the talk and added to the agenda",
              "De koper bevestigde het gesprek en vulde de agenda aan",
            ),
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "hold",
        name: text("Hold the talk", "Het gesprek voeren"),
        buyerStep: text("Tells what is going on and what it costs", "Vertelt wat er speelt en wat het kost"),
        plannedDays: 1,
        steps: [
          {
            key: "open-talk",
            name: text("Open with time, goal and the way out", "Open met tijd, doel en de uitweg"),
            channel: "meeting",
            owner: "run-owner",
            window: within(8, "hours"),
            importance: "normal",
            howTo: text(
              'Say: "We have until eleven. I want to understand what is going on; if it does not fit I will say so, and you may too. Right?" Then be silent.',
              'Zeg: "We hebben tot elf uur. Ik wil begrijpen wat er speelt; past het niet, dan zeg ik het, en jij mag dat ook. Goed?" Wees dan stil.',
            ),
            buyerGains: text("May say no.", "Mag nee zeggen."),
          },
          {
            key: "ask-to-the-cost",
            name: text("Ask from the facts to the cost", "Vraag van de feiten naar de kosten"),
            channel: "meeting",
            owner: "run-owner",
            window: within(8, "hours"),
            importance: "key",
            objective: text(
              "Know the problem, who has it, what it costs and why now.",
              "Het probleem kennen, wie het heeft, wat het kost en waarom nu.",
            ),
            howTo: text(
              "Facts, then trouble, then consequence, then worth. Ask on twice at every answer, and offer nothing. Write their words down, not your own.",
              "Feiten, dan last, dan gevolg, dan waarde. Vraag bij elk antwoord twee keer door, en bied niets aan. Schrijf hun woorden op, niet de jouwe.",
            ),
            buyerAction: text("Names the consequence in own figures.", "Noemt het gevolg in eigen cijfers."),
            buyerGains: text("Sees the own problem more clearly.", "Ziet het eigen probleem scherper."),
            desiredResult: text(
              "A problem with an owner and a price.",
              "Een probleem met een eigenaar en een prijs.",
            ),
            resources: [
              {
                kind: "question",
                text: text(
                  "What happens if you leave it as it is for a year?",
                  "Wat gebeurt er als je het een jaar zo laat?",
                ),
              },
              {
                kind: "question",
                text: text(
                  "Who else feels this, and what would they say?",
                  "Wie voelt dit nog meer, en wat zou die zeggen?",
                ),
              },
              {
                kind: "question",
                text: text("Why is it not solved yet?", "Waarom is het nog niet opgelost?"),
              },
            ],
          },
          {
            key: "ask-who-decides",
            name: text("Ask how something like this gets decided", "Vraag hoe zoiets hier besloten wordt"),
            channel: "meeting",
            owner: "run-owner",
            window: within(8, "hours"),
            importance: "normal",
            howTo: text(
              'Ask: "The last time you bought something like this, who was in it, and what went slowly?" Never ask: "Do you decide?"',
              'Vraag: "De laatste keer dat jullie zoiets kochten, wie waren erbij, en wat ging traag?" Vraag nooit: "Beslis jij?"',
            ),
            buyerGains: text("Thinks about the road ahead.", "Denkt na over de weg die komt."),
          },
        ],
        criteria: [
          {
            key: "problem-named",
            text: text(
              "The buyer named the problem and what it costs in own words",
              "De koper noemde het probleem en wat het kost in eigen woorden",
            ),
            evidence: "event-held",
            requirement: "reason",
          },
        ],
      },
      {
        key: "conclude",
        name: text("Conclude", "Afronden"),
        buyerStep: text("Checks whether it was understood", "Controleert of het begrepen is"),
        plannedDays: 3,
        steps: [
          {
            key: "send-summary",
            name: text(
              "Send the summary in their words within a day",
              "Stuur binnen een dag de samenvatting in hun woorden",
            ),
            channel: "email",
            owner: "run-owner",
            window: within(1),
            importance: "key",
            objective: text("Let the buyer correct it.", "De koper laten verbeteren."),
            howTo: text(
              'Half a page: problem, consequence, who it concerns, what you agreed. Ask: "What is not right?" and not: "Do you agree?"',
              'Een halve pagina: probleem, gevolg, wie het aangaat, wat jullie afspraken. Vraag: "Wat klopt er niet?" en niet: "Ben je het eens?"',
            ),
            buyerAction: text(
              "Corrects or confirms it in writing.",
              "Verbetert of bevestigt het schriftelijk.",
            ),
            buyerGains: text("Something to show inside.", "Iets om intern te laten zien."),
            desiredResult: text(
              "An answer with at least one correction.",
              "Een antwoord met minstens één verbetering.",
            ),
          },
          {
            key: "fix-next-step",
            name: text(
              "Fix the next step with a date and a person",
              "Leg de vervolgstap vast met datum en persoon",
            ),
            channel: "call",
            owner: "run-owner",
            window: after("send-summary", 2),
            importance: "normal",
            howTo: text(
              "The step is theirs, not yours: a colleague they bring, a figure they look up. If nothing comes, it is a no that has not been said yet: ask.",
              "De stap is van hen, niet van jou: een collega die ze meenemen, een cijfer dat ze opzoeken. Komt er niets, dan is het een nee dat nog niet gezegd is: vraag ernaar.",
            ),
            buyerGains: text("Keeps the pace in own hands.", "Houdt zelf het tempo."),
          },
          {
            key: "share-inside",
            name: text(
              "Tell the colleagues who will need it",
              "Vertel het de collega's die het nodig hebben",
            ),
            channel: "message",
            owner: "run-owner",
            window: within(3),
            importance: "optional",
            howTo: text(
              "Three lines to engineering or service: what they want, what they doubt, what you did not promise. Nobody should ask it again.",
              "Drie regels aan techniek of service: wat ze willen, waar ze aan twijfelen, wat je níet beloofde. Niemand hoort het nog eens te vragen.",
            ),
            buyerGains: text("Tells it once.", "Vertelt het één keer."),
          },
        ],
        criteria: [
          {
            key: "summary-corrected",
            text: text(
              "The buyer confirmed or corrected the summary and took the next step",
              "De koper bevestigde of verbeterde de samenvatting en zette de volgende stap",
            ),
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "debrief",
        name: text("Debrief", "Nabespreken"),
        buyerStep: text("Goes on with the day", "Gaat verder met de dag"),
        plannedDays: 2,
        steps: [
          {
            key: "score-goal",
            name: text("Hold the talk against its goal", "Leg het gesprek naast het doel"),
            channel: "internal",
            owner: "run-owner",
            window: within(1),
            importance: "key",
            objective: text("Learn while you still remember.", "Leren zolang je het nog weet."),
            howTo: text(
              "Goal reached, yes or no? Which question opened it, which one closed it? What do you still not know? Ten minutes, in writing.",
              "Doel gehaald, ja of nee? Welke vraag opende het, welke sloot het? Wat weet je nog niet? Tien minuten, op papier.",
            ),
            buyerAction: text(
              "Answers what could have been better, when asked.",
              "Zegt desgevraagd wat beter kon.",
            ),
            buyerGains: text("A better talk next time.", "Een beter gesprek volgende keer."),
            desiredResult: text("One thing to do differently.", "Eén ding om anders te doen."),
          },
          {
            key: "log-objections",
            name: text(
              "Log objections and the message that worked",
              "Leg tegenwerpingen vast en de boodschap die werkte",
            ),
            channel: "internal",
            owner: "run-owner",
            window: within(1),
            importance: "normal",
            howTo: text(
              "In their words. If it is already in the list, use that entry; two words for one thing hide how often it happens.",
              "In hun woorden. Staat het al in de lijst, gebruik dat dan; twee woorden voor één ding verbergen hoe vaak het voorkomt.",
            ),
            buyerGains: text("Colleagues come better prepared.", "Collega's komen beter voorbereid."),
          },
          {
            key: "ask-colleague",
            name: text(
              "Tell it to a colleague and ask what you missed",
              "Vertel het een collega en vraag wat je miste",
            ),
            channel: "internal",
            owner: "sales-manager",
            window: within(2),
            importance: "optional",
            howTo: text(
              'Five minutes. The colleague only asks: "How do you know that?" What you cannot answer goes on the list for the next talk.',
              'Vijf minuten. De collega vraagt alleen: "Hoe weet je dat?" Wat je niet kunt beantwoorden, gaat op de lijst voor het volgende gesprek.',
            ),
            buyerGains: text("Is understood better.", "Wordt beter begrepen."),
          },
        ],
        criteria: [
          {
            key: "follow-up-dated",
            text: text(
              "The follow-up with the buyer stands in both calendars",
              "Het vervolg met de koper staat in beide agenda's",
            ),
            evidence: "document",
            requirement: "advisory",
          },
        ],
      },
    ],
  },
};
