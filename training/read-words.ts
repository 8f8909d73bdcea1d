import type {Span} from '../src/text/span.ts'

/** The words and sentences that a reader finds in a text, with what it says of each word. */
export interface ReadWords {
  readonly words: readonly ReadWord[]
  readonly sentences: readonly Span[]
}

export interface ReadWord extends Span {
  readonly upos: string
  /** Absent where the reader gives none. */
  readonly lemma?: string
}

/** Where `pieces` stand in `text`, each after the one before; a piece that does not stand there is left out. */
export function placePieces<Piece extends {readonly text: string}>(
  text: string,
  pieces: readonly Piece[]
): (Piece & Span)[] {
  const placed: (Piece & Span)[] = []
  let from = 0
  for (const piece of pieces) {
    const start = text.indexOf(piece.text, from)
    if (piece.text === '' || start < 0) continue
    from = start + piece.text.length
    placed.push({...piece, start, end: from})
  }
  return placed
}
