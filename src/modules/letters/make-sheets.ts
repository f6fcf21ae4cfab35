import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { inGroups } from './code.ts'
import { drawQr } from './draw-qr.ts'
import { makeLetters, type MadeLetter, type NewLetters } from './make-letters.ts'
import { paths } from './paths.ts'
import { findAddressees, findLastDay, type Addressee, type LettersView } from './queries.ts'
import type { Sheet, Slip } from './sheet.ts'

/**
 * Makes letters, and the sheets and slips they are printed on: nowhere else does a code stand.
 * @param origin where the program is found: scheme, name and port
 */
export const makeSheets = async (
  tx: Tx<LettersView>,
  actor: Actor,
  letters: Omit<NewLetters, 'via'>,
  origin: string,
): Promise<{ sheets: Sheet[]; slips: Slip[] }> => {
  const made = await makeLetters(tx, actor, { ...letters, via: 'paper' })
  const addressees = await findAddressees(tx, actor, letters.school, made)
  const until = await findLastDay(tx)
  const both = made.flatMap((letter, at) => {
    const addressee = addressees[at]
    return addressee === undefined ? [] : [{ letter, addressee }]
  })
  return {
    sheets: both.flatMap(({ letter, addressee }) =>
      letter.login === null ? [sheetOf(letter, addressee, origin, until)] : [],
    ),
    slips: both.flatMap(({ letter: { login, code }, addressee: { child: name, group } }) =>
      login === null
        ? []
        : [{ name, login, password: inGroups(code), address: shortOf(origin, paths.slip), until, group }],
    ),
  }
}

const shortOf = (origin: string, path: string): string => `${origin.replace(/^https?:\/\//, '')}${path}`

const sheetOf = ({ code, pupil, person }: MadeLetter, addressee: Addressee, origin: string, until: string): Sheet => ({
  ...addressee,
  own: pupil === person,
  code: inGroups(code),
  doorAddress: shortOf(origin, paths.door),
  qr: drawQr(`${origin}${paths.letter(code)}`),
  until,
})
