import type { FC } from 'hono/jsx'
import { Form } from '#ui/form/form.tsx'
import { spokenIn, type Frame, type Lang } from '#ui/layout/frame.ts'
import { Icon } from '#ui/part/icon.tsx'
import { Name } from '#ui/part/name.tsx'
import { Who } from '#ui/part/who.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

export interface Persona {
  login: string
  name: string
  /** "moeder van Merel en Timo". */
  line: string
}

export interface PersonaGroup {
  /** "Thuis", or a school. */
  title: string
  /** Said where these people are not there yet. */
  note?: string
  isFolded?: boolean
  /** The language of the title and the lines. */
  lang: Lang
  personas: readonly Persona[]
}

/** One press and you are somebody of the demo. */
export const Personas: FC<{ frame: Frame; groups: readonly PersonaGroup[] }> = ({ frame, groups }) => {
  const words = texts(frame.lang).demo
  return (
    <Form frame={frame} action={paths.example} class="card stack" labelledby="proef">
      <div class="stack-s">
        <p>
          <span class="synthetic">{words.label}</span>
        </p>
        <h2 id="proef">{words.heading}</h2>
        <p class="muted">{words.line}</p>
      </div>
      {groups.map((group) =>
        group.isFolded === true ? (
          <details class="drawer" {...spokenIn(group.lang, frame.lang)}>
            <summary>
              {group.title}
              <Icon name="arrow" />
            </summary>
            <PersonaList {...group} />
          </details>
        ) : (
          <div class="stack-s" {...spokenIn(group.lang, frame.lang)}>
            <h3>{group.title}</h3>
            {group.note !== undefined && <p class="muted">{group.note}</p>}
            <PersonaList {...group} />
          </div>
        ),
      )}
    </Form>
  )
}

const PersonaList: FC<PersonaGroup> = ({ personas }) =>
  personas.length === 0 ? null : (
    <ul class="personas">
      {personas.map((persona) => (
        <li>
          <PersonaButton {...persona} />
        </li>
      ))}
    </ul>
  )

const PersonaButton: FC<Persona> = ({ login, name, line }) => (
  <button type="submit" class="persona" name="login" value={login}>
    <Who name={name} large />
    <span>
      <b>
        <Name>{name}</Name>
      </b>
      <small>{line}</small>
    </span>
  </button>
)
