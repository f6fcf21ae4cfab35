import { expect, test } from 'vitest'
import { passkeyPlace } from './passkey-place.ts'

test('There are passkeys on a domain and on this machine by its name, and nowhere else.', () => {
  const school = { id: 'samenspraak.school.example', origin: 'https://samenspraak.school.example' }
  expect(passkeyPlace('https://samenspraak.school.example', 'elders.example')).toEqual(school)
  expect(passkeyPlace(null, 'localhost:3000')).toEqual({ id: 'localhost', origin: 'http://localhost:3000' })
  expect(passkeyPlace('http://localhost:3000', undefined)).toEqual({ id: 'localhost', origin: 'http://localhost:3000' })
  for (const host of ['127.0.0.1:3000', '[::1]:3000', 'school.example', 'a b', '', undefined])
    expect(passkeyPlace(null, host)).toBe(null)
  expect(passkeyPlace('https://192.0.2.1', 'localhost')).toBe(null)
  expect(passkeyPlace('https://[2001:db8::1]', 'localhost')).toBe(null)
})
