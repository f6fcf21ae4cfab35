/** Two words that are easy to say and to hear over the telephone: 40 by 48, one of which a guess of ten tries hardly meets. */
const colours =
  'rode gele groene blauwe witte bruine paarse gouden grote kleine ronde lange korte dikke zachte warme koude snelle vrolijke slimme lieve mooie nieuwe oude gladde natte droge stille sterke lichte zware smalle brede hoge lage verse zoete zoute rustige dappere'
const things =
  'fiets appel boom tafel lamp trein vogel paard vis kat hond banaan boot brug deur stoel tas jas schoen bal trommel fluit klok kaars lepel vork bord emmer bezem sleutel ladder tent kever vlinder egel haas uil zwaan druif peer kers pompoen wortel wolk ster maan regenjas sneeuwpop'

/** @param pick a number from 0 up to, and not including, the one given, by chance */
export const proposeWord = (pick: (below: number) => number): string => {
  const [first, second] = [colours.split(' '), things.split(' ')]
  return `${first[pick(first.length)] ?? ''} ${second[pick(second.length)] ?? ''}`
}
