import {hash} from 'node:crypto'
import fc from 'fast-check'
import type {Document, Part} from '../../src/intake/document.ts'
import type {Journey} from '../../src/pipeline.ts'
import {claimId} from '../../src/reading/claim.ts'
import type {Entity, Reading, Statement} from '../../src/reading/reading.ts'
import type {CaptureWithBytes} from '../../src/record/store.ts'
import {contentId, textHash} from '../../src/text/content-id.ts'
import type {Span} from '../../src/text/span.ts'

/** What a journey made by hand says: one line a statement, `speaker said: words`. */
export interface Told {
  readonly title: string
  readonly lines: readonly {readonly speaker: string; readonly cue: string; readonly words: string}[]
  readonly published?: string
  readonly outlet?: string
  readonly author?: string
  readonly comment?: string
  readonly readerVersion?: string
  /** How many of the lines the reader finds; all by default. */
  readonly found?: number
  readonly score?: number
}

/** A journey without intake, language and reading: the record is tested alone. The bytes are the text in UTF-8. */
export function journeyOf(told: Told): Journey & {readonly bytes: Uint8Array} {
  const {text, parts, lines} = layOut(told)
  const bytes = new TextEncoder().encode(text)
  const sha256 = hash('sha256', bytes, 'hex')
  const document: Document = {
    id: contentId('doc', sha256, 'plain-text/1'),
    sha256,
    algorithm: 'plain-text/1',
    text,
    title: told.title,
    ...(told.published !== undefined && {published: told.published}),
    publishedBasis: told.published === undefined ? 'unknown' : 'given',
    ...(told.outlet !== undefined && {outlet: told.outlet}),
    authors: told.author === undefined ? [] : [{name: told.author, start: 0, end: 0}],
    tags: ['harbours'],
    language: 'en',
    parts,
    sourceMap: {textStarts: [0, text.length], sourceStarts: [0, -1]},
    notices: []
  }
  return {document, reading: readingOf(told, document, lines), bytes}
}

/** How that journey's bytes came here. */
export function captureOf(
  {bytes}: {readonly bytes: Uint8Array},
  source = 'reports/harbour.txt',
  at = '2026-03-01T09:00:00.000Z'
): CaptureWithBytes {
  return {source, at, bytes, headers: {'content-type': 'text/plain'}}
}

/** Two people and a port: the journey that examples begin from. */
export const HARBOUR: Told = {
  title: 'Port of Velmora to close its old quay',
  published: '2025-04-02',
  outlet: 'Velmora Courier',
  author: 'Ida Fenn',
  lines: [
    {speaker: 'Anna Marlow', cue: 'said', words: 'the old quay will close before the winter'},
    {speaker: 'Jörg Ebersøn', cue: 'denied', words: 'that the fishing fleet had been asked to leave'},
    {speaker: 'Anna Marlow', cue: 'added', words: 'nobody at the harbour office has seen the plan'}
  ],
  comment: 'What a lovely quay it was!'
}

/** Another document, which shares a speaker and some words with the first. */
export const CANNERY: Told = {
  title: 'Cannery workers wait for an answer',
  published: '2025-06',
  outlet: 'The Strait Ledger',
  lines: [
    {speaker: 'Anna Marlow', cue: 'told reporters', words: 'the cannery would reopen when the quay is rebuilt'},
    {speaker: 'Tomas Quill', cue: 'wrote', words: 'the fishing fleet has nowhere else to land'}
  ]
}

/** A journey with one claim of every kind, every optional field, and a text outside the basic plane. */
export function fullJourney(): Journey & {readonly bytes: Uint8Array} {
  const base = journeyOf({
    ...HARBOUR,
    title: 'Film “Nine Tides” 🎞 shown in Velmora',
    lines: [
      {speaker: 'Anna Marlow', cue: 'says in the film', words: 'I was named harbour master in 2015 [sic] ... we think'}
    ]
  })
  const {document, reading} = base
  const hashOfText = textHash(document.text)
  const span = spanOf(document.text, 'harbour master')
  const common = (kind: Parameters<typeof claimId>[1]) => ({
    id: claimId(hashOfText, kind, [span]),
    evidence: [span],
    voices: [
      {kind: 'speaker' as const, entity: 'e1'},
      {kind: 'outlet' as const, text: 'Velmora Courier'}
    ],
    polarity: 'positive' as const,
    modality: [{voice: 0, value: 'possible' as const, hedge: spanOf(document.text, 'we think'), scope: span}],
    reason: 'made by hand',
    score: 0.5
  })
  const statement = {
    ...reading.statements[0]!,
    production: 'e2',
    altered: [{kind: 'sic' as const, ...spanOf(document.text, '[sic]')}]
  }
  const film: Entity = {id: 'e2', kind: 'production', name: 'Nine Tides', names: ['Nine Tides'], mentions: []}
  const time = {edtf: '2015', earliest: '2015-01-01', latest: '2015-12-31', ...spanOf(document.text, '2015')}
  return {
    ...base,
    reading: {
      ...reading,
      entities: [...reading.entities, film],
      statements: [statement],
      roles: [{...common('role'), person: 'e1', title: 'harbour master', status: 'current', begun: time}],
      relations: [{...common('relation'), from: 'e1', kind: 'member', phrase: 'named', to: 'e2'}],
      productions: [
        {
          ...common('production'),
          entity: 'e2',
          title: 'Nine Tides',
          medium: 'film',
          channels: [{text: 'film', ...span}],
          segments: [
            {order: 1, what: 'a speech', speakers: ['e1'], footage: 'old', basis: span, statements: [statement.id]}
          ]
        }
      ],
      events: [
        {...common('event'), kind: 'showing', what: 'shown', participants: [{entity: 'e2', part: 'target'}], when: time}
      ],
      assessments: [
        {...common('assessment'), assessor: 'document', hedge: span, band: 'likely (55-80 %)', scope: span}
      ],
      pointers: [{...common('pointer'), work: 'the port files', ...span}],
      contrasts: [{...common('contrast'), claims: [statement.id], ...span}],
      attitudes: [{...statement, ...common('attitude')}],
      dates: [{...time, type: 'date', rule: 'year'}],
      notices: [{code: 'odd', text: 'Something odd'}]
    }
  }
}

/** Any journey that the types allow a reader of plain text to make, odd characters and all. */
export function anyJourney(): fc.Arbitrary<Told> {
  const words = fc.string({unit: 'binary', minLength: 1, maxLength: 30}).filter(text => text.trim() !== '')
  const line = fc.record({speaker: words, cue: fc.constantFrom('said', 'denied', 'wrote'), words})
  return fc.record(
    {
      title: words,
      lines: fc.array(line, {maxLength: 5}),
      published: fc.constantFrom('2025', '2025-06', '2025-06-30', '2025-06~', 'XXXX'),
      outlet: words,
      author: words,
      comment: words,
      readerVersion: fc.constantFrom('1.0.0', '1.1.0'),
      score: fc.double({min: 0, max: 1, noNaN: true})
    },
    {requiredKeys: ['title', 'lines']}
  )
}

interface Line extends Span {
  readonly speaker: Span
  readonly cue: Span
  readonly content: Span
}

function layOut({title, lines, comment}: Told): {text: string; parts: Part[]; lines: Line[]} {
  let text = `${title}\n\n`
  const parts: Part[] = [{kind: 'title', start: 0, end: title.length}]
  const laid: Line[] = []
  for (const {speaker, cue, words} of lines) {
    const start = text.length
    const cueStart = start + speaker.length + 1
    const contentStart = cueStart + cue.length + 1
    text += `${speaker} ${cue} ${words}.\n`
    laid.push({
      start,
      end: text.length - 1,
      speaker: {start, end: start + speaker.length},
      cue: {start: cueStart, end: cueStart + cue.length},
      content: {start: contentStart, end: contentStart + words.length}
    })
    parts.push({kind: 'body', start, end: text.length - 1})
  }
  if (comment === undefined) return {text, parts, lines: laid}
  parts.push({kind: 'comment', start: text.length, end: text.length + comment.length, author: 'a reader'})
  return {text: text + comment, parts, lines: laid}
}

function readingOf(told: Told, document: Document, lines: readonly Line[]): Reading {
  const {text} = document
  const found = lines.slice(0, told.found ?? lines.length)
  const speakers = [...new Set(found.map(({speaker}) => text.slice(speaker.start, speaker.end)))]
  const entities = speakers.map((name, index): Entity => {
    const mentions = found
      .filter(({speaker}) => text.slice(speaker.start, speaker.end) === name)
      .map(({speaker: {start, end}}) => ({start, end, form: 'name' as const}))
    return {id: `e${index + 1}`, kind: 'person', name, names: [name], mentions}
  })
  const {id, sha256, title, published, publishedBasis, outlet, authors, tags, language, parts} = document
  return {
    format: 'hearsay-reading/1',
    reader: {version: told.readerVersion ?? '1.0.0', models: {tagger: 'made-by-hand/1'}},
    document: {
      id,
      ref: 'reports/harbour.txt',
      sha256,
      ...(title !== undefined && {title}),
      ...(published !== undefined && {published}),
      publishedBasis,
      ...(outlet !== undefined && {outlet}),
      authors,
      tags,
      language,
      text,
      parts
    },
    entities,
    statements: found.map(line => statementOf(line, text, speakers, told.score ?? 0.9)),
    roles: [],
    relations: [],
    productions: [],
    events: [],
    assessments: [],
    pointers: [],
    contrasts: [],
    attitudes: [],
    dates: [],
    notices: []
  }
}

function statementOf(
  {speaker, cue, content}: Line,
  text: string,
  speakers: readonly string[],
  score: number
): Statement {
  const entity = `e${speakers.indexOf(text.slice(speaker.start, speaker.end)) + 1}`
  return {
    id: claimId(textHash(text), 'statement', [cue, content]),
    kind: 'indirect',
    source: speaker,
    speaker: entity,
    cue: [cue],
    content: [content],
    altered: [],
    evidence: [speaker, cue, content],
    voices: [{kind: 'speaker', entity, ...speaker}],
    polarity: 'positive',
    modality: [],
    reason: 'made by hand',
    score
  }
}

function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words)
  return {start, end: start + words.length}
}
