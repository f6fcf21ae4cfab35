import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  hint: 'A picture (JPEG, PNG or WebP) or a PDF, up to 15 MB. We take out where and when a picture was made.',
  refused: {
    empty: 'This file is empty. Choose another file.',
    'too-large': 'This file is too large. Choose a file up to 15 MB.',
    heic: 'This picture is HEIC, which we cannot read. On your iPhone open Settings, Camera, Formats and choose Most Compatible. Or make a screenshot of the picture.',
    'no-picture': 'Choose a picture: JPEG, PNG or WebP.',
    unknown: 'We do not take this file. Choose a picture (JPEG, PNG or WebP) or a PDF.',
    broken: 'This file is broken or not complete. Open it yourself, save it again and choose it once more.',
    'too-many-pixels': 'This picture has too many pixels. Make it smaller first.',
    'too-much': 'This file is too heavy to read. Make it smaller and choose it once more.',
    locked: 'This PDF has a password. Save it without a password and choose it once more.',
    acts: 'This PDF holds a program or a form that sends something. Print it to a new PDF and choose that one.',
    'holds-files': 'This PDF holds other files. Print it to a new PDF and choose that one.',
  },
  open: 'Large picture',
  download: 'Download PDF',
}
