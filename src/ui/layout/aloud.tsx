import type { FC } from 'hono/jsx'
import { Icon } from '../part/icon.tsx'
import { useTexts } from './language.ts'

/** Reads the page aloud. It waits hidden until the island has found a voice of the device: see island/read-aloud.ts. */
export const Aloud: FC = () => {
  const { start, pause, resume, stop } = useTexts().readAloud
  return (
    <div class="aloud no-print" data-aloud data-start={start} data-pause={pause} data-resume={resume} hidden>
      <button type="button" class="btn btn-link" data-aloud-go>
        <Icon name="voice" />
        <span>{start}</span>
      </button>
      <button type="button" class="btn btn-link" data-aloud-stop hidden>
        {stop}
      </button>
    </div>
  )
}
