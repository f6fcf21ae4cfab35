/** The same languages as the platform's; the ui knows no platform, so a test of a page keeps the two equal. */
export type Lang = 'nl' | 'en' | 'tr' | 'ar' | 'pl' | 'uk'

export const dirOf = (lang: Lang): 'ltr' | 'rtl' => (lang === 'ar' ? 'rtl' : 'ltr')

/** The attributes of what stands in another language than what is around it. */
export const spokenIn = (lang: Lang, around: Lang): { lang?: Lang; dir?: 'ltr' | 'rtl' } =>
  lang === around ? {} : { lang, dir: dirOf(lang) }

/** What every page needs around its own content. The server makes one per request. */
export interface Frame {
  /** The language of the page itself. */
  readonly lang: Lang
  /** The language of the reader, in which the frame speaks; the page is in Dutch where it is not there in that. */
  readonly reader: Lang
  /** Path and query of this page, as asked: where a switch of language comes back to. */
  readonly path: string
  /** Token for the hidden field of every form that posts. */
  readonly csrf: string
  /** For the one script tag a page may have; styles never need it. */
  readonly nonce: string
  readonly assets: Assets
  readonly links: FrameLinks
  /** Who is signed in: full name, and one line such as "Administratie, De Klimboom". Null at the door. */
  readonly who: { readonly name: string; readonly line: string } | null
  /** The roles this person can act in. Shown from two up. */
  readonly hats: readonly HatChoice[]
  /** Shown as a side list, or as tabs with the rest in the menu. Only pages that exist and that this person may open. */
  readonly nav: readonly NavItem[]
  /** Staff work at a desk; everybody else holds a phone. Decides for the pages that both have. */
  readonly desk?: boolean | undefined
  /** Where the second step is taken, for who works at a school and has not shown it in this session. */
  readonly secondStep?: string | undefined
  readonly schoolName?: string | undefined
  /** True in the demo: every page says that its people are made up. */
  readonly synthetic?: boolean | undefined
}

/** Addresses of built files, hash included, out of the manifest. */
export interface Assets {
  readonly css: string
  readonly icon: string
  /** Islands by module and name, as in 'accounts-passkey'. */
  readonly scripts: Readonly<Record<string, string>>
}

/** Where the parts of every frame lead to. The last three are posted to. */
export interface FrameLinks {
  readonly home: string
  readonly account: string
  /** Posts `lang` and `back`. */
  readonly language: string
  /** Posts `hat`. The page after it is home: this page may not exist for the other role. */
  readonly hat: string
  readonly signOut: string
}

export interface HatChoice {
  readonly id: string
  readonly label: string
  readonly current: boolean
}

export interface NavItem {
  readonly href: string
  readonly label: string
  readonly icon: IconName
  readonly current: boolean
  /** Where it stands on a phone, which has room for four tabs; at a desk all stand in the side list. */
  readonly place: 'tab' | 'menu'
  /** The label is not there in the language of the reader. */
  readonly inDutch?: boolean | undefined
}

/** The signs there are; their lines stand in part/icon.tsx. */
export type IconName =
  | 'today'
  | 'group'
  | 'person'
  | 'list'
  | 'school'
  | 'calendar'
  | 'cancelled'
  | 'quiet'
  | 'waiting'
  | 'found'
  | 'language'
  | 'voice'
  | 'note'
  | 'attention'
  | 'message'
  | 'picture'
  | 'document'
  | 'done'
  | 'progress'
  | 'arrow'
