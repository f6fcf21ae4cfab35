import { z } from 'zod'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Tx } from '#platform/db/types.ts'

/** A mail about an account. What must not stand in a queue for all to read is sealed. */
export const mailCard = {
  name: 'accounts.mail',
  data: z.object({
    /** Null for a name that nobody has: it is queued all the same, so that the time says nothing. */
    account: z.uuid().nullable(),
    about: z.enum(['reset', 'password', 'factor', 'login', 'confirm-login']),
    sealed: z.string().nullable(),
  }),
}
export type MailWish = z.infer<typeof mailCard.data>

/** Has a mail sent, once this transaction holds; where mail is set up. */
export const mailLater = <T>(tx: Tx<T>, wish: Omit<MailWish, 'sealed'> & { sealed?: string }): Promise<void> =>
  enqueue(tx, mailCard, { ...wish, sealed: wish.sealed ?? null })
