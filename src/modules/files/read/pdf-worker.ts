// A program of its own: a PDF is taken apart away from the pages and from the database.
import { answerWith } from './answer-with.ts'
import { readPdf } from './read-pdf.ts'

answerWith(readPdf)
