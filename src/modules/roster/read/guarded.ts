// Pieces of text on their way to a parser, which keeps what it has not finished: nothing may stay unfinished for too long.
import { getHeapStatistics } from 'node:v8'
import { longestStretch, mostCells, type Caps } from './caps.ts'
import { ReadFault } from './fault.ts'

const usedNow = (): number => getHeapStatistics().used_heap_size

/**
 * Passes the pieces on while reading stays within its share of memory.
 * @throws ReadFault when it does not
 */
export function* withinMemory(pieces: Iterable<string>, caps: Caps): Generator<string> {
  const most = usedNow() + caps.heap * 1024 * 1024
  for (const piece of pieces) {
    if (usedNow() > most)
      throw new ReadFault({ code: 'tooLarge', wanted: String(Math.floor(caps.bytes / 1024 / 1024)) })
    yield piece
  }
}

/** Passes on pieces of XML in which tags begin and end within reach of each other. @throws ReadFault */
export function* withShortTags(pieces: Iterable<string>): Generator<string> {
  const since = { '<': 0, '>': 0 }
  for (const piece of pieces) {
    for (const sign of ['<', '>'] as const) {
      const last = piece.lastIndexOf(sign)
      since[sign] = last < 0 ? since[sign] + piece.length : piece.length - last
      if (since[sign] > longestStretch) throw new ReadFault({ code: 'unreadable' })
    }
    yield piece
  }
}

/** Passes on pieces of a list whose lines have no more cells than a list can have. @throws ReadFault */
export function* withFewCells(pieces: Iterable<string>, delimiter: string): Generator<string> {
  let cells = 0
  let line = 1
  for (const piece of pieces) {
    // Old Macs end lines with CR alone.
    const lineEnd = piece.includes('\n') ? '\n' : '\r'
    let from = 0
    while (from < piece.length) {
      const end = piece.indexOf(lineEnd, from)
      const stop = end < 0 ? piece.length : end
      for (let at = piece.indexOf(delimiter, from); at >= 0 && at < stop; at = piece.indexOf(delimiter, at + 1)) {
        cells += 1
        if (cells > mostCells) throw new ReadFault({ code: 'rowTooLong', line })
      }
      if (end < 0) break
      cells = 0
      line += 1
      from = end + 1
    }
    yield piece
  }
}
