import type { CatalogueWords } from './kind-words.ts'

const clock = (time: string): string => `${time.replace(/^0/, '').replace(':', '.')} uur`

/** A span that ends no later than it begins ends on the next day. */
const hours = (from: string, until: string): string =>
  until > from ? `van ${clock(from)} tot ${clock(until)}` : `van ${clock(from)} tot ${clock(until)} de dag erna`

const schoolDays = (count: number): string => `${count} ${count === 1 ? 'schooldag' : 'schooldagen'}`

const days = (count: number): string => `${count} ${count === 1 ? 'dag' : 'dagen'}`

const list = new Intl.ListFormat('nl-NL')

const whom = {
  mentor: 'de mentor of de eigen leraar',
  anti_bullying: 'het aanspreekpunt pesten',
  office: 'de administratie',
}

const subjects = {
  questions: 'vragen',
  reminders: 'herinneringen',
  lost: 'verloren spullen',
  help: 'hulp',
  chat: 'een praatje over de klas',
}
const subjectOrder = ['questions', 'reminders', 'lost', 'help', 'chat'] as const

const photos = {
  consent: 'Een foto mag alleen in de groep met toestemming voor elk kind dat erop staat.',
  none: 'Foto’s zetten we niet in de groep.',
}
const chatter = {
  side_room: 'Over andere dingen praten mag in een aparte koffiehoek.',
  nowhere: 'Over andere dingen praten we hier niet.',
}

const weekend = {
  quiet: 'In het weekend is het de hele dag stil.',
  open: 'In het weekend gelden dezelfde uren.',
}

const phoneAway = {
  lesson: 'In de les is de telefoon weg.',
  building: 'In het hele schoolgebouw is de telefoon weg, ook in de pauze.',
  day: 'De telefoon is de hele schooldag weg, ook op het plein.',
}
const phonePlace = {
  home: 'Hij blijft thuis.',
  locker: 'Hij ligt dan in de kluis.',
  bag: 'Hij zit dan in de tas en staat uit.',
  teacher: 'De leraar bewaart hem dan.',
}

const deviceUse = {
  closed: 'In de les is de laptop of tablet dicht, behalve als de leraar zegt dat hij open mag.',
  asked: 'In de les gebruikt een leerling de laptop of tablet alleen als de leraar erom vraagt.',
  free: 'In de les kiest een leerling zelf wanneer de laptop of tablet open is.',
}
const devicePaper = {
  always: 'Werken op papier mag altijd.',
  where_possible: 'Werken op papier mag waar het kan.',
}

const homework = {
  always: 'Een leerling kan al het huiswerk op papier maken.',
  mostly: 'Een leerling kan het meeste huiswerk op papier maken.',
}
const timetable = {
  printed: 'Het rooster hangt ook op papier in de school.',
  screen: 'Het rooster staat alleen op het scherm.',
}

const aiUse = {
  no: 'Een leerling gebruikt geen AI voor schoolwerk.',
  asked: 'Een leerling gebruikt AI alleen als de leraar erom vraagt.',
  told: 'Een leerling mag AI gebruiken voor schoolwerk en vertelt erbij hoe.',
  free: 'Een leerling mag AI vrij gebruiken voor schoolwerk.',
}
const aiTold = {
  assignment: 'De leraar vertelt dit bij elke opdracht.',
  lesson: 'De leraar vertelt dit in de les.',
}

const skillsHow = {
  lesson: 'Ouders mogen daarvoor komen kijken in een open les.',
  evening: 'De school vertelt erover op een avond voor ouders.',
  letter: 'De school schrijft erover in een brief.',
}

const failsWait = {
  no: ['Een onvoldoende is op hetzelfde moment te zien als elk ander cijfer.'],
  talk: [
    'Een onvoldoende is op hetzelfde moment te zien als elk ander cijfer.',
    'In een gesprek kun je afspreken dat een onvoldoende wacht op de herkansing.',
    'Uiterlijk bij het rapport zien ouders het cijfer.',
  ],
  retake: [
    'Een cijfer lager dan een 5,5 blijft bij de leerling tot de herkansing is nagekeken.',
    'Uiterlijk bij het volgende rapport zien ouders het cijfer.',
  ],
}

const averageShown = {
  shown: 'Leerling en ouders zien het gemiddelde van de cijfers tot nu toe.',
  hidden: 'Leerling en ouders zien geen gemiddelde van de cijfers tot nu toe.',
}

const months = {
  9: 'september',
  10: 'oktober',
  11: 'november',
  12: 'december',
  1: 'januari',
  2: 'februari',
  3: 'maart',
  4: 'april',
  5: 'mei',
  6: 'juni',
  7: 'juli',
}
const monthOrder = ['9', '10', '11', '12', '1', '2', '3', '4', '5', '6', '7'] as const

const reportFirst = {
  child: 'Het kind krijgt het rapport als eerste.',
  together: 'Kind en ouders krijgen het rapport samen.',
}

export const nl: CatalogueWords = {
  themes: {
    social: { name: 'Sociale media', line: 'Wat we doen als er online iets misgaat.' },
    groups: { name: 'Klassengroep en groepsapps', line: 'Waar de klassengroep voor is, en wanneer het stil is.' },
    phones: { name: 'Telefoons', line: 'Waar de telefoon is als je op school bent.' },
    materials: { name: 'Digitale leermiddelen', line: 'Wanneer je op een scherm werkt, en wanneer op papier.' },
    ai: { name: 'AI in de les', line: 'Wat er mag met programma’s die zelf tekst of beeld maken.' },
    skills: { name: 'Digitale vaardigheden', line: 'Wat kinderen leren over de digitale wereld, en hoe je dat ziet.' },
    results: { name: 'Cijfers en rapporten', line: 'Wie cijfers ziet, en wanneer.' },
    contact: { name: 'Contact met school', line: 'Hoe je de school bereikt, en wat je op tijd hoort.' },
    kept: { name: 'Houden we ons eraan?', line: 'Hoe we kijken of de school doet wat we afspraken.' },
  },
  kinds: {
    'online-trouble': {
      name: 'Als het online misgaat',
      says: (terms) => [
        `Gaat er online iets mis, vertel het dan aan ${whom[terms.whom]}.`,
        `De school reageert binnen ${schoolDays(terms.days)}.`,
      ],
      fields: {
        whom: {
          label: 'Aan wie vertel je het?',
          options: {
            mentor: 'De mentor of de eigen leraar',
            anti_bullying: 'Het aanspreekpunt pesten',
            office: 'De administratie',
          },
        },
        days: {
          label: 'Binnen hoeveel schooldagen reageert de school?',
          hint: 'Het gaat om het eerste antwoord. De oplossing mag langer duren.',
        },
      },
      starters: {
        mentor: {
          name: 'Naar de mentor',
          school: 'De mentor luistert eerst en zegt dan wat de school gaat doen. De leerling hoort dat ook.',
          parents: 'Je blijft rustig en luistert naar je kind. Daarna vertel je het aan de mentor.',
          pupils: 'Je vertelt het aan iemand die je vertrouwt. Je stuurt niets door.',
        },
        contact: {
          name: 'Naar het aanspreekpunt pesten',
          school: 'Eén vast persoon luistert naar elke melding. Die praat met de leerling, de ouders en wie erbij was.',
          parents: 'Je meldt het ook als je twijfelt. Je spreekt andere ouders of kinderen er niet zelf op aan.',
          pupils: 'Je zegt het als jou of een ander iets gebeurt. Je doet niet mee en stuurt niets door.',
        },
      },
      questions: [
        'Waar kan een leerling heen die het niet aan deze persoon durft te vertellen?',
        'Wie neemt het over als deze persoon ziek of vrij is?',
        'Wat doet de school in het weekend en in de vakantie?',
        'Wanneer vraagt de school hulp aan de politie of aan anderen?',
        'Hoe weten we na een jaar of leerlingen zich veiliger voelen?',
      ],
    },
    'group-rule': {
      name: 'Waar de klassengroep voor is',
      says: (terms) => [
        `De klassengroep van ouders is er alleen voor ${list.format(
          subjectOrder.filter((subject) => terms.subjects.includes(subject)).map((subject) => subjects[subject]),
        )}.`,
        chatter[terms.chatter],
        photos[terms.photos],
      ],
      fields: {
        subjects: {
          label: 'Waar is de groep voor?',
          hint: 'Kies alles wat in de groep mag.',
          options: {
            questions: 'Vragen',
            reminders: 'Herinneringen',
            lost: 'Verloren spullen',
            help: 'Hulp',
            chat: 'Een praatje over de klas',
          },
        },
        photos: {
          label: 'Mogen er foto’s in de groep?',
          options: { consent: 'Alleen met toestemming voor elk kind op de foto', none: 'Nee' },
        },
        chatter: {
          label: 'Waar mag je over andere dingen praten?',
          options: { side_room: 'In een aparte koffiehoek', nowhere: 'Niet hier' },
        },
      },
      starters: {
        practical: {
          name: 'Praktisch, met een koffiehoek',
          school: 'De school zorgt dat alle ouders in de groep kunnen. Niemand kan een ander eruit zetten.',
          parents: 'Je houdt het kort. Over een kind of een leraar praat je met de school, en niet in de groep.',
          pupils: 'Je zegt het als je niet op een foto wilt. Dan zet niemand die foto in de groep.',
        },
        bare: {
          name: 'Alleen wat nodig is',
          school: 'De school vertelt belangrijk nieuws altijd ook buiten de groep. Zo mist niemand iets.',
          parents: 'Je schrijft alleen wat de hele klas aangaat. Bedanken hoeft niet in de groep.',
          pupils: 'Je zoekt eerst zelf naar wat je kwijt bent. Daarna vraag je je ouders om hulp.',
        },
      },
      questions: [
        'Hoe hoort een ouder zonder telefoon of internet hetzelfde?',
        'Kunnen ouders die weinig Nederlands lezen ook meedoen?',
        'Wie zegt er iets van als een ouder zich niet aan de afspraak houdt?',
        'Wat doen we met een bericht over een ander kind of over een leraar?',
        'Leest de leraar mee, en hoeveel tijd kost dat?',
      ],
    },
    'quiet-hours': {
      name: 'Stille uren',
      says: (terms) => [
        `De klassengroep en berichten rusten elke dag ${hours(terms.from, terms.until)}.`,
        'Niemand hoeft dan te lezen of te antwoorden.',
        weekend[terms.weekend],
      ],
      fields: {
        from: { label: 'Vanaf hoe laat is het stil?' },
        until: {
          label: 'Tot hoe laat is het stil?',
          hint: 'Is deze tijd vroeger dan de eerste? Dan is het stil tot de volgende dag.',
        },
        weekend: {
          label: 'Hoe is het in het weekend?',
          options: { quiet: 'De hele dag stil', open: 'Dezelfde uren als door de week' },
        },
      },
      starters: {
        evening: {
          name: 'Avond en weekend stil',
          school: 'De school stuurt in de stille uren niets, behalve in nood.',
          parents: 'Je verwacht in de stille uren geen antwoord. Wat kan wachten, laat je wachten.',
          pupils: 'Je hoeft ’s avonds niets van school te lezen. Wat je moet weten, schrijf je overdag op.',
        },
        late: {
          name: 'Stil in de late avond en de nacht',
          school:
            'De school stuurt berichten zo veel mogelijk overdag. In de stille uren stuurt ze niets, behalve in nood.',
          parents: 'Je spreekt thuis af waar de telefoons in de nacht liggen. Zelf lees je dan ook niets.',
          pupils: 'Je legt je telefoon weg als de stilte begint. Wat je mist, lees je de volgende dag.',
        },
      },
      questions: [
        'Hoe bereikt de school ouders als er ’s avonds iets ergs gebeurt?',
        'Past dit bij ouders die ’s avonds of in het weekend werken?',
        'Weten leerlingen op tijd dat het eerste uur uitvalt?',
        'Geldt dit ook voor leraren en voor de directeur?',
        'Wanneer kijken we of dit de goede uren zijn?',
      ],
    },
    phones: {
      name: 'Telefoons op school',
      says: (terms) =>
        terms.where === 'free'
          ? [
              'Een leerling mag de telefoon overal op school gebruiken.',
              { same: 'Voor slimme horloges geldt hetzelfde.', allowed: 'Een slim horloge mag ook om.' }[terms.watches],
            ]
          : [
              phoneAway[terms.where],
              phonePlace[terms.place],
              { same: 'Voor slimme horloges geldt hetzelfde.', allowed: 'Een slim horloge mag wel om.' }[terms.watches],
            ],
      fields: {
        where: {
          label: 'Waar en wanneer is de telefoon weg?',
          options: {
            lesson: 'In de les',
            building: 'In het hele gebouw, ook in de pauze',
            day: 'De hele schooldag, ook op het plein',
            free: 'Nergens, de telefoon mag overal',
          },
        },
        place: {
          label: 'Waar is de telefoon dan?',
          hint: 'Dit telt niet als de telefoon overal mag.',
          options: { home: 'Thuis', locker: 'In de kluis', bag: 'In de tas, en uit', teacher: 'Bij de leraar' },
        },
        watches: {
          label: 'Wat geldt er voor slimme horloges?',
          options: { same: 'Hetzelfde als voor telefoons', allowed: 'Een slim horloge mag om' },
        },
      },
      starters: {
        locker: {
          name: 'Telefoon in de kluis',
          school: 'De school zorgt voor een kluis voor elke leerling. Het rooster is ook zonder telefoon te zien.',
          parents: 'Je belt de school als je je kind overdag nodig hebt. De school geeft je boodschap door.',
          pupils: 'Je legt je telefoon voor de eerste les in de kluis. Je haalt hem eruit als je naar huis gaat.',
        },
        home: {
          name: 'Telefoon blijft thuis',
          school: 'De school laat een leerling bellen als dat nodig is. Wat verandert, vertelt de leraar in de klas.',
          parents:
            'Je zorgt dat de telefoon van je kind thuis blijft. Heeft je kind hem nodig voor de reis, dan zeg je dat tegen de school.',
          pupils: 'Je laat je telefoon thuis. Moet je iemand bellen, dan vraag je dat aan een leraar.',
        },
        lesson: {
          name: 'Telefoon weg in de les',
          school:
            'Elke leraar doet hetzelfde, ook een invaller. Is de telefoon nodig voor de les, dan zegt de leraar dat.',
          parents: 'Je stuurt je kind onder de les geen berichten. Is er haast bij, dan bel je de school.',
          pupils: 'Je zet je telefoon uit en doet hem in je tas. Dat doe je voordat de les begint.',
        },
      },
      questions: [
        'Wat spreken we af met een leerling die de telefoon nodig heeft voor de gezondheid of om mee te doen?',
        'Weet elke leraar wie een eigen afspraak heeft, ook een invaller?',
        'Hoe bereiken ouders hun kind, en hoe belt een kind naar huis?',
        'Wie betaalt als een telefoon op school kapotgaat of verdwijnt?',
        'Wat gebeurt er als een leerling zich er niet aan houdt?',
      ],
    },
    devices: {
      name: 'Laptop en tablet in de les',
      says: (terms) => [deviceUse[terms.use], devicePaper[terms.paper]],
      fields: {
        use: {
          label: 'Wat geldt er in de les?',
          options: {
            closed: 'Dicht, behalve als de leraar zegt dat hij open mag',
            asked: 'Alleen open als de leraar erom vraagt',
            free: 'De leerling kiest zelf',
          },
        },
        paper: { label: 'Mag het ook op papier?', options: { always: 'Altijd', where_possible: 'Waar het kan' } },
      },
      starters: {
        closed: {
          name: 'Eerst dicht',
          school: 'De leraar zegt wanneer het scherm open mag en waarvoor. Daarna gaat het weer dicht.',
          parents: 'Je praat met je kind over wat het beste werkt, papier of een scherm.',
          pupils: 'Je houdt je laptop of tablet dicht tot de leraar het zegt. Je hebt ook pen en papier bij je.',
        },
        asked: {
          name: 'Als de leraar erom vraagt',
          school: 'De leraar kiest per les wat het beste werkt. Wie liever op papier werkt, krijgt papier.',
          parents:
            'Je zorgt dat je kind pen, papier en een opgeladen laptop of tablet bij zich heeft. Lukt dat niet, dan zeg je het tegen de school.',
          pupils: 'Je gebruikt je laptop of tablet voor wat de leraar vraagt, en voor niets anders.',
        },
      },
      questions: [
        'Wat doen we voor een leerling die een laptop nodig heeft, bijvoorbeeld door dyslexie?',
        'Hoe komt een gezin zonder laptop of tablet er toch aan?',
        'Hoeveel extra werk geeft papier aan leraren?',
        'Wat zien de school en de makers van de programma’s van een leerling?',
        'Wanneer kijken we of leerlingen hiermee beter leren?',
      ],
    },
    'on-paper': {
      name: 'Huiswerk en rooster op papier',
      says: (terms) => [homework[terms.homework], timetable[terms.timetable]],
      fields: {
        homework: { label: 'Kan huiswerk op papier?', options: { always: 'Altijd', mostly: 'Meestal' } },
        timetable: {
          label: 'Waar staat het rooster?',
          options: { printed: 'Ook op papier in de school', screen: 'Alleen op het scherm' },
        },
      },
      starters: {
        always: {
          name: 'Altijd op papier',
          school: 'Leraren geven geen huiswerk op dat alleen op een scherm kan. De school hangt het rooster op.',
          parents: 'Je zegt het tegen de leraar als een opdracht thuis niet op papier lukt.',
          pupils: 'Je schrijft je huiswerk op. Je kiest zelf of je het op papier maakt.',
        },
        mostly: {
          name: 'Meestal op papier',
          school:
            'Leraren geven zo vaak mogelijk huiswerk op dat op papier kan. Moet iets op een scherm, dan zeggen ze dat.',
          parents: 'Je zegt het tegen de school als er thuis geen scherm is om op te werken.',
          pupils: 'Je kijkt of een opdracht op papier kan. Lukt het thuis niet, dan vraag je de leraar om hulp.',
        },
      },
      questions: [
        'Wat doet een leerling die thuis geen laptop of internet heeft?',
        'Wat doen we voor een leerling die juist op een scherm beter leert?',
        'Hoe hoort een leerling zonder telefoon dat het rooster verandert?',
        'Hoeveel extra werk geeft dit aan leraren?',
        'Wie telt hoe vaak dit lukt, en wie ziet dat?',
      ],
    },
    ai: {
      name: 'AI bij schoolwerk',
      says: (terms) => [
        aiUse[terms.use],
        aiTold[terms.told],
        'Met AI bedoelen we programma’s die zelf tekst of beeld maken.',
      ],
      fields: {
        use: {
          label: 'Mag een leerling AI gebruiken?',
          options: {
            no: 'Nee',
            asked: 'Alleen als de leraar erom vraagt',
            told: 'Ja, en de leerling vertelt erbij hoe',
            free: 'Ja, vrij',
          },
        },
        told: {
          label: 'Wanneer vertelt de leraar dit?',
          options: { assignment: 'Bij elke opdracht', lesson: 'In de les' },
        },
      },
      starters: {
        asked: {
          name: 'Als de leraar erom vraagt',
          school:
            'De leraar zegt of AI mag, en waarvoor. De school kijkt eerst welk programma veilig is voor leerlingen.',
          parents: 'Je laat je kind eerst zelf nadenken. Twijfel je of AI mag, dan vraag je het de leraar.',
          pupils: 'Je gebruikt AI alleen als het mag. Je typt er niets in over jezelf of een ander.',
        },
        told: {
          name: 'AI mag, en je vertelt hoe',
          school:
            'De leraar oefent met de klas hoe je AI goed gebruikt. Wie eerlijk vertelt hoe, krijgt daar geen straf voor.',
          parents: 'Je vraagt je kind om uit te leggen wat AI deed en wat het zelf deed.',
          pupils: 'Je schrijft bij je werk wat AI deed en wat je zelf deed. Je kijkt na of het klopt.',
        },
        no: {
          name: 'Geen AI',
          school: 'De school geeft opdrachten die je zonder AI goed kunt maken. De klas leert wel wat AI is.',
          parents: 'Je laat je kind het werk zelf maken. Helpen mag, maar zonder AI.',
          pupils: 'Je maakt je werk zelf. Snap je iets niet, dan vraag je het aan de leraar.',
        },
      },
      questions: [
        'Mag een leerling met dyslexie laten voorlezen of dicteren als dat met AI gaat?',
        'Hoe oud moet een leerling zijn voor dit programma, en vragen we ouders om toestemming?',
        'Wat hoort de maker van het programma over leerlingen?',
        'Wat doet een leraar die twijfelt, zonder een leerling vals te beschuldigen?',
        'Heeft een leerling die thuis geen AI heeft dezelfde kansen?',
      ],
    },
    skills: {
      name: 'Wat leerlingen digitaal leren',
      says: (terms) => [
        `Ouders zien ${terms.times} keer per jaar wat hun kind leert over de digitale wereld.`,
        skillsHow[terms.how],
      ],
      fields: {
        times: { label: 'Hoe vaak per jaar?' },
        how: {
          label: 'Hoe zien ouders het?',
          options: { lesson: 'In een open les', evening: 'Op een avond voor ouders', letter: 'In een brief' },
        },
      },
      starters: {
        open: {
          name: 'Open les',
          school: 'De leraar laat zien waar de klas aan werkt. Wie niet kan komen, hoort het op een andere manier.',
          parents: 'Je komt kijken als je kunt. Je laat je kind vertellen hoe het werkt.',
          pupils: 'Je laat zien wat je kunt en legt uit hoe het werkt.',
        },
        letter: {
          name: 'Brief',
          school: 'De school schrijft in gewone taal wat elke klas leert, en waarom.',
          parents: 'Je leest de brief samen met je kind. Vragen stel je aan de leraar.',
          pupils: 'Je vertelt thuis wat je leerde en doet het voor.',
        },
      },
      questions: [
        'Kunnen ouders die overdag werken ook zien wat hun kind leert?',
        'Begrijpen ouders die weinig Nederlands lezen dit ook?',
        'Hoeveel tijd kost dit leraren?',
        'Wat doen we voor leerlingen die hier extra hulp bij nodig hebben?',
        'Past dit bij wat de wet over digitale vaardigheden vraagt?',
      ],
    },
    'grade-release': {
      name: 'Wanneer cijfers te zien zijn',
      says: (terms) => {
        const { when, time, later, counted } = terms
        if (when === 'direct')
          return [
            'Een cijfer is te zien zodra de leraar het invoert.',
            'Leerling en ouders zien het op hetzelfde moment.',
          ]
        const moment = when === 'mon_thu' ? 'van maandag tot en met donderdag' : 'elke schooldag'
        const first = `Een leerling ziet nieuwe cijfers ${moment} om ${clock(time)}.`
        if (when === 'report') return [first, 'Ouders zien de cijfers alleen bij het rapport.']
        const last = 'Uiterlijk bij het rapport is elk cijfer te zien.'
        if (later === 0) return [first, 'Ouders zien ze op hetzelfde moment.', last]
        const then =
          counted === 'calendar_days'
            ? `Ouders zien ze ${days(later)} later op dezelfde tijd. Het weekend en vakanties tellen mee.`
            : `Ouders zien ze ${schoolDays(later)} later op dezelfde tijd.`
        return when === 'child_first'
          ? [first, then, 'Vertelt de leerling het eerder, dan zien ouders de cijfers meteen.', last]
          : [first, then, last]
      },
      fields: {
        when: {
          label: 'Wanneer zijn cijfers te zien?',
          hint: 'Bij “Kind eerst” zien ouders een cijfer ook zodra de leerling het vertelt.',
          options: {
            direct: 'Direct',
            school_days: 'Elke schooldag op een vaste tijd',
            mon_thu: 'Maandag tot en met donderdag op een vaste tijd',
            report: 'Ouders alleen bij het rapport',
            child_first: 'Kind eerst',
          },
        },
        time: { label: 'Hoe laat?', hint: 'Tussen 7.00 en 21.00 uur. Dit telt niet bij “Direct”.' },
        later: {
          label: 'Hoeveel dagen later zien ouders de cijfers?',
          hint: 'Bij 0 zien ouders ze tegelijk met hun kind. Dit telt niet bij “Direct” en bij “Ouders alleen bij het rapport”.',
        },
        counted: {
          label: 'Welke dagen tellen dan?',
          options: { school_days: 'Alleen schooldagen', calendar_days: 'Alle dagen, ook weekend en vakantie' },
        },
      },
      starters: {
        child_first: {
          name: 'Kind eerst',
          school:
            'De school laat cijfers pas zien op het moment dat we afspraken. Zo kan een leerling het zelf vertellen.',
          parents: 'Je wacht tot je kind het vertelt, of tot de dagen om zijn. Je dringt niet aan.',
          pupils: 'Je vertelt thuis zelf hoe het ging. Zie je daartegen op, dan praat je met je mentor of leraar.',
        },
        direct: {
          name: 'Direct',
          school: 'De leraar bespreekt een toets zo snel als het kan. Zo staat een cijfer er niet zonder uitleg.',
          parents: 'Je wacht met vragen tot je kind thuis is. Je stuurt in schooltijd geen bericht over een cijfer.',
          pupils: 'Je kijkt als het jou uitkomt. Je vertelt thuis zelf hoe het ging.',
        },
        school_days: {
          name: 'Elke schooldag 17.00',
          school: 'De school laat nieuwe cijfers alleen op het vaste moment zien. In het weekend komt er niets bij.',
          parents: 'Je praat er thuis rustig over. Je vraagt eerst hoe het ging, en dan pas naar het cijfer.',
          pupils: 'Je kijkt op het vaste moment, en niet de hele dag door.',
        },
        mon_thu: {
          name: 'Maandag tot en met donderdag 16.30',
          school: 'De school houdt vrijdag en het weekend vrij van nieuwe cijfers. Wie wil praten, kan naar de leraar.',
          parents: 'Je laat je kind eerst zelf vertellen. Vragen stel je daarna aan de leraar.',
          pupils: 'Je kijkt op het vaste moment en vertelt thuis hoe het ging.',
        },
        report: {
          name: 'Alleen bij het rapport',
          school:
            'De school geeft het rapport op de dag die vooraf bekend is. Maakt ze zich zorgen, dan belt ze eerder.',
          parents: 'Je vraagt je kind wat het leerde. Maak je je zorgen, dan vraag je een gesprek.',
          pupils: 'Je houdt zelf bij hoe het gaat. Gaat het niet goed, dan vertel je het thuis of aan je mentor.',
        },
      },
      questions: [
        'Hoe weten ouders hoe het gaat als hun kind niets vertelt?',
        'Wat doen we voor een leerling die veel spanning heeft van cijfers?',
        'Kan iemand een cijfer toch eerder zien, bijvoorbeeld door een gemiddelde?',
        'Hoe hoort een leerling zonder telefoon of laptop het cijfer?',
        'Wat vragen deze vaste momenten van leraren?',
      ],
    },
    fails: {
      name: 'Een onvoldoende en de herkansing',
      says: (terms) => failsWait[terms.waits],
      fields: {
        waits: {
          label: 'Wacht een onvoldoende op de herkansing?',
          hint: 'Een onvoldoende is een cijfer lager dan 5,5. De school zegt of dit in een gesprek mag. Daarna spreekt een gezin het af.',
          options: {
            no: 'Nee',
            talk: 'Dat kun je afspreken in een gesprek',
            retake: 'Ja, tot de herkansing is nagekeken',
          },
        },
      },
      starters: {
        talk: {
          name: 'In een gesprek',
          school: 'De mentor bespreekt met leerling en ouders of wachten helpt. Ze schrijven op wat ze afspreken.',
          parents: 'Je denkt mee over wat je kind rust geeft. Je mag ook nee zeggen.',
          pupils: 'Je zegt wat jou helpt. Je werkt aan de herkansing.',
        },
        no: {
          name: 'Niet wachten',
          school: 'De leraar vertelt bij een onvoldoende meteen hoe de herkansing gaat.',
          parents: 'Je vraagt eerst wat je kind van de toets leerde. Daarna vraag je wat het nodig heeft.',
          pupils: 'Je vraagt de leraar wat je nog moet oefenen.',
        },
        retake: {
          name: 'Wachten op de herkansing',
          school: 'De leraar helpt de leerling op weg naar de herkansing en kijkt die snel na.',
          parents: 'Je wacht tot de herkansing is nagekeken. Dan zie je beide cijfers met het verhaal van je kind.',
          pupils: 'Je leert voor de herkansing. Daarna vertel je thuis hoe het ging.',
        },
      },
      questions: [
        'Helpt wachten deze leerling, of wordt de spanning juist groter?',
        'Hoe lang duurt het tot een herkansing is nagekeken?',
        'Wat doen we als een leerling de herkansing niet maakt?',
        'Wat horen ouders in de tijd dat een cijfer wacht?',
      ],
    },
    'grading-term': {
      name: 'Hoe snel toetsen nagekeken zijn',
      says: (terms) => [`De leraar kijkt een toets na binnen ${schoolDays(terms.days)}.`],
      fields: { days: { label: 'Binnen hoeveel schooldagen kijkt de leraar een toets na?' } },
      starters: {
        ten: {
          name: 'Binnen tien schooldagen',
          school:
            'De leraar zegt bij de toets wanneer het werk terugkomt. Lukt dat niet, dan vertelt de leraar dat op tijd.',
          parents: 'Je vraagt pas naar een toets als de tijd om is.',
          pupils: 'Je kijkt je werk in en vraagt wat je niet snapt.',
        },
        five: {
          name: 'Binnen vijf schooldagen',
          school: 'De school plant toetsen zo dat leraren op tijd kunnen nakijken.',
          parents: 'Je vraagt je kind wat het van de toets leerde.',
          pupils: 'Je gebruikt wat je terugkrijgt bij de volgende toets.',
        },
      },
      questions: [
        'Lukt dit ook voor leraren met veel klassen?',
        'Geldt dit ook voor werkstukken en andere grote opdrachten?',
        'Wat doen we als een leraar ziek is?',
        'Heeft een leerling het werk terug voor de volgende toets?',
        'Wie houdt bij of het lukt, en wanneer kijken we opnieuw?',
      ],
    },
    averages: {
      name: 'Het gemiddelde tot nu toe',
      says: (terms) => [averageShown[terms.shown], 'Het gemiddelde van de klas laten we nooit zien.'],
      fields: {
        shown: {
          label: 'Is het gemiddelde tot nu toe te zien?',
          hint: 'Het gaat om het gemiddelde van de leerling zelf.',
          options: { shown: 'Ja', hidden: 'Nee' },
        },
      },
      starters: {
        hidden: {
          name: 'Geen gemiddelde',
          school: 'De leraar vertelt in woorden hoe het gaat en wat de volgende stap is.',
          parents: 'Je vraagt wat je kind leerde. Je rekent niet alles uit.',
          pupils: 'Je kijkt wat je al kunt en wat je nog wilt oefenen.',
        },
        shown: {
          name: 'Wel een gemiddelde',
          school: 'De school legt uit hoe zwaar elke toets telt.',
          parents: 'Je ziet het gemiddelde als een tussenstand. Het kan nog veranderen.',
          pupils: 'Je kijkt zelf hoe je ervoor staat. Maak je je zorgen, dan praat je met je mentor of leraar.',
        },
      },
      questions: [
        'Kan iemand uit het gemiddelde een cijfer halen dat nog niet te zien is?',
        'Hoort een leerling op tijd dat overgaan moeilijk gaat?',
        'Geeft een gemiddelde rust of spanning, en vroegen we dat aan leerlingen?',
        'Begrijpen leerlingen en ouders hoe zwaar elke toets telt?',
      ],
    },
    reports: {
      name: 'Rapporten',
      says: (terms) => [
        `Een leerling krijgt ${terms.months.length} keer per schooljaar een rapport.`,
        `Dat is in ${list.format(
          monthOrder.filter((month) => terms.months.includes(month)).map((month) => months[month]),
        )}.`,
        reportFirst[terms.first],
      ],
      fields: {
        months: { label: 'In welke maanden komt er een rapport?', options: months },
        first: {
          label: 'Wie krijgt het rapport het eerst?',
          options: { child: 'Eerst het kind', together: 'Kind en ouders samen' },
        },
      },
      starters: {
        three: {
          name: 'Drie rapporten, eerst het kind',
          school: 'De leraar bespreekt het rapport eerst met de leerling. Daarna is er een gesprek met kind en ouders.',
          parents: 'Je luistert eerst naar wat je kind zelf vertelt. Vragen neem je mee naar het gesprek.',
          pupils: 'Je leest je rapport en vertelt er thuis over.',
        },
        two: {
          name: 'Twee rapporten, samen bekijken',
          school: 'De leraar nodigt kind en ouders uit om samen over het rapport te praten.',
          parents: 'Je bekijkt het rapport samen met je kind. Je begint met wat goed gaat.',
          pupils: 'Je bent bij het gesprek. Je zegt zelf wat goed ging en wat je wilt leren.',
        },
      },
      questions: [
        'Krijgen ouders die apart wonen allebei het rapport?',
        'Wat horen ouders tussen twee rapporten in?',
        'Hoeveel tijd kost elk rapport leraren?',
        'Kun je het rapport ook op papier krijgen?',
        'Is de taal duidelijk voor elk kind en elke ouder?',
      ],
    },
    contact: {
      name: 'Contact met de leraar',
      says: (terms) => [
        'Je kunt altijd een bericht sturen.',
        `De leraar leest berichten op schooldagen ${hours(terms.from, terms.until)}.`,
        `Je krijgt binnen ${schoolDays(terms.days)} antwoord.`,
      ],
      fields: {
        from: { label: 'Vanaf hoe laat leest de leraar berichten?' },
        until: { label: 'Tot hoe laat leest de leraar berichten?' },
        days: { label: 'Binnen hoeveel schooldagen komt er antwoord?' },
      },
      starters: {
        two: {
          name: 'Antwoord binnen twee schooldagen',
          school: 'De leraar leest berichten op vaste tijden en antwoordt op tijd. Is iets lastig, dan belt de leraar.',
          parents: 'Je schrijft kort wat je wilt weten. Is er haast bij, dan bel je de school.',
          pupils: 'Je vraagt het eerst in de les. Lukt dat niet, dan stuur je een bericht.',
        },
        one: {
          name: 'Antwoord binnen één schooldag',
          school: 'De school zorgt dat een ander antwoordt als de leraar er niet is.',
          parents: 'Je stuurt één bericht en wacht op antwoord. Is het een lang verhaal, dan vraag je om een gesprek.',
          pupils: 'Je zegt tegen je leraar wat je dwarszit. Vind je dat moeilijk, dan vraag je iemand om hulp.',
        },
      },
      questions: [
        'Hoe bereikt een ouder de school als er haast bij is?',
        'Wat geldt er voor leraren die niet elke dag werken?',
        'Wie antwoordt als de leraar ziek is?',
        'Kan een ouder die niet graag schrijft ook bellen of langskomen?',
        'Hoe zorgen we dat leraren niet te veel berichten krijgen?',
      ],
    },
    events: {
      name: 'Op tijd in de kalender',
      says: (terms) => [`De school zet activiteiten minstens ${days(terms.days)} van tevoren in de schoolkalender.`],
      fields: {
        days: {
          label: 'Hoeveel dagen van tevoren staat iets in de kalender?',
          hint: 'Alle dagen tellen mee, ook het weekend.',
        },
      },
      starters: {
        fortnight: {
          name: 'Twee weken van tevoren',
          school: 'De school zet elke activiteit op tijd in de kalender. Verandert er iets, dan vertelt ze dat meteen.',
          parents: 'Je kijkt elke week in de kalender. Kun je ergens niet bij zijn, dan zeg je dat op tijd.',
          pupils: 'Je vertelt thuis wat er komt en wat je moet meenemen.',
        },
        month: {
          name: 'Vier weken van tevoren',
          school: 'De school zet elke activiteit vroeg in de kalender. Zo kunnen ouders vrij vragen op hun werk.',
          parents: 'Je zegt vroeg of je komt en of je kunt helpen.',
          pupils: 'Je zegt het in de klas als een dag voor jou lastig is.',
        },
      },
      questions: [
        'Welke activiteiten mogen later in de kalender komen?',
        'Hoe hoort een gezin zonder internet wat er komt?',
        'Letten we op de feestdagen van alle gezinnen?',
        'Kan elk kind meedoen, ook als het geld kost?',
        'Wie zet alles in de kalender, en hoeveel werk is dat?',
      ],
    },
    measuring: {
      name: 'Houden we ons eraan?',
      says: (terms) => [
        'De school telt elke maand of ze zich aan haar eigen deel van de afspraken hield.',
        `De medezeggenschapsraad en het publiek zien alleen een totaal over minstens ${terms.teachers} leraren.`,
        'Het getal van één leraar ziet alleen die leraar zelf.',
        'We maken geen ranglijst.',
      ],
      fields: {
        teachers: {
          label: 'Over hoeveel leraren gaat een totaal minstens?',
          hint: 'Hoe meer leraren, hoe minder je kunt zien van één leraar.',
        },
      },
      starters: {
        three: {
          name: 'Minstens drie leraren',
          school: 'De school telt alleen haar eigen deel. Ze begint pas als het personeel in de raad ja zegt.',
          parents: 'Je vraagt met de totalen wat er beter kan. Je wijst geen leraar aan.',
          pupils: 'Je zegt het in de klas of in de leerlingenraad als een afspraak niet werkt.',
        },
        five: {
          name: 'Minstens vijf leraren',
          school:
            'De school telt alleen haar eigen deel. Lukt iets vaak niet, dan zoekt ze samen met leraren hoe het beter kan.',
          parents: 'Je vraagt om uitleg bij een totaal voordat je erover oordeelt.',
          pupils: 'Je mag de totalen ook bekijken. Je praat erover in de leerlingenraad.',
        },
      },
      questions: [
        'Ziet iemand meer dan een totaal, en waarom?',
        'Kun je op een kleine school toch raden over welke leraar het gaat?',
        'Kan een leraar uitleggen waarom iets niet lukte?',
        'Mag een leidinggevende deze getallen gebruiken in een gesprek over het werk?',
        'Wanneer stoppen we ermee als het niet helpt?',
      ],
    },
  },
  steps: [
    'Schrijf samen een eerste versie. Begin met een voorbeeld en kies wat bij jullie school past.',
    'Praat erover in de klas en met de leerlingenraad. Vraag ook ouders en leraren wat zij vinden.',
    'Leg de afspraak voor aan het deel van de medezeggenschapsraad dat erover gaat. Geef de raad tijd om te lezen.',
    'Beantwoord de vragen van de raad. Verander de tekst als dat beter is.',
    'Laat de raad besluiten. Schrijf de datum op en bewaar het verslag.',
    'Vertel iedereen wat jullie afspraken en vanaf wanneer het geldt.',
    'Kijk na een jaar opnieuw. Vraag wat goed gaat en wat anders moet.',
  ],
}
