import type {Journey} from '../src/pipeline.ts'
import type {SearchOptions} from '../src/record/search.ts'
import type {Store} from '../src/record/store.ts'
import type {RecordGenerator} from './record-generator.ts'
import * as lists from './record-words.ts'
import {SeededRandom} from './seeded-random.ts'

/** One thing that a user asks of the record. To measure another, add an entry to `RECORD_QUERIES`. */
export interface RecordQuery {
  readonly name: string
  /** What to ask about is drawn first, out of the time that is measured. */
  readonly about: (draw: Draw) => (store: Store) => Promise<Answer>
}

/** The size is kept, so that a query which finds nothing is seen. */
interface Answer {
  readonly size: number
  readonly isCapped?: boolean
}

/** Draws what to ask about from what is on record: the well known come up more often, as they do with users. */
export class Draw {
  readonly random: SeededRandom
  readonly #generator: RecordGenerator
  readonly #documents: number

  constructor(generator: RecordGenerator, documents: number, round: number) {
    this.random = new SeededRandom(DRAW_SEED, round)
    this.#generator = generator
    this.#documents = documents
  }

  journey(): Journey {
    return this.#generator.document(this.random.below(this.#documents)).journey
  }

  /** Somebody's name and address in some document. */
  entity(kind: 'person' | 'organisation'): {readonly name: string; readonly address: string} {
    const {document, reading} = this.journey()
    const {id, name} = this.random.pick(reading.entities.filter(entity => entity.kind === kind))
    return {name, address: `${document.id}:${id}`}
  }

  /** A common word, but none of the commonest. */
  word(): string {
    return this.random.pick([...lists.NOUNS.slice(8), ...lists.VERBS])
  }

  /** A word that one story has to itself. */
  rareWord(): string {
    return this.journey().document.tags[0]!
  }
}

const DRAW_SEED = 7

/** Everything that is measured, in the order of the results. */
export const RECORD_QUERIES: readonly RecordQuery[] = [
  searching('two words', draw => `${draw.word()} ${draw.word()}`),
  searching('a name and a word', draw => `${draw.entity('person').name} ${draw.word()}`),
  searching('one rare word', draw => draw.rareWord()),
  searching('one common word', draw => draw.word()),
  searching('one broad word', draw => draw.random.pick(['that', 'would', 'the'])),
  searching('two broad words', () => 'that would'),
  searching('a phrase', draw => `"the ${draw.random.pick(lists.ADJECTIVES)} ${draw.word()}"`),
  searching('the beginning of a word', draw => `${draw.word().slice(0, 3)}*`),
  searching(
    'a common word within a year',
    draw => draw.word(),
    () => ({from: '2019-01-01', to: '2019-12-31'})
  ),
  searching(
    'a common word by one speaker',
    draw => draw.word(),
    draw => ({speaker: draw.entity('person').name})
  ),
  asking('claims of one document', documentId, async (store, id) => {
    return (await store.claims({document: id})).items
  }),
  asking('claims of one entity of one document', addressOf('person'), async (store, address) => {
    return (await store.claims({entity: address})).items
  }),
  asking('entities of one name', nameOf('person'), (store, name) => store.entities({name})),
  asking(
    'entities of a part of a name',
    draw => draw.entity('person').name.split(' ').at(-1)!,
    (store, name) => store.entities({name})
  ),
  asking(
    'resolve words that mean nothing',
    draw => `${draw.word()}zz ${draw.word()}`,
    (store, words) => store.resolve(words)
  ),
  asking('resolve a name', nameOf('person'), (store, name) => store.resolve(name)),
  asking(
    'documents by a rare word',
    draw => draw.rareWord(),
    async (store, words) => {
      return (await store.documents({words})).items
    }
  ),
  asking('identity: who a name may mean', nameOf('person'), (store, name) => store.identity.find(name)),
  asking('identity: what a body may mean', nameOf('organisation'), (store, name) => store.identity.find(name)),
  asking('identity: dossier of a person', addressOf('person'), dossier),
  asking('identity: dossier of a body', addressOf('organisation'), dossier),
  asking('identity: bearers', addressOf('person'), async (store, address) => {
    return (await store.identity.bearers(address)).items
  }),
  asking('identity: proposals for one', addressOf('person'), (store, address) => store.identity.proposals({address})),
  asking(
    'identity: proposals',
    () => '',
    store => store.identity.proposals()
  ),
  asking('as of: who led a body', addressOf('organisation'), async (store, address) => {
    return (await store.timeline.asOf(address, {asked: 'leads', on: LONG_AGO})).answers
  }),
  asking('as of: by reports up to then', addressOf('organisation'), async (store, address) => {
    return (await store.timeline.asOf(address, {asked: 'leads', on: LONG_AGO, knownBy: LONG_AGO.latest})).answers
  }),
  asking('timeline of a body', addressOf('organisation'), async (store, address) => {
    return (await store.timeline.timeline(address)).tenures
  }),
  asking('timeline of a person', addressOf('person'), async (store, address) => {
    return (await store.timeline.timeline(address)).tenures
  }),
  asking('news: what one document brought', documentId, async (store, id) => {
    return (await store.news.ofDocument(id))?.claims ?? []
  }),
  asking('contradictions of a person', addressOf('person'), async (store, subject) => {
    return (await store.contradictions.find({subject})).items
  }),
  asking('contradictions of a body', addressOf('organisation'), async (store, subject) => {
    return (await store.contradictions.find({subject})).items
  }),
  asking('contradictions of a document', documentId, async (store, document) => {
    return (await store.contradictions.find({document})).items
  }),
  asking(
    'contradictions, first page',
    () => '',
    async store => (await store.contradictions.find()).items
  ),
  asking('origin of a document', documentId, async (store, id) => {
    return (await store.origins.ofDocument(id))?.documents ?? []
  }),
  {name: 'documents, first page', about: () => async store => sized((await store.documents()).items)},
  {name: 'claims, first page', about: () => async store => sized((await store.claims({})).items)}
]

/** A day in the midst of what the documents tell of. */
const LONG_AGO = {earliest: '2018-06-01', latest: '2018-06-01'}

function documentId(draw: Draw): string {
  return draw.journey().document.id
}

function addressOf(kind: 'person' | 'organisation'): (draw: Draw) => string {
  return draw => draw.entity(kind).address
}

function nameOf(kind: 'person' | 'organisation'): (draw: Draw) => string {
  return draw => draw.entity(kind).name
}

/** What a page about somebody shows first: who they are, and the newest that is told of them. */
async function dossier(store: Store, address: string): Promise<readonly unknown[]> {
  const subject = await store.identity.subject(address)
  if (!subject) return []
  return (await store.identity.claims(address, {limit: 20})).items
}

function asking(
  name: string,
  aboutOf: (draw: Draw) => string,
  ask: (store: Store, about: string) => Promise<readonly unknown[]>
): RecordQuery {
  return {
    name,
    about: draw => {
      const about = aboutOf(draw)
      return async store => sized(await ask(store, about))
    }
  }
}

function searching(
  what: string,
  wordsOf: (draw: Draw) => string,
  optionsOf: (draw: Draw) => SearchOptions = () => ({})
): RecordQuery {
  return {
    name: `search: ${what}`,
    about: draw => {
      const words = wordsOf(draw)
      const options = optionsOf(draw)
      return async store => {
        const {hits, isCapped} = await store.search.find(words, options)
        return {size: hits.length, isCapped}
      }
    }
  }
}

function sized(items: readonly unknown[]): Answer {
  return {size: items.length}
}
