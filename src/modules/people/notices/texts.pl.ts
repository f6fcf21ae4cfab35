import type { NoticeTexts } from './texts.nl.ts'

export const pl: NoticeTexts = {
  ask: (name, school) =>
    `${name}: tutaj nic nie widać. Możesz jednak zapytać w szkole${school === null ? '' : ` (${school})`}, jak jest. Zadzwoń do sekretariatu albo napisz e-mail. Wtedy powiedzą ci to, co ważne. To twoje prawo (artykuł 1:377c holenderskiego kodeksu cywilnego).`,
  adult: (name) =>
    `${name} ma już 18 lat i decyduje, kto może to oglądać. Chcesz oglądać? Zapytaj o zgodę swoje dziecko.`,
  sixteen: (name, days) =>
    `${days} ${name} kończy 16 lat. Od tego dnia decyduje o zdjęciach i prywatności. Ty nadal widzisz, jak jest w szkole.`,
  eighteen: (name, days) =>
    `${days} ${name} kończy 18 lat. Od tego dnia nic tu nie zobaczysz. Tylko ${name} może to dla ciebie znowu otworzyć.`,
  ownSixteen: (days) =>
    `${days} kończysz 16 lat. Od tego dnia decydujesz o zdjęciach i prywatności. Rodzice nadal widzą, jak jest w szkole.`,
  ownEighteen: (days) =>
    `${days} kończysz 18 lat. Od tego dnia rodzice nic tu o tobie nie zobaczą, chyba że im pozwolisz.`,
  inDays: (number) => (number === 1 ? 'Jutro' : `Za ${number} dni`),
}
