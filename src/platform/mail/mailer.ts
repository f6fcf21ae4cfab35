/** A mail in plain text. Subject and text say nothing about a person: whoever reads along on the way learns nothing. */
export type Mail = { readonly to: readonly string[]; readonly subject: string; readonly text: string }

export type Mailer = {
  /** @throws when the server does not take the mail */
  send(mail: Mail): Promise<void>
}

const waitMs = 20_000

/**
 * Sends mail through a server of the operator's own.
 * @param server `url` as smtp:// or smtps://, with name and password where they are needed; `from` is the sender
 */
export const smtpMailer = ({ url, from }: { readonly url: string; readonly from: string }): Mailer => ({
  send: async ({ to, subject, text }) => {
    // Loaded with the first mail: most processes never send one.
    const { createTransport } = await import('nodemailer')
    const transport = createTransport({
      url,
      connectionTimeout: waitMs,
      greetingTimeout: waitMs,
      socketTimeout: waitMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    try {
      await transport.sendMail({ from, to: [...to], subject, text })
    } finally {
      transport.close()
    }
  },
})
