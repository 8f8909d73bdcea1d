import type {DateExpression} from '../src/language/analysis.ts'
import {type ClaimKind, claimId, type Time, type Voice} from '../src/reading/claim.ts'
import type {Entity} from '../src/reading/reading.ts'
import {claimLists, type KindedClaim} from '../src/record/claims-of.ts'
import type {AnyClaim} from '../src/record/store.ts'
import {textHash} from '../src/text/content-id.ts'
import type {Span} from '../src/text/span.ts'
import type {CastMember} from './record-cast.ts'

/** A claim before its text is whole: its id follows from the text. */
export type Draft<Kinded extends KindedClaim = KindedClaim> = Kinded extends KindedClaim
  ? {readonly claimKind: Kinded['claimKind']; readonly claim: Omit<Kinded['claim'], 'id'>}
  : never

/** Somebody named here, by the local id and the words. */
export interface Named extends Span {
  readonly entity: string
  readonly words: string
}

/** Writes a text word by word and keeps where everything in it stands. */
export class RecordWriter {
  text = ''
  readonly dates: DateExpression[] = []
  readonly #entities = new Map<string, {entity: Entity; mentions: Entity['mentions'][number][]; names: Set<string>}>()
  readonly #drafts: Draft[] = []
  /** The links behind every speaker: the outlet and the author. */
  #carriers: readonly Voice[] = []

  write(words: string): Span {
    const start = this.text.length
    this.text += words
    return {start, end: this.text.length}
  }

  carriedBy(voices: readonly Voice[]): void {
    this.#carriers = voices
  }

  /** The whole name the first time, in the spelling that this document has; the short one from then on. */
  name(member: CastMember, spelling: string): Named {
    const known = this.#entities.get(member.key)
    const span = this.write(known ? member.short : spelling)
    return {entity: this.#mention(member, spelling, span), ...span, words: this.text.slice(span.start, span.end)}
  }

  pronoun(member: CastMember, spelling: string, words: string): Named {
    const span = this.write(words)
    return {entity: this.#mention(member, spelling, span, 'pronoun'), ...span, words: spelling}
  }

  date(words: string, time: Omit<Time, 'start' | 'end'>): Time {
    const span = this.write(words)
    this.dates.push({...span, type: 'date', ...time, rule: 'a date written in full'})
    return {...time, ...span}
  }

  /** Keep a claim, which the named speaker, if any, and those who carry the document are the voices of. */
  claim(draft: Draft): void {
    this.#drafts.push(draft)
  }

  voices(speaker?: Named): Voice[] {
    if (!speaker) return [...this.#carriers]
    const {entity, words, start, end} = speaker
    return [{kind: 'speaker', entity, text: words, start, end}, ...this.#carriers]
  }

  entityOf(member: CastMember): string | undefined {
    return this.#entities.get(member.key)?.entity.id
  }

  entities(): Entity[] {
    return [...this.#entities.values()].map(({entity, mentions, names}) => ({...entity, names: [...names], mentions}))
  }

  /** Every claim with its id, in the lists of a reading. */
  claims(): ReturnType<typeof claimLists> {
    const hash = textHash(this.text)
    const claims = this.#drafts.map(({claimKind, claim}) => ({
      claimKind,
      claim: {id: claimId(hash, claimKind, identifying(claimKind, claim)), ...claim} as AnyClaim
    }))
    return claimLists(claims)
  }

  #mention(member: CastMember, spelling: string, span: Span, form: 'name' | 'pronoun' = 'name'): string {
    const known = this.#entities.get(member.key) ?? {
      entity: {id: `e${this.#entities.size + 1}`, kind: member.kind, name: spelling, names: [], mentions: []},
      mentions: [],
      names: new Set([spelling])
    }
    this.#entities.set(member.key, known)
    known.mentions.push({...span, form})
    if (form === 'name') known.names.add(this.text.slice(span.start, span.end))
    return known.entity.id
  }
}

/** The spans that an id is made from: of a statement its cue and content, of the others their evidence. */
function identifying(kind: ClaimKind, claim: Draft['claim']): readonly Span[] {
  return (kind === 'statement' || kind === 'attitude') && 'cue' in claim
    ? [...claim.cue, ...claim.content]
    : claim.evidence
}
