import type { ProcessTemplate } from "./template";
import { after, between, within } from "./windows";

/** Many short deals that pass between departments: speed, right the first time, no waiting. */
export const insideSalesTransactional: ProcessTemplate = {
  key: "inside-sales-transactional",
  category: "opportunity",
  style: "transactional",
  roleKey: "inside-sales",
  name: { en: "Requests, transactional", nl: "Aanvragen, transactioneel" },
  description: {
    en: "For inside sales: answer fast, ask only what is needed, and keep the clock of every hand-over between marketing, sales, finance and the order desk.",
    nl: "Voor de verkoop binnendienst: snel antwoorden, alleen vragen wat nodig is en de klok bewaken van elke overdracht tussen marketing, verkoop, financiën en orderverwerking.",
  },
  document: {
    stages: [
      {
        key: "new",
        name: { en: "New", nl: "Nieuw" },
        buyerStep: {
          en: "Knows what is needed, asks two or three suppliers and watches who answers first",
          nl: "Weet wat er nodig is, vraagt twee of drie leveranciers en kijkt wie het eerst reageert",
        },
        plannedDays: 3,
        steps: [
          {
            key: "pass-request",
            name: { en: "Pass the request on, complete", nl: "Geef de aanvraag compleet door" },
            channel: "internal",
            owner: "marketing",
            window: within(2, "hours"),
            importance: "key",
            howTo: {
              en: "Check name, company, phone number and what was asked, and remove doubles. Add where the request came from. If something is missing, pass it on all the same and say what: waiting costs more than asking.",
              nl: "Controleer naam, bedrijf, telefoonnummer en vraag, en haal dubbele eruit. Zet erbij waar de aanvraag vandaan komt. Ontbreekt er iets, geef het dan toch door en zeg wat: wachten kost meer dan vragen.",
            },
            buyerGains: {
              en: "Types the details in only once.",
              nl: "Hoeft de gegevens maar één keer in te vullen.",
            },
          },
          {
            key: "confirm-receipt",
            name: {
              en: "Confirm receipt with a name and a time",
              nl: "Bevestig de ontvangst met een naam en een tijd",
            },
            channel: "email",
            owner: "run-owner",
            window: within(4, "hours"),
            importance: "normal",
            howTo: {
              en: "Two lines: who will call, and before what time. Repeat the request in one sentence so that a mistake shows at once. Promise a time that you will keep.",
              nl: "Twee regels: wie er belt en vóór welk tijdstip. Herhaal de vraag in één zin, zodat een vergissing meteen opvalt. Beloof een tijd die je waarmaakt.",
            },
            buyerGains: {
              en: "Knows where things stand and can stop searching.",
              nl: "Weet waar het staat en kan stoppen met zoeken.",
            },
          },
          {
            key: "first-call",
            name: { en: "Call whoever asked", nl: "Bel de aanvrager" },
            channel: "call",
            owner: "run-owner",
            window: within(1),
            importance: "key",
            howTo: {
              en: 'Have the request on your screen and start with it: "You asked about this; when do you need it?" Mention special offers only after that question. Not reached: leave a message with one question and your direct number.',
              nl: 'Houd de aanvraag bij de hand en begin daarmee: "Je vroeg hiernaar; wanneer heb je het nodig?" Acties noem je pas na de vraag. Niet bereikt: spreek in met één vraag en je directe nummer.',
            },
            buyerGains: {
              en: "A person on the line while the question is still fresh.",
              nl: "Iemand aan de lijn terwijl de vraag nog vers is.",
            },
          },
        ],
        criteria: [
          {
            key: "request-understood",
            text: {
              en: "The buyer has confirmed what is being asked for, or corrected it",
              nl: "De koper heeft bevestigd of verbeterd wat er gevraagd wordt",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "reached",
        name: { en: "Reached", nl: "Bereikt" },
        buyerStep: {
          en: "Is busy, and compares price, delivery time and ease",
          nl: "Heeft het druk en vergelijkt prijs, levertijd en gemak",
        },
        plannedDays: 10,
        steps: [
          {
            key: "try-again",
            name: { en: "Keep trying: five attempts in all", nl: "Blijf proberen: vijf pogingen in totaal" },
            channel: "call",
            owner: "run-owner",
            window: between(1, 6),
            importance: "normal",
            howTo: {
              en: "Change the time of day, and call and write in turn. Say something new in each attempt: a delivery time, an alternative, a question. After the fifth attempt, send a friendly last message and close the request.",
              nl: "Wissel van tijdstip en wissel bellen en schrijven af. Breng bij elke poging iets nieuws: een levertijd, een alternatief, een vraag. Stuur na de vijfde poging een vriendelijk laatste bericht en sluit de aanvraag.",
            },
            buyerGains: {
              en: "Can answer at a moment that suits.",
              nl: "Kan antwoorden op een moment dat uitkomt.",
            },
          },
          {
            key: "ask-need",
            name: { en: "Ask the four questions", nl: "Stel de vier vragen" },
            channel: "call",
            owner: "run-owner",
            window: within(4),
            importance: "key",
            howTo: {
              en: '"What is it for? How many, and how often? When must it be there? Who else looks at the offer?" Write the answers in the fields, not in a note: the order desk works from them. Five minutes is enough.',
              nl: '"Waar is het voor? Hoeveel, en hoe vaak? Wanneer moet het er zijn? Wie kijkt er nog meer naar de offerte?" Zet de antwoorden in de velden, niet in een notitie: orderverwerking werkt ermee. Vijf minuten is genoeg.',
            },
            buyerGains: {
              en: "Gets what fits, without mailing back and forth.",
              nl: "Krijgt wat past, zonder heen en weer te mailen.",
            },
          },
          {
            key: "agree-moment",
            name: { en: "Agree when you will speak again", nl: "Spreek af wanneer je elkaar weer spreekt" },
            channel: "call",
            owner: "run-owner",
            window: after("ask-need", 4, "hours"),
            importance: "normal",
            howTo: {
              en: 'Do it before you hang up: "You have the quote tomorrow at ten; shall I call at two?" Put it in both calendars. Without a moment there is no deal to follow.',
              nl: 'Doe het voordat je ophangt: "Je hebt de offerte morgen om tien uur; zal ik om twee uur bellen?" Zet het in beide agenda\'s. Zonder moment is er geen deal om op te volgen.',
            },
            buyerGains: {
              en: "No calls at the wrong moment.",
              nl: "Geen telefoontjes op het verkeerde moment.",
            },
          },
        ],
        criteria: [
          {
            key: "need-confirmed",
            text: {
              en: "The buyer has told us quantity, use and date",
              nl: "De koper heeft aantal, toepassing en datum genoemd",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
          {
            key: "moment-agreed",
            text: {
              en: "The buyer has agreed to a next moment",
              nl: "De koper heeft een volgend moment afgesproken",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "qualified",
        name: { en: "Qualified", nl: "Gekwalificeerd" },
        buyerStep: {
          en: "Checks whether the supplier can deliver on time, and whether the budget is there",
          nl: "Kijkt of de leverancier op tijd kan leveren en of het budget er is",
        },
        plannedDays: 4,
        steps: [
          {
            key: "check-stock",
            name: { en: "Check stock and delivery time", nl: "Controleer voorraad en levertijd" },
            channel: "internal",
            owner: "order-desk",
            window: within(4, "hours"),
            importance: "key",
            howTo: {
              en: "Give a date, not a number of weeks, and hold the stock until the quote lapses. If the date cannot be met, offer a part delivery or an alternative at once. Answer inside sales, not the customer.",
              nl: "Geef een datum, geen aantal weken, en reserveer de voorraad tot de offerte vervalt. Is de datum niet haalbaar, bied dan meteen een deellevering of alternatief aan. Antwoord aan de binnendienst, niet aan de klant.",
            },
            buyerGains: {
              en: "A delivery date to plan on.",
              nl: "Een leverdatum om op te plannen.",
            },
          },
          {
            key: "check-credit",
            name: { en: "Check credit and payment terms", nl: "Controleer krediet en betaaltermijn" },
            channel: "internal",
            owner: "finance",
            window: within(1),
            importance: "normal",
            howTo: {
              en: "New customer: check the company register and the limit. Known customer: look at open invoices. In doubt, name the condition under which it can go on, such as paying part in advance; a bare no helps nobody.",
              nl: "Nieuwe klant: controleer het handelsregister en de limiet. Bestaande klant: bekijk de openstaande facturen. Noem bij twijfel de voorwaarde waaronder het wel kan, zoals een deel vooraf betalen; met alleen een nee is niemand geholpen.",
            },
            buyerGains: {
              en: "No surprise about payment after the order.",
              nl: "Geen verrassing over de betaling na de bestelling.",
            },
          },
          {
            key: "confirm-buyer",
            name: { en: "Confirm who may order, and by when", nl: "Bevestig wie mag bestellen, en wanneer" },
            channel: "call",
            owner: "run-owner",
            window: within(2),
            importance: "normal",
            howTo: {
              en: 'Ask: "Do you order this yourself, or does purchasing do that? Do you need an order number on it? Up to what amount can you decide?" Put the right name on the quote straight away.',
              nl: 'Vraag: "Bestel je dit zelf of doet inkoop dat? Moet er een inkoopnummer op? Tot welk bedrag mag je zelf beslissen?" Zet meteen de juiste naam op de offerte.',
            },
            buyerGains: {
              en: "A quote that does not have to be redone for purchasing.",
              nl: "Een offerte die niet over hoeft voor inkoop.",
            },
          },
        ],
        criteria: [
          {
            key: "order-route-known",
            text: {
              en: "The buyer has told us who orders and by what date",
              nl: "De koper heeft verteld wie er bestelt en vóór welke datum",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
      {
        key: "quoted",
        name: { en: "Quoted", nl: "Offerte" },
        buyerStep: {
          en: "Lays the quotes side by side and asks for approval",
          nl: "Legt de offertes naast elkaar en vraagt akkoord",
        },
        plannedDays: 10,
        steps: [
          {
            key: "send-quote",
            name: { en: "Send the quote the same day", nl: "Stuur de offerte dezelfde dag" },
            channel: "document",
            owner: "run-owner",
            window: within(8, "hours"),
            importance: "key",
            howTo: {
              en: "One page: what, how many, price, delivery date, valid until, one button or line to say yes. Use the customer's words for the product. Name one alternative at most: more choice slows the answer down.",
              nl: "Eén pagina: wat, hoeveel, prijs, leverdatum, geldig tot, één knop of regel om ja te zeggen. Gebruik de woorden van de klant voor het product. Noem hooguit één alternatief: meer keuze vertraagt het antwoord.",
            },
            buyerGains: {
              en: "Can compare and approve in two minutes.",
              nl: "Kan in twee minuten vergelijken en akkoord geven.",
            },
          },
          {
            key: "call-quote",
            name: { en: "Call about the quote", nl: "Bel over de offerte" },
            channel: "call",
            owner: "run-owner",
            window: after("send-quote", 2),
            importance: "key",
            howTo: {
              en: 'Not "did you get it?" but "what do you still need in order to decide?" If the price comes up, ask what it is compared with: the same amount, the same delivery time? Offer a different scope before a discount. Agree on the day of the answer.',
              nl: 'Niet "heb je hem gekregen?" maar "wat heb je nog nodig om te beslissen?" Komt de prijs ter sprake, vraag dan waarmee die wordt vergeleken: hetzelfde aantal, dezelfde levertijd? Bied eerst een andere omvang aan, dan pas korting. Spreek af wanneer je het antwoord hoort.',
            },
            buyerGains: {
              en: "Questions answered straight away instead of in a mail thread.",
              nl: "Meteen antwoord op vragen in plaats van een mailwisseling.",
            },
          },
          {
            key: "approve-discount",
            name: { en: "Decide on an exception", nl: "Beslis over een uitzondering" },
            channel: "internal",
            owner: "sales-manager",
            window: after("call-quote", 4, "hours"),
            importance: "optional",
            howTo: {
              en: 'Only when the buyer has named a condition. Ask: "What do we get in return: volume, a longer term, a quicker yes?" Answer within half a day; a slow yes loses the order as surely as a no.',
              nl: 'Alleen als de koper een voorwaarde heeft genoemd. Vraag: "Wat krijgen we ervoor terug: volume, een langere looptijd, sneller akkoord?" Antwoord binnen een halve dag; een traag ja verliest de order net zo goed als een nee.',
            },
            buyerGains: {
              en: "A quick, final answer on price.",
              nl: "Snel een definitief antwoord over de prijs.",
            },
          },
          {
            key: "last-reminder",
            name: { en: "Remind before the quote lapses", nl: "Herinner voordat de offerte vervalt" },
            channel: "message",
            owner: "run-owner",
            window: between(4, 7),
            importance: "normal",
            howTo: {
              en: "One friendly message with the date, the reserved stock and the line to say yes. Ask whether the plan changed. A no is fine: ask for the reason and close it as lost or as no decision, honestly.",
              nl: "Eén vriendelijk bericht met de datum, de gereserveerde voorraad en de regel om ja te zeggen. Vraag of het plan is veranderd. Een nee is prima: vraag de reden en sluit eerlijk af als verloren of geen beslissing.",
            },
            buyerGains: {
              en: "Does not miss price and stock by accident.",
              nl: "Loopt prijs en voorraad niet per ongeluk mis.",
            },
          },
        ],
        criteria: [
          {
            key: "quote-discussed",
            text: {
              en: "The buyer has responded to the quote and named the day of the decision",
              nl: "De koper heeft op de offerte gereageerd en de dag van het besluit genoemd",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
          {
            key: "order-received",
            text: {
              en: "The buyer has sent the order or approved the quote",
              nl: "De koper heeft de bestelling gestuurd of de offerte goedgekeurd",
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
          en: "Wants the right goods, on the promised day, with a correct invoice",
          nl: "Wil de juiste goederen, op de beloofde dag, met een kloppende factuur",
        },
        plannedDays: 7,
        steps: [
          {
            key: "enter-order",
            name: { en: "Enter the order, right the first time", nl: "Voer de order in één keer goed in" },
            channel: "internal",
            owner: "order-desk",
            window: within(4, "hours"),
            importance: "key",
            howTo: {
              en: "Check product, amount, price, address and order number against the quote. A difference goes back to inside sales within the hour, by phone. Count what comes back: each return points at a field we should ask for earlier.",
              nl: "Leg product, aantal, prijs, adres en inkoopnummer naast de offerte. Een verschil gaat binnen een uur terug naar de binnendienst, telefonisch. Houd bij wat er terugkomt: elke retour wijst op een veld dat we eerder moeten vragen.",
            },
            buyerGains: {
              en: "Gets exactly what was ordered.",
              nl: "Krijgt precies wat er besteld is.",
            },
          },
          {
            key: "confirm-order",
            name: { en: "Confirm the order with the delivery day", nl: "Bevestig de order met de leverdag" },
            channel: "email",
            owner: "order-desk",
            window: after("enter-order", 4, "hours"),
            importance: "key",
            howTo: {
              en: "Send product, amount, address, day and part of the day, and whom to call. Ask the customer to check the address. Changes until when? Say so.",
              nl: "Stuur product, aantal, adres, dag en dagdeel, en wie te bellen. Vraag de klant het adres te controleren. Tot wanneer kan er nog iets veranderen? Vermeld het.",
            },
            buyerGains: {
              en: "Can plan the reception and inform colleagues.",
              nl: "Kan de ontvangst plannen en collega's inlichten.",
            },
          },
          {
            key: "check-delivery",
            name: { en: "Call after the delivery", nl: "Bel na de levering" },
            channel: "call",
            owner: "customer-service",
            window: between(2, 5),
            importance: "normal",
            howTo: {
              en: 'Ask: "Is it what you expected? Was it on time? When will you need it again?" Solve what is wrong on the same call if you can. Pass the date of the next need on to inside sales.',
              nl: 'Vraag: "Is het wat je verwachtte? Was het op tijd? Wanneer heb je het weer nodig?" Los op wat misging, zo mogelijk in hetzelfde gesprek. Geef de datum van de volgende behoefte door aan de binnendienst.',
            },
            buyerGains: {
              en: "A problem is solved before it becomes a complaint.",
              nl: "Een probleem is opgelost voordat het een klacht wordt.",
            },
          },
        ],
        criteria: [
          {
            key: "delivery-accepted",
            text: {
              en: "The customer has confirmed that the delivery is right",
              nl: "De klant heeft bevestigd dat de levering klopt",
            },
            evidence: "buyer-confirmed",
            requirement: "advisory",
          },
        ],
      },
    ],
  },
};
