// Keys of people and groups in the source system.

/** A key that starts with # was made up for one file only (EDEXML handbook): it says nothing about another file. */
export const isPassing = (key: string): boolean => key.startsWith('#')

/**
 * Whether nine digits pass the 11-test of the citizen service number (BSN) and education number: such a number must not
 * be anybody's key here. Source: Logisch Ontwerp BSN.
 */
export const looksLikeBsn = (key: string): boolean => {
  if (!/^\d{9}$/u.test(key)) return false
  const sum = [...key].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0)
  return sum !== 0 && sum % 11 === 0
}
