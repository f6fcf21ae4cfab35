import { bringTogether, type Module } from '#platform/http/module.ts'
import * as accounts from '#modules/accounts/index.ts'
import * as agreements from '#modules/agreements/index.ts'
import * as announcements from '#modules/announcements/index.ts'
import * as files from '#modules/files/index.ts'
import * as homework from '#modules/homework/index.ts'
import * as agenda from '#modules/agenda/index.ts'
import * as calendar from '#modules/calendar/index.ts'
import * as notes from '#modules/notes/index.ts'
import * as letters from '#modules/letters/index.ts'
import * as people from '#modules/people/index.ts'
import * as reports from '#modules/reports/index.ts'
import * as results from '#modules/results/index.ts'
import * as roster from '#modules/roster/index.ts'
import * as school from '#modules/school/index.ts'
import * as showings from '#modules/showings/index.ts'
import * as sight from '#modules/sight/index.ts'
import * as talk from '#modules/talk/index.ts'
import * as timetable from '#modules/timetable/index.ts'
import * as today from '#modules/today/index.ts'

/** Every module that has pages, in the order of the menu. */
const ofTheDay: readonly Module[] = [today, agenda, homework, results, announcements, agreements]
const ofTheFamily: readonly Module[] = [showings, sight, talk, notes, files]
const ofTheOffice: readonly Module[] = [accounts, people, letters, roster, timetable, calendar, reports, school]
export const modules: readonly Module[] = [...ofTheDay, ...ofTheFamily, ...ofTheOffice]

export const brought = bringTogether(modules)
