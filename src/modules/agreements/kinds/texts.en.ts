import type { CatalogueWords } from './kind-words.ts'

const clock = (time: string): string => time.replace(/^0/, '')

/** A span that ends no later than it begins ends on the next day. */
const hours = (from: string, until: string): string =>
  until > from ? `from ${clock(from)} to ${clock(until)}` : `from ${clock(from)} to ${clock(until)} the next day`

const schoolDays = (count: number): string => `${count} school ${count === 1 ? 'day' : 'days'}`

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)

const list = new Intl.ListFormat('en-GB')

const whom = {
  mentor: 'the mentor or your own teacher',
  anti_bullying: 'the contact for bullying',
  office: 'the school office',
}

const subjects = {
  questions: 'questions',
  reminders: 'reminders',
  lost: 'lost property',
  help: 'help',
  chat: 'a chat about the class',
}
const subjectOrder = ['questions', 'reminders', 'lost', 'help', 'chat'] as const

const photos = {
  consent: 'A photo may go in the group only with consent for every child in it.',
  none: 'We do not put photos in the group.',
}
const chatter = {
  side_room: 'Talking about other things is fine in a separate coffee corner.',
  nowhere: 'We do not talk about other things here.',
}

const weekend = {
  quiet: 'At the weekend it is quiet all day.',
  open: 'The same hours hold at the weekend.',
}

const phoneAway = {
  lesson: 'Phones are away during lessons.',
  building: 'Phones are away in the whole school building, also during breaks.',
  day: 'Phones are away for the whole school day, also in the playground.',
}
const phonePlace = {
  home: 'They stay at home.',
  locker: 'They go in the locker.',
  bag: 'They go in the bag, switched off.',
  teacher: 'The teacher keeps them.',
}

const deviceUse = {
  closed: 'In lessons laptops and tablets stay closed, unless the teacher says that they may be opened.',
  asked: 'In lessons pupils use a laptop or tablet only when the teacher asks for it.',
  free: 'In lessons pupils choose for themselves when their laptop or tablet is open.',
}
const devicePaper = {
  always: 'Working on paper is always allowed.',
  where_possible: 'Working on paper is allowed where possible.',
}

const homework = {
  always: 'Pupils can do all their homework on paper.',
  mostly: 'Pupils can do most of their homework on paper.',
}
const timetable = {
  printed: 'The timetable also hangs on paper in the school.',
  screen: 'The timetable is on screen only.',
}

const aiUse = {
  no: 'Pupils do not use AI for schoolwork.',
  asked: 'Pupils use AI only when the teacher asks for it.',
  told: 'Pupils may use AI for schoolwork, and tell how they used it.',
  free: 'Pupils may use AI freely for schoolwork.',
}
const aiTold = {
  assignment: 'The teacher tells them this with every assignment.',
  lesson: 'The teacher tells them this in the lesson.',
}

const skillsHow = {
  lesson: 'Parents can come and watch an open lesson for this.',
  evening: 'The school talks about it at an evening for parents.',
  letter: 'The school writes about it in a letter.',
}

const failsWait = {
  no: ['A fail can be seen at the same moment as any other grade.'],
  talk: [
    'A fail can be seen at the same moment as any other grade.',
    'In a talk you can agree that a fail waits for the retake.',
    'Parents see the grade with the report at the latest.',
  ],
  retake: [
    'A grade below 5.5 stays with the pupil until the retake is marked.',
    'Parents see the grade with the next report at the latest.',
  ],
}

const averageShown = {
  shown: 'The pupil and the parents see the average of the grades so far.',
  hidden: 'Neither the pupil nor the parents see an average of the grades so far.',
}

const months = {
  9: 'September',
  10: 'October',
  11: 'November',
  12: 'December',
  1: 'January',
  2: 'February',
  3: 'March',
  4: 'April',
  5: 'May',
  6: 'June',
  7: 'July',
}
const monthOrder = ['9', '10', '11', '12', '1', '2', '3', '4', '5', '6', '7'] as const

const reportFirst = {
  child: 'The child gets the report first.',
  together: 'Child and parents get the report together.',
}

export const en: CatalogueWords = {
  themes: {
    social: { name: 'Social media', line: 'What we do when something goes wrong online.' },
    groups: { name: 'Class groups and group chats', line: 'What the class group is for, and when it is quiet.' },
    phones: { name: 'Phones', line: 'Where your phone is while you are at school.' },
    materials: { name: 'Digital learning materials', line: 'When you work on a screen, and when on paper.' },
    ai: { name: 'AI in lessons', line: 'What is allowed with programs that make text or pictures by themselves.' },
    skills: { name: 'Digital skills', line: 'What children learn about the digital world, and how you get to see it.' },
    results: { name: 'Grades and reports', line: 'Who sees grades, and when.' },
    contact: { name: 'Contact with school', line: 'How you reach the school, and what you hear in good time.' },
    kept: { name: 'Do we keep to it?', line: 'How we look at whether the school does what we agreed.' },
  },
  kinds: {
    'online-trouble': {
      name: 'When something goes wrong online',
      says: (terms) => [
        `When something goes wrong online, tell ${whom[terms.whom]}.`,
        `The school responds within ${schoolDays(terms.days)}.`,
      ],
      fields: {
        whom: {
          label: 'Whom do you tell?',
          options: {
            mentor: 'The mentor or your own teacher',
            anti_bullying: 'The contact for bullying',
            office: 'The school office',
          },
        },
        days: {
          label: 'Within how many school days does the school respond?',
          hint: 'This is about the first answer. The solution may take longer.',
        },
      },
      starters: {
        mentor: {
          name: 'To the mentor',
          school: 'The mentor listens first and then says what the school is going to do. The pupil hears that too.',
          parents: 'You stay calm and listen to your child. Then you tell the mentor.',
          pupils: 'You tell somebody you trust. You do not pass anything on.',
        },
        contact: {
          name: 'To the contact for bullying',
          school:
            'One regular person listens to every report. That person talks with the pupil, the parents and those who were there.',
          parents:
            'You tell the school even when you are not sure. You do not confront other parents or children yourself.',
          pupils:
            'You say so when something happens to you or to someone else. You do not join in or pass anything on.',
        },
      },
      questions: [
        'Where can a pupil go who does not dare to tell this person?',
        'Who takes over when this person is ill or away?',
        'What does the school do at weekends and during holidays?',
        'When does the school ask the police or others for help?',
        'How will we know after a year whether pupils feel safer?',
      ],
    },
    'group-rule': {
      name: 'What the class group is for',
      says: (terms) => [
        `The parents’ class group is only for ${list.format(
          subjectOrder.filter((subject) => terms.subjects.includes(subject)).map((subject) => subjects[subject]),
        )}.`,
        chatter[terms.chatter],
        photos[terms.photos],
      ],
      fields: {
        subjects: {
          label: 'What is the group for?',
          hint: 'Choose everything that is allowed in the group.',
          options: {
            questions: 'Questions',
            reminders: 'Reminders',
            lost: 'Lost property',
            help: 'Help',
            chat: 'A chat about the class',
          },
        },
        photos: {
          label: 'May photos go in the group?',
          options: { consent: 'Only with consent for every child in the photo', none: 'No' },
        },
        chatter: {
          label: 'Where may you talk about other things?',
          options: { side_room: 'In a separate coffee corner', nowhere: 'Not here' },
        },
      },
      starters: {
        practical: {
          name: 'Practical, with a coffee corner',
          school: 'The school makes sure that all parents can be in the group. Nobody can put anyone else out of it.',
          parents: 'You keep it short. About a child or a teacher you talk with the school, and not in the group.',
          pupils: 'You say so if you do not want to be in a photo. Then nobody puts that photo in the group.',
        },
        bare: {
          name: 'Only what is needed',
          school: 'The school always tells important news outside the group as well. That way nobody misses anything.',
          parents: 'You write only what concerns the whole class. There is no need to say thank you in the group.',
          pupils: 'You first look for what you have lost yourself. Then you ask your parents for help.',
        },
      },
      questions: [
        'How does a parent without a phone or internet hear the same things?',
        'Can parents who read little Dutch take part as well?',
        'Who says something when a parent does not keep to the agreement?',
        'What do we do with a message about another child or about a teacher?',
        'Does the teacher read along, and how much time does that take?',
      ],
    },
    'quiet-hours': {
      name: 'Quiet hours',
      says: (terms) => [
        `The class group and messages rest every day ${hours(terms.from, terms.until)}.`,
        'Nobody has to read or answer during those hours.',
        weekend[terms.weekend],
      ],
      fields: {
        from: { label: 'From what time is it quiet?' },
        until: {
          label: 'Until what time is it quiet?',
          hint: 'Is this time earlier than the first one? Then it is quiet until the next day.',
        },
        weekend: {
          label: 'What about the weekend?',
          options: { quiet: 'Quiet all day', open: 'The same hours as on weekdays' },
        },
      },
      starters: {
        evening: {
          name: 'Quiet evenings and weekends',
          school: 'The school sends nothing during the quiet hours, except in an emergency.',
          parents: 'You do not expect an answer during the quiet hours. What can wait, you let wait.',
          pupils:
            'You need not read anything from school in the evening. What you must know, you write down in the day.',
        },
        late: {
          name: 'Quiet late evenings and nights',
          school:
            'The school sends messages during the day as much as possible. In the quiet hours it sends nothing, except in an emergency.',
          parents: 'You agree at home where the phones lie at night. You do not read anything then yourself either.',
          pupils: 'You put your phone away when the quiet begins. What you miss, you read the next day.',
        },
      },
      questions: [
        'How does the school reach parents when something serious happens in the evening?',
        'Does this suit parents who work in the evening or at the weekend?',
        'Do pupils know in time that the first lesson is cancelled?',
        'Does this hold for teachers and for the head teacher as well?',
        'When do we look at whether these are the right hours?',
      ],
    },
    phones: {
      name: 'Phones at school',
      says: (terms) =>
        terms.where === 'free'
          ? [
              'Pupils may use their phones anywhere at school.',
              { same: 'The same goes for smartwatches.', allowed: 'A smartwatch may be worn too.' }[terms.watches],
            ]
          : [
              phoneAway[terms.where],
              phonePlace[terms.place],
              { same: 'The same goes for smartwatches.', allowed: 'A smartwatch may be worn.' }[terms.watches],
            ],
      fields: {
        where: {
          label: 'Where and when is the phone away?',
          options: {
            lesson: 'During lessons',
            building: 'In the whole building, also during breaks',
            day: 'The whole school day, also in the playground',
            free: 'Nowhere, phones are allowed everywhere',
          },
        },
        place: {
          label: 'Where is the phone then?',
          hint: 'This does not count when phones are allowed everywhere.',
          options: {
            home: 'At home',
            locker: 'In the locker',
            bag: 'In the bag, switched off',
            teacher: 'With the teacher',
          },
        },
        watches: {
          label: 'What about smartwatches?',
          options: { same: 'The same as for phones', allowed: 'A smartwatch may be worn' },
        },
      },
      starters: {
        locker: {
          name: 'Phone in the locker',
          school: 'The school provides a locker for every pupil. The timetable can be seen without a phone too.',
          parents: 'You call the school when you need your child during the day. The school passes on your message.',
          pupils: 'You put your phone in the locker before the first lesson. You take it out when you go home.',
        },
        home: {
          name: 'Phone stays at home',
          school: 'The school lets a pupil make a call when that is needed. The teacher tells the class what changes.',
          parents:
            'You see to it that your child’s phone stays at home. If your child needs it for the journey, you tell the school.',
          pupils: 'You leave your phone at home. If you need to call someone, you ask a teacher.',
        },
        lesson: {
          name: 'Phone away during lessons',
          school:
            'Every teacher does the same, substitutes too. If the phone is needed for the lesson, the teacher says so.',
          parents: 'You do not send your child messages during lessons. If it is urgent, you call the school.',
          pupils: 'You switch off your phone and put it in your bag. You do that before the lesson begins.',
        },
      },
      questions: [
        'What do we agree with a pupil who needs the phone for their health or to take part?',
        'Does every teacher, substitutes included, know who has an agreement of their own?',
        'How do parents reach their child, and how does a child call home?',
        'Who pays when a phone breaks or disappears at school?',
        'What happens when a pupil does not keep to it?',
      ],
    },
    devices: {
      name: 'Laptops and tablets in lessons',
      says: (terms) => [deviceUse[terms.use], devicePaper[terms.paper]],
      fields: {
        use: {
          label: 'What holds in lessons?',
          options: {
            closed: 'Closed, unless the teacher says that it may be opened',
            asked: 'Open only when the teacher asks for it',
            free: 'The pupil chooses',
          },
        },
        paper: {
          label: 'Is paper allowed instead?',
          options: { always: 'Always', where_possible: 'Where possible' },
        },
      },
      starters: {
        closed: {
          name: 'Closed at first',
          school: 'The teacher says when the screen may be opened and what for. After that it is closed again.',
          parents: 'You talk with your child about what works best, paper or a screen.',
          pupils: 'You keep your laptop or tablet closed until the teacher says so. You bring pen and paper too.',
        },
        asked: {
          name: 'When the teacher asks for it',
          school: 'The teacher chooses what works best for each lesson. Whoever prefers to work on paper gets paper.',
          parents:
            'You see to it that your child brings pen, paper and a charged laptop or tablet. If you cannot, you tell the school.',
          pupils: 'You use your laptop or tablet for what the teacher asks, and for nothing else.',
        },
      },
      questions: [
        'What do we do for a pupil who needs a laptop, for instance because of dyslexia?',
        'How does a family without a laptop or tablet get one?',
        'How much extra work does paper give teachers?',
        'What do the school and the makers of the programs see of a pupil?',
        'When do we look at whether pupils learn better this way?',
      ],
    },
    'on-paper': {
      name: 'Homework and timetable on paper',
      says: (terms) => [homework[terms.homework], timetable[terms.timetable]],
      fields: {
        homework: { label: 'Can homework be done on paper?', options: { always: 'Always', mostly: 'Mostly' } },
        timetable: {
          label: 'Where is the timetable?',
          options: { printed: 'Also on paper in the school', screen: 'On screen only' },
        },
      },
      starters: {
        always: {
          name: 'Always on paper',
          school: 'Teachers set no homework that can only be done on a screen. The school hangs up the timetable.',
          parents: 'You tell the teacher when an assignment cannot be done on paper at home.',
          pupils: 'You write down your homework. You choose for yourself whether you do it on paper.',
        },
        mostly: {
          name: 'Mostly on paper',
          school:
            'As often as possible, teachers set homework that can be done on paper. If something needs a screen, they say so.',
          parents: 'You tell the school when there is no screen at home to work on.',
          pupils:
            'You look whether an assignment can be done on paper. If it does not work at home, you ask the teacher for help.',
        },
      },
      questions: [
        'What does a pupil do who has no laptop or internet at home?',
        'What do we do for a pupil who learns better on a screen?',
        'How does a pupil without a phone hear that the timetable changes?',
        'How much extra work does this give teachers?',
        'Who counts how often this works, and who sees that?',
      ],
    },
    ai: {
      name: 'AI for schoolwork',
      says: (terms) => [
        aiUse[terms.use],
        aiTold[terms.told],
        'By AI we mean programs that make text or pictures by themselves.',
      ],
      fields: {
        use: {
          label: 'May a pupil use AI?',
          options: {
            no: 'No',
            asked: 'Only when the teacher asks for it',
            told: 'Yes, and the pupil tells how',
            free: 'Yes, freely',
          },
        },
        told: {
          label: 'When does the teacher tell this?',
          options: { assignment: 'With every assignment', lesson: 'In the lesson' },
        },
      },
      starters: {
        asked: {
          name: 'When the teacher asks for it',
          school:
            'The teacher says whether AI is allowed, and what for. The school first checks which program is safe for pupils.',
          parents: 'You let your child think first. If you are not sure whether AI is allowed, you ask the teacher.',
          pupils: 'You use AI only when it is allowed. You type in nothing about yourself or anyone else.',
        },
        told: {
          name: 'AI is allowed, and you tell how',
          school:
            'The teacher practises with the class how to use AI well. Whoever is honest about how they used it is not punished for it.',
          parents: 'You ask your child to explain what the AI did and what they did themselves.',
          pupils: 'You write with your work what the AI did and what you did yourself. You check whether it is right.',
        },
        no: {
          name: 'No AI',
          school: 'The school sets assignments that you can do well without AI. The class does learn what AI is.',
          parents: 'You let your child do the work. Helping is fine, but without AI.',
          pupils: 'You do your own work. If you do not understand something, you ask the teacher.',
        },
      },
      questions: [
        'May a pupil with dyslexia have texts read aloud or dictate if that uses AI?',
        'How old must a pupil be for this program, and do we ask parents for consent?',
        'What does the maker of the program learn about pupils?',
        'What does a teacher do in case of doubt, without wrongly accusing a pupil?',
        'Does a pupil who has no AI at home have the same chances?',
      ],
    },
    skills: {
      name: 'What pupils learn digitally',
      says: (terms) => [
        `Parents see ${times(terms.times)} a year what their child learns about the digital world.`,
        skillsHow[terms.how],
      ],
      fields: {
        times: { label: 'How many times a year?' },
        how: {
          label: 'How do parents see it?',
          options: { lesson: 'In an open lesson', evening: 'At an evening for parents', letter: 'In a letter' },
        },
      },
      starters: {
        open: {
          name: 'Open lesson',
          school: 'The teacher shows what the class is working on. Whoever cannot come hears about it in another way.',
          parents: 'You come and watch if you can. You let your child tell you how it works.',
          pupils: 'You show what you can do and explain how it works.',
        },
        letter: {
          name: 'Letter',
          school: 'The school writes in plain language what each class learns, and why.',
          parents: 'You read the letter together with your child. You ask the teacher your questions.',
          pupils: 'You tell at home what you learned, and show how it is done.',
        },
      },
      questions: [
        'Can parents who work during the day also see what their child learns?',
        'Do parents who read little Dutch understand this too?',
        'How much time does this take teachers?',
        'What do we do for pupils who need extra help with this?',
        'Does this fit what the law asks about digital skills?',
      ],
    },
    'grade-release': {
      name: 'When grades can be seen',
      says: (terms) => {
        const { when, time, later, counted } = terms
        if (when === 'direct')
          return [
            'A grade can be seen as soon as the teacher enters it.',
            'The pupil and the parents see it at the same moment.',
          ]
        const moment = when === 'mon_thu' ? 'from Monday to Thursday' : 'every school day'
        const first = `Pupils see new grades ${moment} at ${clock(time)}.`
        if (when === 'report') return [first, 'Parents see the grades only with the report.']
        const last = 'With the report at the latest, every grade can be seen.'
        if (later === 0) return [first, 'Parents see them at the same moment.', last]
        const then =
          counted === 'calendar_days'
            ? `Parents see them ${days(later)} later at the same time. Weekends and holidays count.`
            : `Parents see them ${schoolDays(later)} later at the same time.`
        return when === 'child_first'
          ? [first, then, 'If the pupil tells earlier, parents see the grades at once.', last]
          : [first, then, last]
      },
      fields: {
        when: {
          label: 'When can grades be seen?',
          hint: 'With “Child first”, parents also see a grade as soon as the pupil tells.',
          options: {
            direct: 'Direct',
            school_days: 'Every school day at a fixed time',
            mon_thu: 'Monday to Thursday at a fixed time',
            report: 'Parents only with the report',
            child_first: 'Child first',
          },
        },
        time: { label: 'At what time?', hint: 'Between 7:00 and 21:00. This does not count with “Direct”.' },
        later: {
          label: 'How many days later do parents see the grades?',
          hint: 'At 0, parents see them together with their child. This does not count with “Direct” and with “Parents only with the report”.',
        },
        counted: {
          label: 'Which days count then?',
          options: { school_days: 'School days only', calendar_days: 'All days, also weekends and holidays' },
        },
      },
      starters: {
        child_first: {
          name: 'Child first',
          school:
            'The school shows grades only at the moment we agreed. That way pupils can tell about them themselves.',
          parents: 'You wait until your child tells you, or until the days are over. You do not press.',
          pupils: 'You tell at home yourself how it went. If you dread that, you talk with your mentor or teacher.',
        },
        direct: {
          name: 'Direct',
          school: 'The teacher talks about a test as soon as possible. That way no grade stands there without a word.',
          parents: 'You wait with questions until your child is home. During school you send no message about a grade.',
          pupils: 'You look when it suits you. You tell at home yourself how it went.',
        },
        school_days: {
          name: 'Every school day 17:00',
          school: 'The school shows new grades only at the fixed moment. At the weekend nothing is added.',
          parents: 'You talk about it calmly at home. You first ask how it went, and only then about the grade.',
          pupils: 'You look at the fixed moment, and not all day long.',
        },
        mon_thu: {
          name: 'Monday to Thursday 16:30',
          school:
            'The school keeps Fridays and weekends free of new grades. Whoever wants to talk can go to the teacher.',
          parents: 'You let your child tell you first. After that you ask the teacher your questions.',
          pupils: 'You look at the fixed moment and tell at home how it went.',
        },
        report: {
          name: 'Only with the report',
          school: 'The school gives the report on a day that is known beforehand. If it worries, it calls sooner.',
          parents: 'You ask your child what it learned. If you worry, you ask for a talk.',
          pupils: 'You keep track of how it goes. If it does not go well, you tell at home or your mentor.',
        },
      },
      questions: [
        'How do parents know how things are going if their child tells them nothing?',
        'What do we do for a pupil who feels a lot of stress about grades?',
        'Can anyone see a grade earlier after all, for instance through an average?',
        'How does a pupil without a phone or laptop hear the grade?',
        'What do these fixed moments ask of teachers?',
      ],
    },
    fails: {
      name: 'A fail and the retake',
      says: (terms) => failsWait[terms.waits],
      fields: {
        waits: {
          label: 'Does a fail wait for the retake?',
          hint: 'A fail is a grade below 5.5. The school says whether this may be agreed in a talk. A family agrees on it after that.',
          options: {
            no: 'No',
            talk: 'That can be agreed in a talk',
            retake: 'Yes, until the retake is marked',
          },
        },
      },
      starters: {
        talk: {
          name: 'In a talk',
          school:
            'The mentor talks with pupil and parents about whether waiting helps. They write down what they agree.',
          parents: 'You think along about what gives your child rest. You may also say no.',
          pupils: 'You say what helps you. You work on the retake.',
        },
        no: {
          name: 'No waiting',
          school: 'With a fail the teacher tells at once how the retake goes.',
          parents: 'You first ask what your child learned from the test. After that you ask what it needs.',
          pupils: 'You ask the teacher what you still have to practise.',
        },
        retake: {
          name: 'Wait for the retake',
          school: 'The teacher helps the pupil towards the retake and marks it soon.',
          parents: 'You wait until the retake is marked. Then you see both grades, with the story of your child.',
          pupils: 'You learn for the retake. After that you tell at home how it went.',
        },
      },
      questions: [
        'Does waiting help this pupil, or does it add to the stress?',
        'How long does it take until a retake is marked?',
        'What do we do when a pupil does not take the retake?',
        'What do parents hear while a grade waits?',
      ],
    },
    'grading-term': {
      name: 'How soon tests are marked',
      says: (terms) => [`The teacher marks a test within ${schoolDays(terms.days)}.`],
      fields: { days: { label: 'Within how many school days does the teacher mark a test?' } },
      starters: {
        ten: {
          name: 'Within ten school days',
          school:
            'The teacher says at the test when the work will come back. If that fails, the teacher says so in time.',
          parents: 'You ask about a test only when the time is up.',
          pupils: 'You look through your work and ask about what you do not understand.',
        },
        five: {
          name: 'Within five school days',
          school: 'The school plans tests so that teachers can mark them in time.',
          parents: 'You ask your child what they learned from the test.',
          pupils: 'You use what you get back for the next test.',
        },
      },
      questions: [
        'Does this work for teachers with many classes too?',
        'Does this hold for projects and other large assignments as well?',
        'What do we do when a teacher is ill?',
        'Does a pupil have the work back before the next test?',
        'Who keeps track of whether it works, and when do we look again?',
      ],
    },
    averages: {
      name: 'The average so far',
      says: (terms) => [averageShown[terms.shown], 'We never show the average of the class.'],
      fields: {
        shown: {
          label: 'Can the average so far be seen?',
          hint: 'This is about the pupil’s own average.',
          options: { shown: 'Yes', hidden: 'No' },
        },
      },
      starters: {
        hidden: {
          name: 'No average',
          school: 'The teacher tells in words how it is going and what the next step is.',
          parents: 'You ask what your child learned. You do not work everything out.',
          pupils: 'You look at what you can do already and what you still want to practise.',
        },
        shown: {
          name: 'With an average',
          school: 'The school explains how much each test counts.',
          parents: 'You read the average as a score halfway. It can still change.',
          pupils: 'You see for yourself how you are doing. If you worry, you talk with your mentor or teacher.',
        },
      },
      questions: [
        'Can anyone work out from the average a grade that cannot be seen yet?',
        'Does a pupil hear in time that moving up a year will be hard?',
        'Does an average bring calm or stress, and did we ask pupils?',
        'Do pupils and parents understand how much each test counts?',
      ],
    },
    reports: {
      name: 'Reports',
      says: (terms) => [
        `Pupils get a report ${times(terms.months.length)} in a school year.`,
        `It comes in ${list.format(
          monthOrder.filter((month) => terms.months.includes(month)).map((month) => months[month]),
        )}.`,
        reportFirst[terms.first],
      ],
      fields: {
        months: { label: 'In which months is there a report?', options: months },
        first: {
          label: 'Who gets the report first?',
          options: { child: 'The child first', together: 'Child and parents together' },
        },
      },
      starters: {
        three: {
          name: 'Three reports, the child first',
          school:
            'The teacher first goes through the report with the pupil. After that there is a talk with child and parents.',
          parents: 'You first listen to what your child tells you. You bring your questions to the talk.',
          pupils: 'You read your report and tell about it at home.',
        },
        two: {
          name: 'Two reports, looked at together',
          school: 'The teacher invites child and parents to talk about the report together.',
          parents: 'You look at the report together with your child. You begin with what is going well.',
          pupils: 'You are there at the talk. You say yourself what went well and what you want to learn.',
        },
      },
      questions: [
        'Do parents who live apart both get the report?',
        'What do parents hear between two reports?',
        'How much time does each report take teachers?',
        'Can you get the report on paper too?',
        'Is the language clear to every child and every parent?',
      ],
    },
    contact: {
      name: 'Contact with the teacher',
      says: (terms) => [
        'You can always send a message.',
        `The teacher reads messages on school days ${hours(terms.from, terms.until)}.`,
        `You get an answer within ${schoolDays(terms.days)}.`,
      ],
      fields: {
        from: { label: 'From what time does the teacher read messages?' },
        until: { label: 'Until what time does the teacher read messages?' },
        days: { label: 'Within how many school days does an answer come?' },
      },
      starters: {
        two: {
          name: 'Answer within two school days',
          school:
            'The teacher reads messages at fixed times and answers in time. If something is difficult, the teacher calls.',
          parents: 'You write briefly what you want to know. If it is urgent, you call the school.',
          pupils: 'You ask it in the lesson first. If that does not work, you send a message.',
        },
        one: {
          name: 'Answer within one school day',
          school: 'The school makes sure that someone else answers when the teacher is away.',
          parents: 'You send one message and wait for an answer. If it is a long story, you ask for a talk.',
          pupils: 'You tell your teacher what bothers you. If you find that hard, you ask someone to help you.',
        },
      },
      questions: [
        'How does a parent reach the school when it is urgent?',
        'What holds for teachers who do not work every day?',
        'Who answers when the teacher is ill?',
        'Can a parent who does not like writing call or come by as well?',
        'How do we make sure that teachers do not get too many messages?',
      ],
    },
    events: {
      name: 'In the calendar in good time',
      says: (terms) => [`The school puts events in the school calendar at least ${days(terms.days)} ahead.`],
      fields: {
        days: {
          label: 'How many days ahead is something in the calendar?',
          hint: 'All days count, weekends too.',
        },
      },
      starters: {
        fortnight: {
          name: 'Two weeks ahead',
          school: 'The school puts every event in the calendar in good time. If something changes, it says so at once.',
          parents: 'You look at the calendar every week. If you cannot be there, you say so in good time.',
          pupils: 'You tell at home what is coming and what you need to bring.',
        },
        month: {
          name: 'Four weeks ahead',
          school: 'The school puts every event in the calendar early. That way parents can ask for time off work.',
          parents: 'You say early whether you are coming and whether you can help.',
          pupils: 'You say so in class when a day is difficult for you.',
        },
      },
      questions: [
        'Which events may come into the calendar later?',
        'How does a family without internet hear what is coming?',
        'Do we mind the feast days of all families?',
        'Can every child take part, even if it costs money?',
        'Who puts everything in the calendar, and how much work is that?',
      ],
    },
    measuring: {
      name: 'Do we keep to it?',
      says: (terms) => [
        'Each month the school counts whether it kept to its own part of the agreements.',
        `The participation council and the public see only a total of at least ${terms.teachers} teachers.`,
        'Only the teacher concerned sees the figure of one teacher.',
        'We make no ranking.',
      ],
      fields: {
        teachers: {
          label: 'How many teachers does a total cover at least?',
          hint: 'The more teachers, the less you can see of any one of them.',
        },
      },
      starters: {
        three: {
          name: 'At least three teachers',
          school: 'The school counts only its own part. It begins only when the staff in the council say yes.',
          parents: 'You use the totals to ask what can be better. You do not point at a teacher.',
          pupils: 'You say so in class or in the pupils’ council when an agreement does not work.',
        },
        five: {
          name: 'At least five teachers',
          school:
            'The school counts only its own part. If something often fails, it looks with the teachers for a better way.',
          parents: 'You ask for the explanation of a total before you judge it.',
          pupils: 'You may look at the totals too. You talk about them in the pupils’ council.',
        },
      },
      questions: [
        'Does anyone see more than a total, and why?',
        'Can you guess at a small school which teacher it is about after all?',
        'Can a teacher explain why something did not work?',
        'May a manager use these figures in a talk about a teacher’s work?',
        'When do we stop if it does not help?',
      ],
    },
  },
  steps: [
    'Write a first version together. Begin with an example and choose what suits your school.',
    'Talk about it in class and with the pupils’ council. Ask parents and teachers what they think, too.',
    'Lay the agreement before the section of the participation council that it concerns. Give the council time to read.',
    'Answer the council’s questions. Change the text if that makes it better.',
    'Let the council decide. Write down the date and keep the minutes.',
    'Tell everyone what you agreed and from when it holds.',
    'Look again after a year. Ask what goes well and what has to change.',
  ],
}
