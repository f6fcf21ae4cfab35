import { z } from 'zod'

const longest = 8_000
const base64url = z
  .string()
  .max(longest)
  .regex(/^[A-Za-z0-9_-]+$/)
const id = base64url.max(1_400)

const answer = <Response extends z.ZodType>(response: Response) =>
  z
    .string()
    .max(2 * longest)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'no JSON' })
        return z.NEVER
      }
    })
    .pipe(
      z.object({
        id,
        rawId: id,
        type: z.literal('public-key'),
        clientExtensionResults: z.object({}).default({}),
        response,
      }),
    )

/** What a browser sends when it made a passkey. */
export const registration = answer(z.object({ clientDataJSON: base64url, attestationObject: base64url }))
/** What a browser sends when it showed one. */
export const assertion = answer(
  z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
)

export type Registration = z.infer<typeof registration>
export type Assertion = z.infer<typeof assertion>
