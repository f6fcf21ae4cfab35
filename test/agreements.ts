import { expect } from 'vitest'
import type { Browser } from './browser.ts'
import { klimboom, vlieger, type TwoSchools } from './two-schools.ts'

export const lines = {
  school: 'Wij geven een kluis, en een sleutel.',
  parents: 'Je belt de school als er iets is.',
  pupils: 'Je legt je telefoon weg.',
}
export const phones = {
  kind: 'phones',
  scope: 'school',
  't-where': 'day',
  't-place': 'locker',
  't-watches': 'same',
  ...lines,
}
export const consent = { outcome: 'yes', decidedOn: '23-11-2026', minutes: 'Vergadering 23 november, punt 4' }

export const quiet = { kind: 'quiet-hours', 't-from': '19.00', 't-until': '7.00', 't-weekend': 'quiet', ...lines }

/** A father of 5A has a seat for the parents, and the mother who teaches there one for the staff. */
export const giveSeats = ({ db }: TwoSchools): Promise<unknown> =>
  db.owner.query(`insert into app.person_role (school_id, person_id, role, started_on)
      values ('${klimboom.school}', '${klimboom.karim}', 'council_parents', '2026-08-01');
    insert into app.staff_role (school_id, person_id, role, started_on)
      values ('${klimboom.school}', '${klimboom.pam}', 'council_staff', '2026-08-01');
    insert into app.school_stage values ('${vlieger.school}', 'BO') on conflict do nothing`)

/** Nothing is agreed, asked or said any more. */
export const forgetAgreements = async (house: TwoSchools): Promise<void> => {
  await house.db.owner.query(
    'delete from app.agreement_poll; delete from app.agreement_open_theme; delete from app.agreement',
  )
  await house.events()
}

export const wordsOf = (browser: Browser): string => browser.html.replace(/<[^>]+>/g, '\n').replace(/\s*\n\s*/g, '\n')

/** What people do with agreements, through the pages. @param house the schools, once they are there */
export const onPages = (house: () => TwoSchools) => {
  const send = async (
    who: string,
    path: string,
    fields: Record<string, string> = {},
  ): Promise<Response & { browser: Browser }> => {
    const browser = house().as(who)
    await browser.get('/account')
    const answer = await browser.post(path, fields)
    return Object.assign(answer, { browser })
  }
  const draft = async (fields: Record<string, string> = phones, who = 'hein'): Promise<string> => {
    const answer = await send(who, `/afspraken?school=${klimboom.school}`, fields)
    expect(answer.status).toBe(303)
    return /\/afspraken\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  }
  const layingOf = async (id: string): Promise<string> => {
    const found = await house().db.owner.query<{ id: string }>(
      `select id from app.agreement_laying where agreement_id = '${id}'`,
    )
    return found.rows[0]?.id ?? ''
  }
  /** Drafted, laid and answered by whom the law asks, as the school writes it down. */
  const decided = async (
    fields: Record<string, string> = phones,
    decision: Partial<typeof consent> = {},
    laidOn = '1-11-2026',
  ): Promise<string> => {
    const id = await draft(fields)
    expect((await send('hein', `/afspraken/${id}/voorlegging`, { laidOn })).status).toBe(303)
    const answer = { laying: await layingOf(id), ...consent, ...decision }
    expect((await send('hein', `/afspraken/${id}/besluit`, answer)).status).toBe(303)
    return id
  }
  const begin = async (
    id: string,
    startsOn: string,
    more: Record<string, string> = {},
    who = 'hein',
  ): Promise<number> => (await send(who, `/afspraken/${id}/ingang`, { startsOn, ...more })).status
  const inForce = async (fields: Record<string, string> = phones, startsOn = '23-11-2026'): Promise<string> => {
    const id = await decided(fields)
    expect(await begin(id, startsOn)).toBe(303)
    return id
  }
  /** Everybody whom the law asks said yes early in November, and it holds since then. */
  const agreed = async (fields: Record<string, string> = phones, startsOn = '3-11-2026'): Promise<string> => {
    const id = await draft({ scope: 'school', ...lines, ...fields })
    await send('hein', `/afspraken/${id}/voorlegging`, { laidOn: '1-11-2026' })
    const asked = await house().db.owner.query<{ id: string }>(
      `select id from app.agreement_laying where agreement_id = '${id}'`,
    )
    const early = { ...consent, decidedOn: '2-11-2026' }
    for (const { id: laying } of asked.rows) await send('hein', `/afspraken/${id}/besluit`, { laying, ...early })
    expect(await begin(id, startsOn)).toBe(303)
    return id
  }
  const read = async (who: string, path: string): Promise<{ status: number; words: string; browser: Browser }> => {
    const browser = house().as(who)
    const answer = await browser.get(path)
    return { status: answer.status, words: wordsOf(browser), browser }
  }
  /** What who is not signed in reads. */
  const shown = async (path = '/scholen/klimboom/afspraken'): Promise<string> => {
    const browser = house().stranger()
    expect((await browser.get(path)).status).toBe(200)
    return wordsOf(browser)
  }
  return { agreed, send, draft, layingOf, decided, begin, inForce, read, shown }
}
