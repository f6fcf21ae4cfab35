import type { Level } from './klimboom.ts'

/** Six parts of a school day, five equal days a week, as many primary schools have. */
export const parts: readonly { starts: string; ends: string }[] = [
  { starts: '08:30', ends: '09:30' },
  { starts: '09:30', ends: '10:15' },
  { starts: '10:30', ends: '11:30' },
  { starts: '11:30', ends: '12:00' },
  { starts: '12:30', ends: '13:15' },
  { starts: '13:15', ends: '14:00' },
]

/** What is done in each part of Monday to Friday. */
export const weeks: Readonly<Record<Level, readonly (readonly string[])[]>> = {
  infants: [
    ['Kring', 'Spelen en werken', 'Buitenspelen', 'Voorlezen', 'Knutselen', 'Liedjes'],
    ['Kring', 'Letters en klanken', 'Buitenspelen', 'Voorlezen', 'Spelen en werken', 'Gym'],
    ['Kring', 'Tellen', 'Buitenspelen', 'Voorlezen', 'Bouwhoek', 'Muziek'],
    ['Kring', 'Spelen en werken', 'Buitenspelen', 'Voorlezen', 'Schilderen', 'Gym'],
    ['Kring', 'Letters en klanken', 'Buitenspelen', 'Voorlezen', 'Spelen en werken', 'Weeksluiting'],
  ],
  lower: [
    ['Rekenen', 'Lezen', 'Taal', 'Schrijven', 'Wereldoriëntatie', 'Gym'],
    ['Rekenen', 'Taal', 'Lezen', 'Spelling', 'Engels', 'Tekenen'],
    ['Lezen', 'Rekenen', 'Taal', 'Schrijven', 'Schooltuin', 'Muziek'],
    ['Rekenen', 'Lezen', 'Spelling', 'Voorlezen', 'Verkeer', 'Gym'],
    ['Taal', 'Rekenen', 'Lezen', 'Schrijven', 'Handvaardigheid', 'Weeksluiting'],
  ],
  middle: [
    ['Rekenen', 'Taal', 'Begrijpend lezen', 'Spelling', 'Aardrijkskunde', 'Muziek'],
    ['Taal', 'Rekenen', 'Gym', 'Lezen', 'Geschiedenis', 'Engels'],
    ['Rekenen', 'Spelling', 'Taal', 'Studievaardigheden', 'Natuur en techniek', 'Tekenen'],
    ['Rekenen', 'Taal', 'Begrijpend lezen', 'Lezen', 'Verkeer', 'Gym'],
    ['Taal', 'Rekenen', 'Spelling', 'Lezen', 'Digitale geletterdheid', 'Weeksluiting'],
  ],
  upper: [
    ['Rekenen', 'Taal', 'Begrijpend lezen', 'Spelling', 'Geschiedenis', 'Engels'],
    ['Rekenen', 'Gym', 'Taal', 'Lezen', 'Aardrijkskunde', 'Handvaardigheid'],
    ['Taal', 'Rekenen', 'Studievaardigheden', 'Spelling', 'Natuur en techniek', 'Muziek'],
    ['Rekenen', 'Taal', 'Begrijpend lezen', 'Engels', 'Burgerschap', 'Digitale geletterdheid'],
    ['Rekenen', 'Spelling', 'Gym', 'Lezen', 'Verkeer', 'Weeksluiting'],
  ],
}

/** Where it is when not in the room of the class. */
export const elsewhere: Readonly<Record<string, string>> = {
  Gym: 'gymzaal',
  Muziek: 'muzieklokaal',
  Weeksluiting: 'aula',
  Buitenspelen: 'schoolplein',
  Schooltuin: 'schooltuin',
}
