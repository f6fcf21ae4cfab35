/** Words that say nothing of what is searched for, in both languages, without marks on their letters. */
export const emptyWords: ReadonlySet<string> = new Set(
  `aan al alle als bij daar dan dat de deze die dit doe doen door dus een eigen en er geen geldt gelden haar heb hebben heeft het hier hij
  hoe hun ik in is je jij jouw kan kind kinderen kunnen maar mag me mee met mij mijn moet moeten mogen na naar niet nog nu of om onder ons
  onze ook op over te tot u uit uw van veel voor waar waarom wanneer wat we welke wel wie wij wil word worden wordt zijn zo zij zonder
  a about am an and any are as at be by can child children do does for from get has have he her his how i if into it its may me must my
  no not on or our own she should so that the their them there they this to us was we what when where which who why will with you your`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
