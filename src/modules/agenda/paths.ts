/** Whose week is asked for: all, one child, or one class. */
export type Chosen = { kind?: string | undefined; klas?: string | undefined }

/** Addresses of this module. */
export const paths = {
  agenda: '/agenda',
  /** A week, or the one of today when none is named. */
  week: (week: string | null, { kind, klas }: Chosen): string => {
    const query = Object.entries({ week: week ?? undefined, kind, klas }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    )
    return query.length === 0 ? '/agenda' : `/agenda?${new URLSearchParams(query)}`
  },
}
