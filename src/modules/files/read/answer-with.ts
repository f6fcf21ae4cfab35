import type { FileReading } from '../kept-file.ts'

/** What a process of its own does for one file: what goes wrong in a decoder goes wrong there, and it can be ended at any moment. */
export const answerWith = (read: (bytes: Uint8Array) => Promise<FileReading>): void => {
  process.once('message', (bytes: unknown) => {
    if (!(bytes instanceof Uint8Array)) process.exit(1)
    void read(bytes).then((reading) => process.send?.(reading, () => process.exit(0)))
  })
  process.once('disconnect', () => process.exit(1))
}
