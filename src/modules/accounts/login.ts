/** A login name as it is kept and compared: without outer blanks, in small letters. */
export const normalLogin = (typed: string): string => typed.trim().toLowerCase().normalize('NFC')

/** Whether mail can go to this login name. */
export const isMailAddress = (login: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(login)

export const shortestPassword = 10
export const longestPassword = 256

/** Words that are tried first: the product, and the name one signs in with. */
export const isGuessable = (password: string, login: string): boolean => {
  const typed = password.toLowerCase()
  const own = login.split('@')[0] ?? ''
  return typed.includes('samenspraak') || (own.length >= 4 && typed.includes(own.toLowerCase()))
}
