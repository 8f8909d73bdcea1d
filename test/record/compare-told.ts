import type {EntityKind} from '../../src/language/analysis.ts'
import {edtfBounds} from '../../src/language/edtf.ts'
import type {ClaimKind, Time} from '../../src/reading/claim.ts'
import type {ToldClaim, ToldEntity} from '../../src/record/told-claim.ts'

/**
 * A claim as a line of a case file:
 *
 * ```text
 * courier (wire) 2016-05-03: statement | Oskar Lind | We will never leave. | cue=denied
 * ```
 *
 * Who tells it, its origin where that is another's, when, the kind, then the fields by which the kind is known in their order,
 * then others by name. `Oskar Lind#2` is somebody else of that name; "in quotation marks" is nobody who is named.
 */
export function toldOf(line: string, recorded: number): ToldClaim {
  const {teller, origin, reported, kind, fields} = LINE.exec(line)!.groups as Record<string, string>
  const [positional, named] = readFields(fields ?? '')
  const writing = new Writing()
  const claim = CLAIMS[kind as ClaimKind](writing, positional, named)
  return {
    claimKind: kind,
    claim: {
      id: `${kind}-${recorded}`,
      voices: voicesOf(writing, named),
      polarity: 'negative' in named ? 'negative' : 'positive',
      modality: [],
      reason: 'made by hand',
      score: 0.5,
      evidence: writing.spans,
      ...claim
    },
    document: `doc-${teller}`,
    origin: origin ?? teller,
    entities: writing.entities,
    words: writing.words,
    content: kind === 'statement' || kind === 'attitude' ? [positional[1]] : [],
    ...(reported && {reported: edtfBounds(reported)!}),
    recorded
  } as unknown as ToldClaim
}

const LINE = /^(?<teller>\w+)(?: \((?<origin>\w+)\))?(?: (?<reported>\d{4}[\d-]*))?: (?<kind>\w+) \| (?<fields>.*)$/

type Named = Record<string, string>

function readFields(fields: string): [string[], Named] {
  const all = fields.split(' | ')
  const isNamed = (field: string) => /^\w+=|^negative$/.test(field)
  const named = all.filter(isNamed).map(field => {
    const [key = '', ...value] = field.split('=')
    return [key, value.join('=')]
  })
  return [all.filter(field => !isNamed(field)), Object.fromEntries(named)]
}

const CLAIMS: Record<ClaimKind, (writing: Writing, fields: string[], named: Named) => object> = {
  statement: writeStatement,
  attitude: writeStatement,
  role: (writing, [person, title = '', organisation], {status = 'current', observed, begun, ended, words}) => {
    writing.write(words ?? `${person} ${title}`)
    return {
      person: writing.entity(person!),
      title,
      ...(organisation && {organisation: writing.entityOrWords(organisation, 'organisation')}),
      status,
      ...times({observed, begun, ended})
    }
  },
  relation: (writing, [from, kind, to], {phrase, during, words}) => {
    writing.write(words ?? `${from} ${phrase ?? kind} ${to}`)
    return {
      from: writing.entity(from!),
      kind,
      phrase: phrase ?? kind,
      to: writing.entity(to!),
      ...times({during})
    }
  },
  production: (writing, [entity], {producer, attributed, released, channels, segment, footage = 'unknown'}) => {
    writing.write(entity!)
    return {
      entity: writing.entity(entity!, 'production'),
      title: entity,
      medium: 'video',
      ...(producer && {producer: writing.entityOrWords(producer, 'organisation')}),
      ...(attributed && {attributedTo: writing.entityOrWords(attributed, 'organisation')}),
      ...times({released}),
      channels: (channels?.split(', ') ?? []).map(text => ({text, start: 0, end: 0})),
      segments: segment ? [{order: 1, what: segment, speakers: [], footage, statements: []}] : []
    }
  },
  event: (writing, [kind, what = ''], {agents, targets, others, place, when}) => {
    writing.write(what)
    const inPart = (names: string | undefined, part: string) =>
      (names?.split(', ') ?? []).map(name => ({entity: writing.entity(name), part}))
    return {
      kind,
      what,
      participants: [...inPart(agents, 'agent'), ...inPart(targets, 'target'), ...inPart(others, 'other')],
      ...(place && {place: writing.entity(place, 'place')}),
      ...times({when})
    }
  },
  assessment: (writing, [assessor, scope = '', hedge = ''], {band}) => {
    const span = writing.write(scope)
    const start = span.start + Math.max(0, scope.indexOf(hedge))
    return {
      assessor: assessor === 'document' ? assessor : writing.entity(assessor!, 'organisation'),
      hedge: {start, end: start + hedge.length},
      scope: span,
      ...(band && {band})
    }
  },
  pointer: (writing, [work, words = '']) => ({work, ...writing.write(words)}),
  contrast: (writing, [words = '']) => ({claims: [], ...writing.write(words)})
}

function writeStatement(writing: Writing, [speaker = '', content = '']: string[], {cue = 'said', production}: Named) {
  return {
    kind: 'indirect',
    ...speakerOf(writing, speaker),
    source: null,
    cue: [writing.write(cue)],
    content: [writing.write(content)],
    altered: [],
    ...(production && {production: writing.entity(production, 'production')})
  }
}

function speakerOf(writing: Writing, speaker: string) {
  const words = /^"(.*)"$/.exec(speaker)?.[1]
  return words === undefined ? {speaker: writing.entity(speaker)} : {speaker: null, speakerText: words}
}

/** `by=` is the speaker on whose word a report has it. */
function voicesOf(writing: Writing, {by, shown}: Named): object[] {
  if (shown) return [{kind: 'production', entity: writing.entity(shown, 'production')}]
  return by ? [{kind: 'speaker', entity: writing.entity(by)}] : []
}

function times(dates: Record<string, string | undefined>): Record<string, Time> {
  const told = Object.entries(dates).filter(([, edtf]) => edtf !== undefined)
  return Object.fromEntries(told.map(([field, edtf]) => [field, {edtf: edtf!, ...edtfBounds(edtf!)!}]))
}

class Writing {
  readonly entities: Record<string, ToldEntity> = {}
  readonly words: string[] = []
  readonly spans: {start: number; end: number}[] = []
  #offset = 0

  write(words: string): {start: number; end: number} {
    const span = {start: this.#offset, end: this.#offset + words.length}
    this.#offset = span.end + 1
    this.words.push(words)
    this.spans.push(span)
    return span
  }

  entity(subject: string, kind: EntityKind = 'person'): string {
    const known = Object.entries(this.entities).find(([, entity]) => entity.subject === subject)
    if (known) return known[0]
    const id = `e${Object.keys(this.entities).length + 1}`
    const name = subject.replace(/#\d+$/, '')
    this.entities[id] = {subject, kind, name, names: [name]}
    return id
  }

  entityOrWords(words: string, kind: EntityKind): string {
    return /^"(.*)"$/.exec(words)?.[1] ?? this.entity(words, kind)
  }
}
