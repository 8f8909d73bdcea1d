import {createHash} from 'node:crypto'
import type {Document, Part, PartKind} from '../../src/intake/document.ts'
import type {Journey} from '../../src/pipeline.ts'
import {type Claim, type ClaimKind, claimId} from '../../src/reading/claim.ts'
import type {Reading} from '../../src/reading/reading.ts'
import {contentId, textHash} from '../../src/text/content-id.ts'
import type {Span} from '../../src/text/span.ts'

const TEXT = `Harbour film shows old footage of Lind

By Ilse Varga, The Quay Courier

The Harbour Front released a video entitled “Tide of the People” on 4 March 2024. It opens with an old audio message from Oskar Lind, the current head of the Harbour Front.

“We should not listen to these promises [sic],” Lind said. He told reporters that the council had denied “any talk of a sale.” The Courier assesses that he is likely abroad.

The Reef Guild was folded into the Harbour Front in 2019, as documented in Brandt’s letters.

Tags: harbour, film

Comments
Pelle: Lind is a liar!
Mo: Nice boats.
`

/** A reading of an invented report, made by hand: something of everything that a page can show. */
export function sampleJourney(): Journey {
  const document: Document = {
    id: contentId('doc', textHash(TEXT), 'plain-text/1'),
    sha256: createHash('sha256').update(TEXT).digest('hex'),
    algorithm: 'plain-text/1',
    text: TEXT,
    title: 'Harbour film shows old footage of Lind',
    published: '2024-03-05',
    publishedBasis: 'given',
    outlet: 'The Quay Courier',
    authors: [{name: 'Ilse Varga', role: 'senior reporter', organisation: 'The Quay Courier', ...words('Ilse Varga')}],
    tags: ['harbour', 'film'],
    language: 'en',
    parts: [
      part('title', 'Harbour film shows old footage of Lind'),
      part('byline', 'By Ilse Varga, The Quay Courier'),
      part('body', 'The Harbour Front released', 'Brandt’s letters.'),
      part('tag', 'Tags: harbour, film'),
      part('other', 'Comments'),
      {...part('comment', 'Pelle: Lind is a liar!'), author: 'Pelle'},
      {...part('comment', 'Mo: Nice boats.'), author: 'Mo'}
    ],
    notices: []
  }
  return {document, reading: sampleReading(document)}
}

/** The bytes that the sample was read from. */
export function sampleBytes(): Uint8Array {
  return new TextEncoder().encode(TEXT)
}

function sampleReading({id, sha256, parts}: Document): Reading {
  const promises = words('We should not listen to these promises [sic],')
  const denial = words('the council had denied “any talk of a sale.”')
  const sale = words('“any talk of a sale.”')
  const outer = claim('statement', [denial], 0.91)
  const quoted = claim('statement', [promises], 0.98)
  const outlet = {kind: 'outlet', text: 'The Quay Courier'} as const
  const observed = {edtf: '2024-03-05', earliest: '2024-03-05', latest: '2024-03-05'}
  return {
    format: 'hearsay-reading/1',
    reader: {version: '0.0.0-sample', models: {}},
    document: {
      id,
      sha256,
      ref: 'film.txt',
      title: 'Harbour film shows old footage of Lind',
      published: '2024-03-05',
      publishedBasis: 'given',
      outlet: 'The Quay Courier',
      authors: [
        {name: 'Ilse Varga', role: 'senior reporter', organisation: 'The Quay Courier', ...words('Ilse Varga')}
      ],
      tags: ['harbour', 'film'],
      language: 'en',
      text: TEXT,
      parts
    },
    entities: [
      {
        id: 'e1',
        kind: 'organisation',
        name: 'Harbour Front',
        names: ['Harbour Front'],
        mentions: [mention('Harbour Front')]
      },
      {
        id: 'e2',
        kind: 'production',
        name: 'Tide of the People',
        names: ['Tide of the People'],
        mentions: [mention('Tide of the People')]
      },
      {
        id: 'e3',
        kind: 'person',
        name: 'Oskar Lind',
        names: ['Oskar Lind', 'Lind'],
        mentions: [mention('Oskar Lind'), {...words('He told', 2), form: 'pronoun'}]
      },
      {id: 'e4', kind: 'organisation', name: 'Reef Guild', names: ['Reef Guild'], mentions: [mention('Reef Guild')]},
      {id: 'e5', kind: 'group', name: 'the council', names: [], mentions: [{...words('the council'), form: 'nominal'}]},
      {
        id: 'e6',
        kind: 'outlet',
        name: 'The Quay Courier',
        names: ['The Quay Courier'],
        mentions: [mention('The Courier')]
      }
    ],
    statements: [
      {
        ...quoted,
        kind: 'direct',
        source: words('Lind said', 4),
        speaker: 'e3',
        cue: [words('said')],
        content: [promises],
        production: 'e2',
        altered: [{kind: 'sic', ...words('[sic]')}],
        voices: [{kind: 'speaker', entity: 'e3'}, {kind: 'production', entity: 'e2'}, outlet]
      },
      {
        ...outer,
        kind: 'indirect',
        source: words('He told', 2),
        speaker: 'e3',
        cue: [words('told')],
        content: [denial],
        altered: [],
        voices: [{kind: 'speaker', entity: 'e3'}, outlet]
      },
      {
        ...claim('statement', [sale], 0.74),
        kind: 'mixed',
        source: words('the council'),
        speaker: 'e5',
        cue: [words('denied')],
        content: [sale],
        parent: outer.id,
        altered: [],
        polarity: 'negative',
        voices: [{kind: 'speaker', entity: 'e5'}, {kind: 'speaker', entity: 'e3'}, outlet]
      }
    ],
    roles: [
      {
        ...claim('role', [words('the current head of the Harbour Front')], 0.88),
        person: 'e3',
        title: 'head',
        organisation: 'e1',
        status: 'current',
        observed
      }
    ],
    relations: [
      {
        ...claim('relation', [words('was folded into')], 0.7),
        from: 'e4',
        kind: 'merger',
        phrase: 'was folded into',
        to: 'e1',
        during: {edtf: '2019', earliest: '2019-01-01', latest: '2019-12-31', ...words('2019')}
      }
    ],
    productions: [
      {
        ...claim('production', [words('a video entitled “Tide of the People”')], 0.93),
        entity: 'e2',
        title: 'Tide of the People',
        medium: 'video',
        producer: 'e1',
        released: {edtf: '2024-03-04', earliest: '2024-03-04', latest: '2024-03-04', ...words('4 March 2024')},
        channels: [],
        segments: [
          {
            order: 1,
            what: 'audio message',
            speakers: ['e3'],
            footage: 'old',
            basis: words('an old audio message'),
            statements: [quoted.id]
          }
        ]
      }
    ],
    events: [
      {
        ...claim('event', [words('was folded into the Harbour Front in 2019')], 0.6),
        kind: 'merger',
        what: 'was folded into the Harbour Front',
        participants: [
          {entity: 'e4', part: 'target'},
          {entity: 'e1', part: 'agent'}
        ],
        when: {edtf: '2019', earliest: '2019-01-01', latest: '2019-12-31', ...words('2019')}
      }
    ],
    assessments: [
      {
        ...claim('assessment', [words('he is likely abroad')], 0.8),
        assessor: 'e6',
        hedge: words('likely'),
        band: 'likely (55-80 %)',
        scope: words('he is likely abroad')
      }
    ],
    pointers: [
      {
        ...claim('pointer', [words('documented in Brandt’s letters')], 0.66),
        work: 'Brandt’s letters',
        ...words('documented in Brandt’s letters')
      }
    ],
    contrasts: [
      {
        ...claim('contrast', [words('that the council had denied')], 0.5),
        claims: [quoted.id, outer.id],
        ...words('that the council had denied')
      }
    ],
    attitudes: [
      {
        ...claim('attitude', [sale], 0.62),
        kind: 'indirect',
        source: words('the council'),
        speaker: 'e5',
        cue: [],
        content: [sale],
        altered: [],
        voices: [{kind: 'speaker', entity: 'e5'}, outlet]
      }
    ],
    dates: [
      {
        ...words('4 March 2024'),
        type: 'date',
        edtf: '2024-03-04',
        earliest: '2024-03-04',
        latest: '2024-03-04',
        rule: 'a whole date'
      },
      {...words('2019'), type: 'date', edtf: '2019', earliest: '2019-01-01', latest: '2019-12-31', rule: 'a year'}
    ],
    notices: [{code: 'comments_apart', text: 'Two reader comments were kept apart'}]
  }
}

/** The first place of `sought`, or of its first `length` characters. */
function words(sought: string, length: number = sought.length): Span {
  const start = TEXT.indexOf(sought)
  if (start < 0) throw new RangeError(`Cannot find ${JSON.stringify(sought)} in the sample`)
  return {start, end: start + length}
}

function mention(sought: string): Span & {form: 'name'} {
  return {...words(sought), form: 'name'}
}

function part(kind: PartKind, from: string, to = from): Part {
  return {kind, start: words(from).start, end: words(to).end}
}

function claim(kind: ClaimKind, evidence: readonly Span[], score: number): Claim {
  return {
    id: claimId(textHash(TEXT), kind, evidence),
    evidence,
    voices: [{kind: 'outlet', text: 'The Quay Courier'}],
    polarity: 'positive',
    modality: [],
    reason: 'made by hand',
    score
  }
}
