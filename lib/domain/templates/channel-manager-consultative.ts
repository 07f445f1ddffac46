import type { ProcessTemplate } from "./template";
import { text } from "./text";
import { after, within } from "./windows";

/** Selling through partners: each partner is a case, from the first talk to a steady source of deals. */
export const channelManagerConsultative: ProcessTemplate = {
  key: "channel-manager-consultative",
  category: "opportunity",
  style: "consultative",
  roleKey: "channel-manager",
  name: text("Partner to first deals, consultative", "Partner naar eerste deals, consultatief"),
  description: text(
    "For a channel manager: one partner from a shared plan, through training and a first joint deal, to a partner who sells without you in the room.",
    "Voor een channelmanager: één partner van een gedeeld plan, via training en een eerste gezamenlijke deal, naar een partner die verkoopt zonder dat jij erbij zit.",
  ),
  document: {
    stages: [
      {
        key: "recruit",
        name: text("Recruit", "Werven"),
        buyerStep: text(
          "Wonders whether your product fills a gap for its own customers",
          "Vraagt zich af of jouw product een gat vult bij de eigen klanten",
        ),
        plannedDays: 30,
        steps: [
          {
            key: "profile-partner",
            name: text("Hold the partner against your profile", "Leg de partner naast je profiel"),
            channel: "internal",
            owner: "run-owner",
            window: within(5),
            importance: "normal",
            howTo: text(
              "Which customers do they have that we want, and who in their team would sell this? Check three facts: overlap with our own accounts, their margin per deal, and what they sell next to it. No clear reason for them means no talk yet.",
              "Welke klanten hebben zij die wij willen, en wie in hun team zou dit verkopen? Zoek drie feiten op: overlap met onze eigen klanten, hun marge per deal en wat ze ernaast verkopen. Is er voor hen geen duidelijke reden, dan is er nog geen gesprek.",
            ),
            buyerGains: text(
              "Is approached with a reason, not with a brochure.",
              "Wordt benaderd met een reden, niet met een folder.",
            ),
          },
          {
            key: "talk-business-case",
            name: text(
              "Talk about their business, not your product",
              "Praat over hun zaak, niet over je product",
            ),
            channel: "meeting",
            owner: "run-owner",
            window: within(15),
            importance: "key",
            objective: text(
              "Find out what a partnership must earn them.",
              "Achterhalen wat een samenwerking hun moet opleveren.",
            ),
            howTo: text(
              'Ask: "Which customers ask you for this today, and what do you say to them? What would a good first year look like for you?" Write down their figures, not yours.',
              'Vraag: "Welke klanten vragen je hier nu naar, en wat zeg je dan? Hoe ziet een goed eerste jaar er voor jou uit?" Schrijf hun cijfers op, niet de jouwe.',
            ),
            buyerAction: text(
              "Names customers and a figure that would make it worth while.",
              "Noemt klanten en een cijfer waarbij het de moeite waard is.",
            ),
            buyerGains: text("Sees in figures whether it pays.", "Ziet in cijfers of het loont."),
            desiredResult: text(
              "One page with their gain, in their words.",
              "Eén pagina met hun winst, in hun woorden.",
            ),
            resources: [
              {
                kind: "question",
                text: text(
                  "Who in your team would lose time over this, and who would gain?",
                  "Wie in je team kost dit tijd, en wie levert het iets op?",
                ),
              },
              {
                kind: "question",
                text: text(
                  "What made an earlier partnership fail?",
                  "Waarop liep een eerdere samenwerking stuk?",
                ),
              },
            ],
          },
          {
            key: "draft-joint-plan",
            name: text("Draft the joint plan on one page", "Schrijf het gezamenlijke plan op één pagina"),
            channel: "document",
            owner: "run-owner",
            window: after("talk-business-case", 5),
            importance: "normal",
            howTo: text(
              "Three target customers by name, who does what, the first date, and what each side gives up if it does not work. Send it as a draft and ask them to cross things out.",
              "Drie doelklanten met naam, wie wat doet, de eerste datum, en wat elke kant opgeeft als het niet lukt. Stuur het als concept en vraag hun om door te strepen.",
            ),
            buyerGains: text(
              "Has a plan that can be shown to the own management.",
              "Heeft een plan dat het eigen management kan zien.",
            ),
          },
        ],
        criteria: [
          {
            key: "plan-agreed",
            text: text(
              "The partner changed the plan and named its own person for it",
              "De partner paste het plan aan en noemde er een eigen persoon voor",
            ),
            evidence: "buyer-confirmed",
            requirement: "reason",
          },
        ],
      },
      {
        key: "onboard",
        name: text("Onboard", "Inwerken"),
        buyerStep: text("Learns to explain it to a customer", "Leert het aan een klant uit te leggen"),
        plannedDays: 28,
        steps: [
          {
            key: "train-two-sellers",
            name: text(
              "Train two of their sellers on real customers",
              "Train twee van hun verkopers op echte klanten",
            ),
            channel: "meeting",
            owner: "run-owner",
            window: within(10),
            importance: "key",
            objective: text(
              "They can hold the first talk themselves.",
              "Ze kunnen het eerste gesprek zelf voeren.",
            ),
            howTo: text(
              "Half a day, two sellers, their own three target customers. They explain the product back to you in two minutes; you play the customer who doubts.",
              "Een halve dag, twee verkopers, hun eigen drie doelklanten. Zij leggen jou het product in twee minuten uit; jij speelt de klant die twijfelt.",
            ),
            buyerAction: text(
              "Explains the product to a colleague without slides.",
              "Legt het product zonder dia's uit aan een collega.",
            ),
            buyerGains: text("Sellers who dare to bring it up.", "Verkopers die erover durven te beginnen."),
            desiredResult: text(
              "Two people who passed the two-minute talk.",
              "Twee mensen die het gesprek van twee minuten hebben gehaald.",
            ),
            resources: [
              {
                kind: "question",
                text: text("What would your customer answer to that?", "Wat zou jouw klant daarop zeggen?"),
              },
              {
                kind: "question",
                text: text("When would you not offer this?", "Wanneer zou je dit níet aanbieden?"),
              },
            ],
          },
          {
            key: "settle-agreement",
            name: text(
              "Settle margin, territory and who owns the customer",
              "Leg marge, gebied en eigenaarschap van de klant vast",
            ),
            channel: "document",
            owner: "legal",
            window: within(15),
            importance: "normal",
            howTo: text(
              "Two pages, plain words. Answer the awkward questions first: what happens when both of you know the customer, and how can each of you leave?",
              "Twee pagina's, gewone taal. Beantwoord eerst de lastige vragen: wat gebeurt er als jullie allebei de klant kennen, en hoe kan ieder eruit?",
            ),
            buyerGains: text(
              "No surprises about margin or customers.",
              "Geen verrassingen over marge of klanten.",
            ),
          },
          {
            key: "open-tools",
            name: text(
              "Give them price list, demo and one contact",
              "Geef prijslijst, demo en één aanspreekpunt",
            ),
            channel: "email",
            owner: "marketing",
            window: within(12),
            importance: "normal",
            howTo: text(
              "Only what they need for the three target customers: price list, a demo they can give themselves, two stories of customers like theirs. One name to call, with an answer the same day.",
              "Alleen wat ze nodig hebben voor de drie doelklanten: prijslijst, een demo die ze zelf kunnen geven, twee verhalen van vergelijkbare klanten. Eén naam om te bellen, met antwoord dezelfde dag.",
            ),
            buyerGains: text("Can start without waiting for you.", "Kan beginnen zonder op jou te wachten."),
          },
        ],
        criteria: [
          {
            key: "seller-explains",
            text: text(
              "One of their sellers explained it to a customer and told how it went",
              "Een van hun verkopers legde het uit aan een klant en vertelde hoe het ging",
            ),
            evidence: "event-held",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "first-joint-deal",
        name: text("First joint deal", "Eerste gezamenlijke deal"),
        buyerStep: text("Takes a customer along for the first time", "Neemt voor het eerst een klant mee"),
        plannedDays: 60,
        steps: [
          {
            key: "choose-first-customer",
            name: text("Choose the first customer together", "Kies samen de eerste klant"),
            channel: "call",
            owner: "run-owner",
            window: within(5),
            importance: "normal",
            howTo: text(
              "Not the biggest one: the one where they know the person who decides. Agree who opens, who shows, who asks for the decision.",
              "Niet de grootste: die waar ze de beslisser kennen. Spreek af wie opent, wie laat zien en wie om de beslissing vraagt.",
            ),
            buyerGains: text("A first attempt with a good chance.", "Een eerste poging met een goede kans."),
          },
          {
            key: "hold-joint-meeting",
            name: text("Hold the customer meeting together", "Voer het klantgesprek samen"),
            channel: "visit",
            owner: "run-owner",
            window: within(25),
            importance: "key",
            objective: text("The partner leads, you fill the gaps.", "De partner leidt, jij vult aan."),
            howTo: text(
              "Let them open and close; answer only what they ask you. Sit down for ten minutes right after: what worked, what do you do next time without me?",
              "Laat hen openen en afsluiten; beantwoord alleen wat ze jou vragen. Ga er direct na tien minuten voor zitten: wat werkte, wat doe je de volgende keer zonder mij?",
            ),
            buyerAction: text(
              "Leads the talk with the own customer.",
              "Leidt het gesprek met de eigen klant.",
            ),
            buyerGains: text("Wins trust with the own customer.", "Wint vertrouwen bij de eigen klant."),
            desiredResult: text(
              "A next step that the customer agreed to.",
              "Een vervolgstap waar de klant mee instemde.",
            ),
            resources: [
              {
                kind: "question",
                text: text(
                  "What did the customer hear that we did not mean to say?",
                  "Wat hoorde de klant dat wij niet bedoelden te zeggen?",
                ),
              },
            ],
          },
          {
            key: "support-proposal",
            name: text(
              "Check their first proposal within a day",
              "Kijk hun eerste offerte binnen een dag na",
            ),
            channel: "document",
            owner: "run-owner",
            supporting: ["engineering"],
            window: after("hold-joint-meeting", 10),
            importance: "normal",
            howTo: text(
              "They write, you read. Give at most three remarks and say which one would cost the deal. Do not take the pen.",
              "Zij schrijven, jij leest. Geef hooguit drie opmerkingen en zeg welke de deal zou kosten. Pak de pen niet af.",
            ),
            buyerGains: text("A proposal of their own that holds.", "Een eigen offerte die klopt."),
          },
        ],
        criteria: [
          {
            key: "customer-ordered",
            text: text(
              "The partner's customer ordered or said no with a reason",
              "De klant van de partner bestelde of zei nee met een reden",
            ),
            evidence: "document",
            requirement: "reason",
          },
        ],
      },
      {
        key: "active",
        name: text("Active", "Actief"),
        buyerStep: text("Sells it alone", "Verkoopt het zelfstandig"),
        plannedDays: 42,
        steps: [
          {
            key: "weekly-pipeline-call",
            name: text(
              "Walk through their deals, a quarter of an hour",
              "Loop in een kwartier hun deals door",
            ),
            channel: "call",
            owner: "run-owner",
            window: within(5),
            importance: "key",
            repeatable: true,
            objective: text(
              "Help where a deal is stuck, nowhere else.",
              "Helpen waar een deal vastzit, nergens anders.",
            ),
            howTo: text(
              'Ask per deal: "What did the customer do since last week? What do you need from me?" A deal in which the customer did nothing for three weeks leaves the list.',
              'Vraag per deal: "Wat deed de klant sinds vorige week? Wat heb je van mij nodig?" Een deal waarin de klant drie weken niets deed, gaat van de lijst.',
            ),
            buyerAction: text("Says what the customers did.", "Zegt wat de klanten deden."),
            buyerGains: text("Help before a deal is lost.", "Hulp voordat een deal weg is."),
            desiredResult: text(
              "Each deal has a next step of the customer.",
              "Elke deal heeft een vervolgstap van de klant.",
            ),
          },
          {
            key: "answer-questions",
            name: text(
              "Answer technical questions the same day",
              "Beantwoord technische vragen dezelfde dag",
            ),
            channel: "message",
            owner: "engineering",
            window: within(20),
            importance: "normal",
            howTo: text(
              "Keep every answer in one list that all partners read. A question that comes three times becomes part of the training.",
              "Bewaar elk antwoord in één lijst die alle partners lezen. Een vraag die drie keer komt, wordt onderdeel van de training.",
            ),
            buyerGains: text(
              "Looks competent to the own customer.",
              "Komt deskundig over bij de eigen klant.",
            ),
          },
          {
            key: "share-a-win",
            name: text(
              "Tell the first win to the whole partner",
              "Vertel de eerste winst aan de hele partner",
            ),
            channel: "email",
            owner: "marketing",
            window: within(25),
            importance: "optional",
            howTo: text(
              "Half a page: what the customer struggled with, what was done, what it brought. Put the seller's name above it, not yours.",
              "Een halve pagina: waar de klant mee zat, wat er is gedaan, wat het opleverde. Zet de naam van de verkoper erboven, niet de jouwe.",
            ),
            buyerGains: text("Colleagues see that it works.", "Collega's zien dat het werkt."),
          },
        ],
        criteria: [
          {
            key: "own-deals",
            text: text(
              "The partner won or seriously offered two deals without us in the room",
              "De partner won of offreerde serieus twee deals zonder dat wij erbij waren",
            ),
            evidence: "document",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "review",
        name: text("Review", "Terugkijken"),
        buyerStep: text("Decides whether to put more into it", "Beslist of er meer in gaat"),
        plannedDays: 21,
        steps: [
          {
            key: "collect-figures",
            name: text(
              "Put both sides' figures beside each other",
              "Leg de cijfers van beide kanten naast elkaar",
            ),
            channel: "internal",
            owner: "finance",
            window: within(5),
            importance: "normal",
            howTo: text(
              "Deals, margin, hours spent, complaints, for both sides. Name what did not work in the first line.",
              "Deals, marge, bestede uren, klachten, voor beide kanten. Noem in de eerste regel wat niet werkte.",
            ),
            buyerGains: text("An honest account.", "Een eerlijke rekening."),
          },
          {
            key: "hold-review",
            name: text("Hold the review with their management", "Houd de evaluatie met hun management"),
            channel: "meeting",
            owner: "run-owner",
            window: within(12),
            importance: "key",
            objective: text(
              "Decide together: grow, change or stop.",
              "Samen beslissen: groeien, veranderen of stoppen.",
            ),
            howTo: text(
              'Ask first: "What would you do differently?" Then decide on three things only: which customers next, who will sell, what both of you stop doing.',
              'Vraag eerst: "Wat zou jij anders doen?" Beslis dan over drie dingen: welke klanten hierna, wie er verkoopt, waar jullie allebei mee ophouden.',
            ),
            buyerAction: text("Chooses and says so in writing.", "Kiest en schrijft dat op."),
            buyerGains: text(
              "A clear decision instead of a partnership that fades.",
              "Een duidelijk besluit in plaats van een samenwerking die verwatert.",
            ),
            desiredResult: text("A decision with names and a date.", "Een besluit met namen en een datum."),
            resources: [
              {
                kind: "question",
                text: text(
                  "If you could start again, would you?",
                  "Als je opnieuw kon beginnen, zou je het doen?",
                ),
              },
            ],
          },
          {
            key: "plan-next-period",
            name: text("Write the next period on one page", "Schrijf de volgende periode op één pagina"),
            channel: "document",
            owner: "run-owner",
            window: after("hold-review", 3),
            importance: "normal",
            howTo: text(
              "Same form as the first plan, so that the two can be compared. Ask the partner to send it back with changes.",
              "In dezelfde vorm als het eerste plan, zodat je ze kunt vergelijken. Vraag de partner het terug te sturen met wijzigingen.",
            ),
            buyerGains: text(
              "Knows what is expected and what comes back.",
              "Weet wat er verwacht wordt en wat ervoor terugkomt.",
            ),
          },
        ],
        criteria: [
          {
            key: "next-period-chosen",
            text: text(
              "The partner's management chose the next period in writing",
              "Het management van de partner koos schriftelijk voor de volgende periode",
            ),
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
    ],
  },
};
