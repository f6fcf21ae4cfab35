import type { FC } from 'hono/jsx'
import { Button } from '../form/button.tsx'
import { Form } from '../form/form.tsx'
import { Icon } from '../part/icon.tsx'
import { Name } from '../part/name.tsx'
import { Who } from '../part/who.tsx'
import type { Frame } from './frame.ts'
import { useTexts } from './language.ts'
import { NavLabel } from './nav-label.tsx'

/** Who you are, where there is no tab for, the role you act in, your account and the way out. Opens without script. */
export const Menu: FC<{ frame: Frame; wide?: boolean }> = ({ frame, wide }) => {
  const words = useTexts()
  const { who, links } = frame
  if (who === null) return null
  return (
    <details class="menu">
      <summary>
        {wide ? (
          <>
            <Who name={who.name} initials={2} />
            <span>
              <strong>
                <Name>{who.name}</Name>
              </strong>
              {who.line}
            </span>
            <span class="menu-word">{words.menu}</span>
          </>
        ) : (
          words.menu
        )}
      </summary>
      <div class="menu-sheet">
        {who.name !== '' && (
          <p class="menu-who">
            <strong>
              <Name>{who.name}</Name>
            </strong>
            <small class="muted">{who.line}</small>
          </p>
        )}
        {!wide && <Places frame={frame} />}
        <Hats frame={frame} />
        {frame.secondStep !== undefined && (
          <a class="link-row" href={frame.secondStep}>
            {words.toWork}
          </a>
        )}
        <a class="link-row" href={links.account}>
          <Icon name="person" />
          {words.account}
        </a>
        <a class="link-row" href={`${links.account}#taal`}>
          <Icon name="language" />
          {words.language}
        </a>
        <Form frame={frame} action={links.signOut}>
          <Button look="plain">{words.signOut}</Button>
        </Form>
      </div>
    </details>
  )
}

/** On a phone: the doors that are no tab. At a desk they all stand in the side list. */
const Places: FC<{ frame: Frame }> = ({ frame }) => {
  const places = frame.nav.filter(({ place }) => place === 'menu')
  if (places.length === 0) return null
  return (
    <ul class="menu-places">
      {places.map((item) => (
        <li>
          <a class="link-row" href={item.href} aria-current={item.current ? 'page' : undefined}>
            <Icon name={item.icon} />
            <NavLabel item={item} reader={frame.reader} />
          </a>
        </li>
      ))}
    </ul>
  )
}

const Hats: FC<{ frame: Frame }> = ({ frame }) => {
  const words = useTexts()
  if (frame.hats.length < 2) return null
  const current = frame.hats.find((hat) => hat.current)
  return (
    <Form frame={frame} action={frame.links.hat}>
      {current && (
        <p class="small">
          {words.actAs} <strong>{current.label}</strong>
        </p>
      )}
      {frame.hats
        .filter((hat) => !hat.current)
        .map((hat) => (
          <Button look="plain" name="hat" value={hat.id}>
            {hat.label}
          </Button>
        ))}
    </Form>
  )
}
