import type { FC } from 'hono/jsx'

/** Text that somebody wrote: paragraphs, and addresses of the web as links. Anything else is text, whatever it looks like. */
export const Written: FC<{ text: string }> = ({ text }) => (
  <div class="written prose" dir="auto">
    {text
      .split(/\n{2,}/)
      .filter((paragraph) => paragraph.trim() !== '')
      .map((paragraph) => (
        <p>{partsOf(paragraph)}</p>
      ))}
  </div>
)

// Signs that end a sentence are no part of the address before it.
const address = /(https?:\/\/[^\s<>"'`{}|\\^]*[^\s<>"'`{}|\\^.,;:!?)\]])/i

const partsOf = (paragraph: string) =>
  paragraph.split(address).map((part, at) =>
    at % 2 === 1 && isWebAddress(part) ? (
      <a href={part} rel="noopener noreferrer nofollow">
        {part}
      </a>
    ) : (
      part
    ),
  )

/** One that hides another host before an @ is no link. */
const isWebAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === ''
}
