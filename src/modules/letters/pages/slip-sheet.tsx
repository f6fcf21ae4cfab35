import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import type { Frame } from '#ui/layout/frame.ts'
import { Name } from '#ui/part/name.tsx'
import { fullName } from '#ui/person-name.ts'
import { doorTexts } from '../door/texts.ts'
import type { Slip } from '../sheet.ts'
import { texts } from '../texts.ts'

/** A slip to cut off and hand out: several go on a sheet. */
export const SlipSheet: FC<{ frame: Frame; slip: Slip }> = ({ frame, slip }) => {
  const { slip: words } = doorTexts(frame.lang)
  const { sheets } = texts(frame.lang)
  return (
    <article class="login-slip stack-s">
      <p>
        <strong>
          <Name>{fullName(slip.name)}</Name>
        </strong>
        {slip.group !== null && `, ${slip.group}`}
      </p>
      <p>{sheets.slipLine(slip.address)}</p>
      <p>
        {words.login}
        <br />
        <code>{slip.login}</code>
      </p>
      <p>
        {words.first}
        <br />
        <code>{slip.password}</code>
      </p>
      <p class="small">{sheets.slipUntil(dateInWords(frame.lang, slip.until))}</p>
    </article>
  )
}
