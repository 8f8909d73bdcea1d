import {type Analysis, sentenceCount, wordSpan} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import type {Claim} from './claim.ts'
import {claimOn} from './claim-on.ts'
import type {Material} from './material.ts'
import {EVIDENCE_NOUNS, POINTING_VERBS} from './pointer-words.ts'
import type {Pointer} from './reading.ts'
import {isCapitalised, isDeterminer, isNominal, isPossessive} from './word-classes.ts'

const pointingVerbs = new Set(POINTING_VERBS.trim().split(/\s+/))
const evidenceNouns = new Set(EVIDENCE_NOUNS.trim().split(/\s+/))

/**
 * Where the text says that evidence lies.
 *
 * ```text
 * These ties are documented in the Salt Council's files.
 *                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 *
 * @param claims - what evidence may be given for; a pointer goes with the claim that stands nearest before it in its sentence or
 * the one ahead
 */
export function findPointers(material: Material, claims: readonly Claim[]): Pointer[] {
  const {analysis} = material
  const found: Pointer[] = []
  const before = new ClaimsBefore(claims)
  for (let sentence = 0; sentence < sentenceCount(analysis); sentence++) {
    const first = analysis.sentenceStarts[sentence]!
    const end = analysis.sentenceStarts[sentence + 1]!
    const reachStart = analysis.starts[analysis.sentenceStarts[Math.max(0, sentence - 1)]!] ?? 0
    for (let word = first; word < end; word++) {
      const work = workPointedTo(analysis, word, end)
      if (!work) continue
      const span = wordSpan(analysis, word, work.end)
      const claim = before.at(span, reachStart)
      found.push({
        ...claimOn(material, 'pointer', [span], {reason: work.reason, score: 0.7}),
        ...(claim !== undefined && {claim}),
        work: analysis.text.slice(analysis.starts[work.first]!, analysis.ends[work.end - 1]!).replace(/\s+/g, ' '),
        ...span
      })
      word = work.end - 1
    }
  }
  return found
}

interface Work {
  readonly first: number
  readonly end: number
  readonly reason: string
}

function workPointedTo(analysis: Analysis, word: number, end: number): Work | undefined {
  const {forms} = analysis
  const form = forms[word]!.toLowerCase()
  if (form === 'according' && forms[word + 1] === 'to')
    return evidenceFrom(analysis, word + 2, end, '"according to" a work')
  if (form === 'per' || form === 'citing') return evidenceFrom(analysis, word + 1, end, `"${form}" a work`)
  if (!pointingVerbs.has(form) || !/^(?:in|by|on|into)$/.test(forms[word + 1] ?? '')) return undefined
  if (form === 'found' && !/^(?:was|were|be|been|is|are)$/.test(forms[word - 1] ?? '')) return undefined
  const from = forms[word + 2] === 'out' ? word + 3 : word + 2
  return evidenceFrom(analysis, from, end, `"${form} ${forms[word + 1]}" a work`)
}

/** The work that a noun phrase names, with its "of" and its owner; undefined where its noun is none that holds evidence. */
function evidenceFrom(analysis: Analysis, from: number, end: number, reason: string): Work | undefined {
  const {forms} = analysis
  const limit = Math.min(end, from + WORK_WORDS_MAX)
  let word = from
  let noun = -1
  while (word < limit && isWorkWord(analysis, word)) {
    if (evidenceNouns.has(forms[word]!.toLowerCase())) noun = word
    word++
  }
  if (noun < 0) return undefined
  let last = noun + 1
  if (/^(?:by|from|of)$/.test(forms[last] ?? '')) {
    let tail = last + 1
    while (tail < limit && (isDeterminer(forms[tail]) || isNominal(analysis, tail)) && tail - last < 7) tail++
    if (last + 1 < tail && isCapitalised(forms[tail - 1]!)) last = tail
  }
  return {first: from, end: last, reason}
}

const WORK_WORDS_MAX = 16

function isWorkWord(analysis: Analysis, word: number): boolean {
  const form = analysis.forms[word]!
  return (
    isDeterminer(form) ||
    isPossessive(form) ||
    isNominal(analysis, word) ||
    /^[-“”"]$/.test(form) ||
    /(?:ed|ing)$/.test(form)
  )
}

/** The claims by where they end, so that the nearest before a place is found without a walk over all. */
class ClaimsBefore {
  readonly #ends: readonly {readonly id: string; readonly start: number; readonly end: number}[]

  constructor(claims: readonly Claim[]) {
    this.#ends = claims
      .flatMap(({id, evidence}) => evidence.map(({start, end}) => ({id, start, end})))
      .sort((a, b) => a.start - b.start)
  }

  /** The claim whose evidence starts last before `span`, at `reachStart` or later. */
  at({start}: Span, reachStart: number): string | undefined {
    let low = 0
    let high = this.#ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#ends[middle]!.start < start) low = middle + 1
      else high = middle
    }
    const nearest = this.#ends[low - 1]
    return nearest && reachStart <= nearest.start ? nearest.id : undefined
  }
}
