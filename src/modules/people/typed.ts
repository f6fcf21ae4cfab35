/** What was typed in a form that is asked once more, or what stands in it at first. */
export const asTyped = (value: Readonly<Record<string, string | null | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(value).flatMap(([name, text]) => (text ? [[name, text]] : [])))
