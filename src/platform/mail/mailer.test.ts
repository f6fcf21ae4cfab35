import { expect, test } from 'vitest'
import { openMailbox } from '#test/mailbox.ts'
import { smtpMailer } from './mailer.ts'

test('a mail arrives at every address, in plain text', async () => {
  const box = await openMailbox()
  const mailer = smtpMailer({ url: box.url, from: 'Samenspraak <huis@school.example>' })
  await mailer.send({ to: ['een@school.example', 'twee@school.example'], subject: 'Proef', text: 'Eén regel.\n' })
  await box.close()
  expect(box.received).toHaveLength(1)
  const [mail] = box.received
  expect(mail).toMatchObject({ from: 'huis@school.example', to: ['een@school.example', 'twee@school.example'] })
  expect(mail?.text).toMatch(/^Subject: Proef\r$/m)
  expect(mail?.text).toMatch(/^Content-Type: text\/plain/m)
})

test('a server that does not take the mail is an error', async () => {
  const box = await openMailbox(false)
  const mailer = smtpMailer({ url: box.url, from: 'huis@school.example' })
  const sent = mailer.send({ to: ['een@school.example'], subject: 'Proef', text: '' })
  await expect(sent).rejects.toThrow('no such box')
  await box.close()
  expect(box.received).toEqual([])
})
