import { expect, test } from 'vitest'
import { deskFrame, doorFrame, phoneFrame } from '#ui/gallery/frames.ts'
import { htmlOf } from '#ui/gallery/html-of.ts'
import { AccountPage } from './account-page.tsx'
import { InvitationOverPage, InvitationPage } from './invitation-page.tsx'
import { SignInPage } from './sign-in-page.tsx'

const sessions = [
  {
    id: 'a',
    device: 'Android, Chrome',
    createdOn: '2026-11-23',
    usedOn: '2026-11-23',
    kind: 'account',
    secondStep: true,
    current: true,
  },
  {
    id: 'b',
    device: '',
    createdOn: '2025-12-31',
    usedOn: '2026-01-06',
    kind: 'letter',
    secondStep: false,
    current: false,
  },
] as const
const personas = [
  {
    title: 'Thuis',
    lang: 'nl' as const,
    personas: [{ login: 'selma', name: 'Selma <b>de Jong', line: 'moeder van Merel en Timo' }],
  },
]

test('the door asks for a login name and a password, and tells nothing of a demo where there is none', () => {
  const html = htmlOf(<SignInPage frame={doorFrame} />)
  expect(html).toContain('<form action="/inloggen" method="post"')
  expect(html).toContain('autocomplete="username"')
  expect(html).toContain('autocomplete="current-password"')
  expect(html).not.toContain('proef')
})

test('in the demo one press makes you somebody else', () => {
  const html = htmlOf(<SignInPage frame={doorFrame} personas={personas} />)
  expect(html).toContain('<form action="/inloggen/proef" method="post"')
  expect(html).toContain('<button type="submit" class="persona" name="login" value="selma">')
  expect(html).toContain('Selma &lt;b&gt;de Jong')
})

test('after a wrong try the login name is still there and the password is not', () => {
  const html = htmlOf(<SignInPage frame={doorFrame} login="selma@example.nl" errors={{ '': 'Dat klopt niet' }} />)
  expect(html).toContain('<title>Fout: Inloggen bij Samenspraak</title>')
  expect(html).toContain('value="selma@example.nl"')
  expect(html).toMatch(/<input id="password"[^>]*>/)
  expect(html).not.toMatch(/<input id="password"[^>]* value=/)
})

test('the device in use cannot be signed out from the list, the others can, each named for a screen reader', () => {
  const html = htmlOf(<AccountPage frame={phoneFrame} login="selma" sessions={sessions} />)
  expect(html).not.toContain('/account/sessies/a/einde')
  expect(html).toContain('action="/account/sessies/b/einde"')
  expect(html).toContain('<span class="vh"> op Onbekend apparaat</span>')
  expect(html).toContain('woensdag 31 december 2025')
  expect(html).toContain('action="/account/sessies/einde"')
})

test('with one device and one role there is nothing to end and nothing to choose', () => {
  const html = htmlOf(<AccountPage frame={deskFrame} login="anouk" sessions={sessions.slice(0, 1)} />)
  expect(html).not.toContain('/account/sessies/einde')
  expect(html).not.toContain('id="rollen"')
  expect(html).toContain('class="shell"')
})

test('who has no password yet is not asked for one', () => {
  expect(htmlOf(<AccountPage frame={phoneFrame} login={null} sessions={sessions} />)).not.toContain('type="password"')
})

test('an invitation posts to its own code and asks the browser for a new password', () => {
  const html = htmlOf(<InvitationPage frame={doorFrame} code={'a/"b'} errors={{ login: 'Kies een inlognaam' }} />)
  expect(html).toContain('action="/aanmelding/a%2F%22b"')
  expect(html).toContain('autocomplete="new-password"')
  expect(html).toContain('<a href="#login">Kies een inlognaam</a>')
  expect(htmlOf(<InvitationOverPage frame={doorFrame} />)).not.toContain('<input id=')
})

test('every page speaks English to who reads that', () => {
  const frame = { ...doorFrame, lang: 'en', reader: 'en' } as const
  const html = [
    <SignInPage frame={frame} />,
    <InvitationPage frame={frame} code="a" />,
    <AccountPage
      frame={{ ...phoneFrame, lang: 'en', reader: 'en' }}
      login="selma"
      sessions={sessions}
      said="password"
    />,
  ]
    .map(htmlOf)
    .join('')
  const words = html.replace(/<[^>]*>/g, ' ')
  expect(words).toContain('Your password has changed.')
  expect(words).not.toMatch(/\b(wachtwoord|inlognaam|inloggen|apparaat|fout)\b/i)
})
