import type { Body } from './council-rights.data.ts'
import type { Theme } from './kinds/kinds.ts'

/** That a theme is still talked about: what holds meanwhile, who decides, and when it is talked about ('YYYY-MM-DD'). */
export type OpenTheme = { theme: Theme; meanwhile: string; body: Body; talkedOn: string | null }
