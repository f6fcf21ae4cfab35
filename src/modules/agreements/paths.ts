const one = (id: string, part = ''): string => `/afspraken/${encodeURIComponent(id)}${part}`
const school = (key: string, part = ''): string => `/scholen/${encodeURIComponent(key)}/afspraken${part}`

/** Addresses of this module. */
export const paths = {
  agreements: '/afspraken',
  ofSchool: (id: string): string => `/afspraken?school=${encodeURIComponent(id)}`,
  ofChild: (id: string): string => `/afspraken?kind=${encodeURIComponent(id)}`,
  agreement: (id: string): string => one(id),
  beside: (id: string, other: string): string => `${one(id)}?naast=${encodeURIComponent(other)}#anders`,
  fresh: (id: string): string => `/afspraken/nieuw?school=${encodeURIComponent(id)}`,
  freshOf: (id: string, kind: string, start: string): string =>
    `/afspraken/nieuw?school=${encodeURIComponent(id)}&soort=${kind}&vorm=${start}`,
  freshAfter: (id: string): string => `/afspraken/nieuw?vervangt=${encodeURIComponent(id)}`,
  freshCopy: (key: string, id: string): string =>
    `/afspraken/nieuw?van=${encodeURIComponent(key)}&kopie=${encodeURIComponent(id)}`,
  change: (id: string): string => one(id, '/wijziging'),
  drop: (id: string): string => one(id, '/verwijdering'),
  lay: (id: string): string => one(id, '/voorlegging'),
  waive: (id: string): string => one(id, '/ontheffing'),
  answer: (id: string): string => one(id, '/besluit'),
  begin: (id: string): string => one(id, '/ingang'),
  withdraw: (id: string): string => one(id, '/intrekking'),
  end: (id: string): string => one(id, '/einde'),
  offer: (id: string): string => one(id, '/aanbod'),
  yes: (id: string): string => one(id, '/ja'),
  yesFor: (id: string): string => one(id, '/jawoorden'),
  seen: (id: string): string => one(id, '/gelezen'),
  denySeen: (id: string): string => one(id, '/gelezen/tegenspraak'),
  denyYes: (id: string): string => one(id, '/ja/tegenspraak'),
  readers: (id: string, part = ''): string =>
    one(id, part === '' ? '/gelezen' : `/gelezen?klas=${encodeURIComponent(part)}`),
  paper: (id: string, part = ''): string =>
    one(id, part === '' ? '/papier' : `/papier?klas=${encodeURIComponent(part)}`),
  seenOnPaper: (id: string): string => one(id, '/gelezen-op-papier'),
  openItems: '/afspraken/open-punten',
  openItemsAt: (id: string): string => `/afspraken/open-punten?school=${encodeURIComponent(id)}`,
  poll: (id: string): string => one(id, '/peiling'),
  pollAnswer: (id: string): string => `/peilingen/${encodeURIComponent(id)}`,
  council: '/medezeggenschap',
  theme: (theme: string, schoolId: string): string =>
    `/afspraken/onderwerpen/${theme}?school=${encodeURIComponent(schoolId)}`,
  themeEnd: (theme: string, schoolId: string): string =>
    `/afspraken/onderwerpen/${theme}/einde?school=${encodeURIComponent(schoolId)}`,
  shown: (key: string): string => school(key),
  shownEarlier: (key: string): string => school(key, '/eerder'),
  shownKept: (key: string): string => school(key, '/gehouden'),
  shownOne: (key: string, id: string): string => school(key, `/${encodeURIComponent(id)}`),
}
