export const nl = {
  ask: (name: string, school: string | null): string =>
    `Van ${name} zie je hier niets vanzelf. Je mag ${school ?? 'de school'} wel vragen hoe het gaat. Bel of mail de administratie. Je krijgt dan de belangrijke dingen te horen. Dat is je recht (artikel 1:377c van het Burgerlijk Wetboek).`,
  adult: (name: string): string =>
    `${name} is 18 of ouder en beslist zelf wie meekijkt. Wil je meekijken? Vraag het aan ${name}.`,
  sixteen: (name: string, days: string): string =>
    `${days} wordt ${name} 16. Vanaf dan beslist ${name} zelf over foto’s en privacy. Jij blijft zien hoe het gaat op school.`,
  eighteen: (name: string, days: string): string =>
    `${days} wordt ${name} 18. Vanaf dan zie je hier niets meer van ${name}. Alleen ${name} kan dat weer voor je openen.`,
  ownSixteen: (days: string): string =>
    `${days} word je 16. Vanaf dan beslis je zelf over foto’s en privacy. Je ouders blijven zien hoe het gaat op school.`,
  ownEighteen: (days: string): string =>
    `${days} word je 18. Vanaf dan zien je ouders hier niets meer van je, tot jij ze laat meekijken.`,
  inDays: (number: number): string => (number === 1 ? 'Morgen' : `Over ${number} dagen`),
}

export type NoticeTexts = typeof nl
