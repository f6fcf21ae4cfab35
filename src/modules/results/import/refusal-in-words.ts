import { marksOf } from '../grade.ts'
import type { Texts } from '../texts.nl.ts'
import type { Refusal } from './plan.ts'

/** Why a line is not read in, as one sentence. */
export const refusalInWords = ({ readIn }: Texts, { code, found, wanted, scale }: Refusal): string => {
  const words = readIn.refusals
  switch (code) {
    case 'gradeWrong':
      if (scale === 'words_only') return words.onlyWords
      return scale === null || scale === 'tenths'
        ? words.gradeWrong(found)
        : words.markWrong(found, marksOf[scale].join(', '))
    case 'otherWeight':
      return words.otherWeight(found, wanted)
    case 'subjectLong':
    case 'testLong':
    case 'wordsLong':
    case 'double':
      return words[code](wanted)
    case 'pupilUnknown':
    case 'pupilsMore':
    case 'weightWrong':
    case 'dayWrong':
    case 'dayFar':
    case 'kindUnknown':
    case 'otherKind':
      return words[code](found)
    case 'ragged':
    case 'tooLong':
    case 'pupilMissing':
    case 'subjectMissing':
    case 'testMissing':
    case 'exam':
    case 'retake':
    case 'testsMore':
      return words[code]
  }
}
