import type { Region, Stage } from '#modules/school/index.ts'

export type SchoolKey = 'klimboom' | 'overkant' | 'vuurvlieg'

/** A made-up school. Without a number in the national register any school's file can be tried out there. */
export type DemoSchool = { key: SchoolKey; name: string; brin: null; region: Region; stage: Stage }
