import {globSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import compromise from 'compromise'
import model from 'wink-eng-lite-web-model'
import wink, {type ItsFunction} from 'wink-nlp'
import {readSpans} from '../src/intake/document.ts'
import {takeIn} from '../src/intake/take-in.ts'
import {analyse} from '../src/language/analyse.ts'
import type {Words} from '../src/language/analysis.ts'
import {findChains} from '../src/language/chains.ts'
import {findDates} from '../src/language/dates.ts'
import {encode} from '../src/language/encoder.ts'
import {findNames} from '../src/language/names.ts'
import {parse} from '../src/language/parse.ts'
import {tag} from '../src/language/tag.ts'
import {findWords} from '../src/language/words.ts'
import {loadModels} from '../src/models.ts'
import {readClaims} from '../src/reading/read-claims.ts'
import {median, thisMachine} from './machine.ts'
import {runMeasured} from './run-measured.ts'

const ROOT = new URL('..', import.meta.url).pathname
/** Rounds that warm the code and are not counted: what is asked here is the speed of reading many texts; of one text, `cold` tells. */
const WARM_ROUNDS = 12
const ROUNDS = 9
const COLD_RUNS = 7
/** Relative dates want something to count from. */
const PUBLISHED = '2024-05-14'

/** One line of the result. Words are counted alike for all: runs of letters and digits. */
interface Speed {
  readonly reader: string
  readonly does: string
  readonly wordsPerCpuSecond: number
}

/**
 * Words a CPU second of each stage and of the whole, cold start and memory of the command, and the same texts through
 * compromise and wink-nlp doing what they can do of it, in one run.
 */
export async function measureSpeed() {
  const texts = globSync(join(ROOT, 'examples', '*.txt'))
    .sort()
    .map(file => readFileSync(file, 'utf8'))
  const models = loadModels()
  const nlp = wink(model, ['sbd', 'pos', 'ner'])
  const documents = texts.map((text, i) => takeIn({ref: String(i), bytes: new TextEncoder().encode(text)}))
  const spans = documents.map(readSpans)
  const analysed = documents.map(({text}, i) => analyse(text, models, {spans: spans[i]!, published: PUBLISHED}))
  const rows: Speed[] = [
    time('hearsay', 'intake', texts, text => takeIn({ref: '-', bytes: new TextEncoder().encode(text)})),
    time('hearsay', 'language: sentences and words', texts, (_, i) =>
      findWords(documents[i]!.text, {spans: spans[i]!, sentences: models.sentences})
    ),
    time('hearsay', 'language: the network', texts, (_, i) => encode(unread(analysed[i]!), models.encoder)),
    time('hearsay', 'language: tags and lemmas, after the network', texts, (_, i) => tag(analysed[i]!, models)),
    time('hearsay', 'language: trees, after the network', texts, (_, i) => parse(analysed[i]!, models)),
    time('hearsay', 'language: names, after the network', texts, (_, i) => findNames(analysed[i]!, models)),
    time('hearsay', 'language: chains', texts, (_, i) => findChains(analysed[i]!, analysed[i]!.names, models)),
    time('hearsay', 'language: dates', texts, (_, i) => findDates(analysed[i]!, {published: PUBLISHED})),
    time('hearsay', 'language, all stages', texts, (_, i) =>
      analyse(documents[i]!.text, models, {spans: spans[i]!, published: PUBLISHED})
    ),
    time('hearsay', 'reading: statements to contrasts', texts, (_, i) =>
      readClaims(documents[i]!, analysed[i]!, {ref: '-', models})
    ),
    time('hearsay', 'all of it, one thread', texts, text => {
      const document = takeIn({ref: '-', bytes: new TextEncoder().encode(text)})
      return readClaims(document, analyse(document.text, models, {spans: readSpans(document)}), {ref: '-', models})
    }),
    time('compromise', 'tags, people, places, organisations, quotations', texts, text => {
      const view = compromise(text)
      return [
        view.people().out('array'),
        view.places().out('array'),
        view.organizations().out('array'),
        view.quotations().out('array')
      ]
    }),
    time('wink-nlp', 'sentences, tags, lemmas, entities (dates and numbers; no persons)', texts, text => {
      const document = nlp.readDoc(text)
      const {its} = nlp
      return [
        document.tokens().out(its.pos),
        document.tokens().out(its.lemma as unknown as ItsFunction<string>),
        document.entities().out(its.detail)
      ]
    })
  ]
  return {
    machine: thisMachine(),
    texts: texts.length,
    words: countWords(texts),
    speeds: rows,
    cold: await measureCold()
  }
}

/** The command on one example, as a user starts it: a new process each time, into a new record. */
async function measureCold() {
  const example = globSync(join(ROOT, 'examples', '*.txt')).sort()[0]!
  const runs = []
  for (let run = 0; run <= COLD_RUNS; run++)
    runs.push(await runMeasured(join(ROOT, 'hearsay'), ['read', '--dry-run', example]))
  const counted = runs.slice(1)
  return {
    command: `./hearsay read --dry-run examples/${basename(example)}`,
    wallMs: Math.round(median(counted.map(({wallMs}) => wallMs))),
    peakMiB: Math.round(median(counted.map(({peakMiB}) => peakMiB))),
    exitCodes: [...new Set(counted.map(({exitCode}) => exitCode))]
  }
}

function time(
  reader: string,
  does: string,
  texts: readonly string[],
  read: (text: string, index: number) => unknown
): Speed {
  const speeds: number[] = []
  for (let round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
    const {user, system} = process.cpuUsage()
    texts.forEach(read)
    const used = process.cpuUsage({user, system})
    if (WARM_ROUNDS <= round) speeds.push(countWords(texts) / ((used.user + used.system) / 1e6))
  }
  return {reader, does, wordsPerCpuSecond: Math.round(median(speeds))}
}

/** The same words as a text that the network has not seen: it knows a text by its forms. */
function unread<Text extends Words>(words: Text): Text {
  return {...words, forms: [...words.forms]}
}

function countWords(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)
}
