/** Whose week is asked for: all, one child, or one class; and what of it is to be shown this once. */
export type Chosen = { kind?: string | undefined; klas?: string | undefined; toon?: string | undefined }

/** Addresses of this module. */
export const paths = {
  agenda: '/agenda',
  /** A week, or the one of today when none is named. */
  week: (week: string | null, { kind, klas, toon }: Chosen): string => {
    const query = Object.entries({ week: week ?? undefined, kind, klas, toon }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    )
    return query.length === 0 ? '/agenda' : `/agenda?${new URLSearchParams(query)}`
  },
}
