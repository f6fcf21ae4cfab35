/** Addresses of this module. Each posts `back`, the page to return to. */
export const paths = {
  on: '/gespreksvraag',
  off: '/gespreksvraag/einde',
}
