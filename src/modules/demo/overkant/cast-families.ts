import { at, named, parent, type Birth, type Child, type Family } from '../cast.ts'

const child = (
  [firstName, prefix, lastName]: readonly [string, string | null, string],
  group: string,
  birth?: Birth,
): Child => ({ ...named(firstName, prefix, lastName), group, year: Number(group[0]), ...(birth && { birth }) })

type Called = readonly [string, string | null, string]

const mother = (name: Called, mail: string, rest = {}) => parent(named(...name), 'moeder', mail, rest)
const father = (name: Called, mail: string, rest = {}) => parent(named(...name), 'vader', mail, rest)

/** Families with a story. The keys of their children come first, in this order. */
export const castFamilies: readonly Family[] = [
  {
    // Selma and Bas also have children at De Klimboom, and live in two homes.
    children: [child(['Merel', 'de', 'Jong'], '3c', { turns: 15, inDays: 96 })],
    parents: [
      mother(['Selma', 'de', 'Jong'], 'selma.dejong', {
        phone: '06 00002001',
        address: at('Beukenlaan 12', '9999 XA', 'Boomdorp'),
      }),
      father(['Bas', 'de', 'Jong'], 'bas.dejong', {
        phone: '06 00002002',
        address: at('Havenkade 41-2', '9999 XB', 'Veenhaven'),
      }),
    ],
  },
  {
    children: [child(['Charlotte-Sophie', '’t', 'Hooft-van der Wetering'], '3c')],
    parents: [
      mother(['Şenay', "'t", 'Hooft-van der Wetering'], 'senay', { phone: '06 00002003', language: 'tr' }),
      father(['Willem', "'t", 'Hooft'], 'willem.thooft'),
    ],
  },
  {
    // Her father has no authority over her, and asks to be told.
    children: [child(['Roos', null, 'Claassen'], '3c', { turns: 16, inDays: 140 })],
    parents: [
      mother(['Marit', null, 'Claassen'], 'marit.claassen', { phone: '06 00003001' }),
      father(['Dennis', null, 'Vos'], 'dennis.vos', { phone: '06 00003002' }),
    ],
  },
  {
    // A court decided that his father is told nothing.
    children: [child(['Jorn', null, 'Dekker'], '3c')],
    parents: [mother(['Ingrid', null, 'Dekker'], 'ingrid.dekker'), father(['Rik', null, 'Dekker'], 'rik.dekker')],
  },
  {
    children: [child(['Liv', null, 'Sanders'], '3c')],
    parents: [
      parent(named(null, null, 'Voogdij Noorderlicht'), 'voogdij-instelling', 'post.noorderlicht'),
      parent(named('Anja', null, 'Postma-de Vries'), 'pleegouder', 'anja.postma'),
      parent(named('Kees', null, 'Postma'), 'pleegouder', 'kees.postma'),
    ],
  },
  {
    children: [child(['Defne', null, 'Yılmaz'], '1c')],
    parents: [
      // By this address the file of parents knows the teacher again.
      { ...father(['Emre', null, 'Yılmaz'], ''), email: 'e.yilmaz@overkant.example' },
      mother(['Zeynep', null, 'Yılmaz'], 'zeynep.yilmaz', { language: 'tr' }),
    ],
  },
  {
    children: [child(['Aylin', null, 'Şahin'], '4d', { turns: 16, inDays: -1 })],
    parents: [mother(['Gülsüm', null, 'Şahin'], 'gulsum.sahin', { language: 'tr' })],
  },
  {
    children: [child(['Jayden', null, 'Verhoeven'], '4e', { turns: 16, inDays: 1 })],
    parents: [
      mother(['Sandra', null, 'Verhoeven'], 'sandra.verhoeven'),
      father(['Ron', null, 'Verhoeven'], 'ron.verhoeven'),
    ],
  },
  {
    children: [child(['Noah', 'in ’t', 'Veld'], '4c', { turns: 16, inDays: 20 })],
    parents: [father(['Peter', 'in ’t', 'Veld'], 'peter.intveld')],
  },
  {
    children: [child(['Nadia', null, 'Bensaïd'], '6a', { turns: 18, inDays: -1 })],
    parents: [mother(['Karima', null, 'Bensaïd'], 'karima.bensaid'), father(['Omar', null, 'Bensaïd'], 'omar.bensaid')],
  },
  {
    children: [child(['Thijmen', 'van', 'Ee'], '6b', { turns: 18, inDays: 1 })],
    parents: [mother(['Els', 'van', 'Ee'], 'els.vanee')],
  },
  {
    children: [child(['Sophie', null, 'Ó Súilleabháin'], '6a', { turns: 18, inDays: 12 })],
    parents: [mother(['Aoife', null, 'Ó Súilleabháin'], 'aoife.osuilleabhain')],
  },
  ...(
    [
      [child(['Duco', null, 'Pietersen'], '3c', 'unknown'), 'Annelies'],
      [child(['Ñ', null, 'Žižka'], '2h', 'unknown'), 'Jiří'],
      [child(['Ž', null, 'Ó'], '1h'), 'Ö'],
      [child(['عمر', null, 'الحسن'], '1g'), 'ليلى'],
      [child(['伟', null, '李'], '2e'), '娜'],
      [child(['Suryani', null, ''], '1e'), 'Wahyu'],
      [child(['Wilhelmina-Alexandrina', 'van der', 'Sleesen-van Heemstra tot Winkelshoven'], '5b'), 'Frédérique'],
      [child(['Floris', "d'", 'Æth-Hoekstra'], '4a'), 'Åsa'],
      [child(['Floor', null, 'Aarsen'], '3c'), 'Monique'],
      [child(['Yusuf', null, 'Al-Masri'], '3c'), 'Rania'],
      [child(['Inès', null, 'Bouzid'], '3c'), 'Samir'],
      [child(['Emir', null, 'Kaya'], '3c'), 'Hülya'],
      [child(['Pim', null, 'Lansink'], '3c'), 'Gert-Jan'],
      [child(['Şenay', null, 'Özdemir'], '3c'), 'Burak'],
      [child(['Ngọc Anh', null, 'Tran'], '3c'), 'Thị Mai'],
      [child(['Stijn', null, 'Visser'], '3c'), 'Jolanda'],
      [child(['Noémie', null, 'Wolters'], '3c'), 'Céline'],
    ] as const
  ).map(([one, first], place) => ({
    children: [one],
    parents: [parent(named(first, one.prefix, one.lastName), 'verzorger', `thuis.${place + 1}`)],
  })),
]
