/** The letters of a name that a login name may hold: a to z, accents off. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/[øØ]/g, 'o')
    .replaceAll(/[łŁ]/g, 'l')
    .replaceAll(/[ıİ]/g, 'i')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')

/**
 * A name to sign in with for a pupil: 'noor.o@klimboom'. It holds no more of the surname than its first letter, and the
 * school makes it one of a kind in the installation.
 * @param taken names that are given already; the one that is made is added
 */
export const makeLoginName = (
  name: { firstName: string | null; lastName: string | null },
  schoolKey: string,
  taken: Set<string>,
): string => {
  const first = plain(name.firstName ?? '') || 'leerling'
  const last = plain(name.lastName ?? '').slice(0, 1)
  const base = (last === '' ? first : `${first}.${last}`).slice(0, 40)
  for (let number = 1; ; number += 1) {
    const login = `${base}${number === 1 ? '' : number}@${schoolKey}`
    if (taken.has(login)) continue
    taken.add(login)
    return login
  }
}
