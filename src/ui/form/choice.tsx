import type { Child, FC } from 'hono/jsx'
import { describedBy, FieldWords, type FieldProps } from './field.tsx'

export interface ChoiceOption {
  value: string
  label: Child
  /** What follows from choosing it. */
  line?: Child
}

export interface ChoiceProps extends FieldProps {
  options: readonly ChoiceOption[]
  value?: string | undefined
  /** The question is already asked by a heading: keep it for screen readers only. */
  labelHidden?: boolean | undefined
  /** Two cards beside each other where there is room. */
  pair?: boolean | undefined
  /** Short words beside each other, as many as fit. */
  row?: boolean | undefined
}

/** One out of a few, as cards. Nothing is preselected, except when that choice changes nothing for anyone. */
export const Choice: FC<ChoiceProps> = (props) => {
  const { name, label, hint, error, id = name } = props
  return (
    <div class={error ? 'field-wrong' : undefined}>
      <fieldset class="field" aria-describedby={describedBy(id, hint, error)}>
        <legend class={props.labelHidden ? 'vh' : undefined}>{label}</legend>
        <FieldWords id={id} hint={hint} error={error} />
        <div class={props.row ? 'choice-row' : props.pair ? 'pair' : 'choices'}>
          {props.options.map((option, index) => (
            <Card
              type="radio"
              id={index === 0 ? id : `${id}-${index + 1}`}
              name={name}
              option={option}
              checked={option.value === props.value}
            />
          ))}
        </div>
      </fieldset>
    </div>
  )
}

export interface CheckProps extends FieldProps {
  checked?: boolean | undefined
  /** What is sent when ticked; "on" when left out. */
  value?: string | undefined
  line?: Child
}

/** One box to tick, as a card. */
export const Check: FC<CheckProps> = ({ name, label, hint, error, id = name, checked = false, value = 'on', line }) => (
  <div class={error ? 'field field-wrong' : 'field'}>
    <FieldWords id={id} hint={hint} error={error} />
    <Card
      type="checkbox"
      id={id}
      name={name}
      option={{ value, label, line }}
      checked={checked}
      describedBy={describedBy(id, hint, error)}
    />
  </div>
)

interface CardProps {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  option: ChoiceOption
  checked: boolean
  describedBy?: string | undefined
}

const Card: FC<CardProps> = ({ type, id, name, option, checked, describedBy: words }) => (
  <label class="choice">
    <input id={id} type={type} name={name} value={option.value} checked={checked} aria-describedby={words} />
    <span>
      <span class="choice-name">{option.label}</span>
      {option.line && <small>{option.line}</small>}
    </span>
  </label>
)
