import type { FC } from 'hono/jsx'

/** The steps of a task; `current` counts from 0. */
export const Steps: FC<{ labels: readonly string[]; current: number }> = ({ labels, current }) => (
  <ol class="steps">
    {labels.map((label, index) => (
      <li class={index < current ? 'was' : undefined} aria-current={index === current ? 'step' : undefined}>
        {label}
      </li>
    ))}
  </ol>
)
