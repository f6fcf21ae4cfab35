/** How closely a column is kept: the class stands before the purpose, as in 'child: name on screen'. */
export type DataClass = 'public' | 'school' | 'personal' | 'child' | 'sensitive' | 'secret' | 'key'

export type TableCard<Row> = {
  /** school: rows belong to one school. account: to one account. installation: to the house. reference: public facts. */
  scope: 'school' | 'account' | 'installation' | 'reference'
  retention: string
  erase: string
  columns: { readonly [Column in keyof Row]: `${DataClass}: ${string}` }
}

/** Every table of a module, every column with its class and purpose: a column without a card fails the build. */
export type TableCards<Tables> = { readonly [Name in keyof Tables]: TableCard<Tables[Name]> }
