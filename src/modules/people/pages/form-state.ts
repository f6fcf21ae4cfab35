import type { FieldErrors } from '#ui/form/field.tsx'

/** What a form shows: what was typed or stands there now, and what is wrong with it. */
export type FormState = { values: Readonly<Record<string, string>>; errors: FieldErrors }

export const isWrong = ({ errors }: FormState): boolean => Object.values(errors).some(Boolean)
