import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, by the beginning of its path; the rest is as it was. */
const long = [
  'e2e/roles',
  'e2e/own-school',
  'test/http/http-matrix',
  'test/access/mutants',
  'test/http/odd-input',
  'test/http/markup',
  'test/access/matrix',
  'test/access/authority',
  'src/modules/demo/overkant/',
  'src/modules/demo/every-day',
  'test/http/',
  'src/platform/db/embedded/',
  'src/modules/demo/',
]

/** Begins with the files that take longest, so that at the end no single one keeps the others waiting. */
export default class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = long.findIndex((path) => moduleId.includes(`/${path}`))
      return at === -1 ? long.length : at
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}
