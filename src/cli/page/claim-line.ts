import type {Statement} from '../../reading/reading.ts'
import type {KindedClaim} from '../../record/claims-of.ts'
import type {StoredClaim} from '../../record/store.ts'
import {isNamedIn} from './named-in.ts'
import {exact, type Inline, joined, name, quiet} from './page.ts'

/** A claim in a line: who, and in which exact words. What is looked up in its document stands in `showOfKind`. */
export function claimLine(stored: StoredClaim): Inline[] {
  const {claim, claimKind, entities, words} = stored
  const called = (local: string | undefined) => (local === undefined ? '' : (entities[local]?.name ?? local))
  const kinded = {claim, claimKind} as KindedClaim
  const not = claim.polarity === 'negative' ? [{text: 'not ', style: 'hedge' as const}] : []
  switch (kinded.claimKind) {
    case 'statement':
    case 'attitude': {
      const {speaker, speakerText, content, kind} = kinded.claim
      const said = content.map(span => wordsAt(stored, span))
      return [
        name(speaker === null ? (speakerText ?? 'Somebody') : called(speaker)),
        ` ${cueWords(stored)} `,
        ...not,
        ...(kind === 'direct' ? quotes(said) : [exact(said.join(' … '))])
      ]
    }
    case 'role': {
      const {person, title, organisation, status} = kinded.claim
      const body = called(organisation)
      const where = body && !isNamedIn(title, body) ? `, ${body}` : ''
      const state = status === 'current' || status === 'unknown' ? '' : `${status} `
      return [name(called(person)), ' ', ...not, `${state}${title}${where}`, ...dates(kinded.claim)]
    }
    case 'relation':
      return [
        name(called(kinded.claim.from)),
        ' ',
        ...not,
        `${kinded.claim.phrase} `,
        name(called(kinded.claim.to)),
        ...dates(kinded.claim)
      ]
    case 'production': {
      const {entity, title, producer} = kinded.claim
      return [name(title || called(entity)), producer ? ` by ${called(producer)}` : '', ...dates(kinded.claim)]
    }
    case 'event':
      return [...not, exact(kinded.claim.what), ...dates(kinded.claim)]
    case 'assessment':
      return [
        name(kinded.claim.assessor === 'document' ? 'The document' : called(kinded.claim.assessor)),
        ' judges ',
        ...not,
        exact(words.at(-1) ?? '')
      ]
    case 'pointer':
    case 'contrast':
      return quotes(words)
  }
}

/** The words by which a statement is told: said, denied. */
export function cueWords(stored: StoredClaim): string {
  const {cue} = stored.claim as Statement
  return cue
    .map(span => wordsAt(stored, span))
    .join(' … ')
    .replace(/\s+/g, ' ')
}

/** The words at a span that lies within the evidence. */
function wordsAt({claim, words}: StoredClaim, {start, end}: {readonly start: number; readonly end: number}): string {
  const index = claim.evidence.findIndex(span => span.start <= start && end <= span.end)
  const from = claim.evidence[index]?.start ?? 0
  return words[index]?.slice(start - from, end - from) ?? ''
}

function quotes(words: readonly string[]): Inline[] {
  return joined(
    words.map(each => exact(`“${each}”`)),
    ' … '
  )
}

type Dated = Partial<Record<'begun' | 'ended' | 'observed' | 'during' | 'released' | 'when', {readonly edtf: string}>>

function dates({begun, ended, observed, during, released, when}: Dated): Inline[] {
  const told = [
    begun && `since ${begun.edtf}`,
    ended && `until ${ended.edtf}`,
    !begun && !ended && observed && `seen ${observed.edtf}`,
    during?.edtf,
    released && `released ${released.edtf}`,
    when?.edtf
  ].filter(each => typeof each === 'string')
  return told.length === 0 ? [] : [quiet(` (${told.join(', ')})`)]
}
