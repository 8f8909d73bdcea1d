import {parseArgs} from 'node:util'
import {loadModels} from '../src/models.ts'
import {evaluateChains} from './evaluate-chains.ts'
import {CORPORA_FOLDER, evaluateDates} from './evaluate-dates.ts'
import {evaluateGold} from './evaluate-gold.ts'
import {evaluateNames} from './evaluate-names.ts'
import {evaluateTags} from './evaluate-tags.ts'
import {evaluateTrees} from './evaluate-trees.ts'
import {evaluateWords} from './evaluate-words.ts'
import {EXAMPLES_FOLDER, GOLD_FOLDER, readGold} from './gold.ts'
import {precision, type Row, recall} from './scores.ts'

const USAGE = `Usage: npm run evaluate -- gold | examples | words | tags | trees | names | dates | chains | language [--folder DIR] [--verbose]

  gold        readings of the annotated articles against their facts
  examples    the same for the project's own reports in examples/
  words       sentences and words from raw text, on two treebanks
  tags        parts of speech and lemmas, on gold words
  trees       dependency trees, on gold words
  dates       dates of four marked sets and the annotated articles, beside chrono-node
  names       names of five marked sets, beside compromise
  chains      mentions of one thing in GUM's documents, and pronouns of GAP
  language    words, tags, trees, names and dates in one table
  --folder    where the data stands; beside the project by default
  --verbose   print every miss, article by article`

/** What can be evaluated, by the name it is asked for. */
const EVALUATIONS: Readonly<Record<string, (options: Options) => Row[]>> = {
  gold,
  examples,
  words,
  tags,
  trees,
  names,
  dates,
  chains,
  language
}

interface Options {
  readonly folder: string | undefined
  readonly verbose: boolean
}

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    folder: {type: 'string'},
    verbose: {type: 'boolean', default: false},
    help: {type: 'boolean', default: false}
  }
})
const wanted = positionals[0] ?? ''
const evaluation = EVALUATIONS[wanted]
if (values.help || !evaluation) {
  console.error(USAGE)
  process.exitCode = values.help ? 0 : 2
} else {
  printTable(evaluation({folder: values.folder, verbose: values.verbose}))
}

function gold({folder = GOLD_FOLDER, verbose}: Options): Row[] {
  if (readGold(folder).length === 0) throw new Error(`Cannot evaluate gold: no annotated articles in "${folder}"`)
  return evaluateGold(loadModels(), folder, (article, {part, figure, misses}) => {
    if (verbose) for (const miss of misses) console.log(`${article.slice(0, 2)} ${part}, ${figure}: ${miss}`)
  })
}

function examples(options: Options): Row[] {
  return gold({...options, folder: EXAMPLES_FOLDER})
}

function dates({folder = CORPORA_FOLDER, verbose}: Options): Row[] {
  return evaluateDates(folder, GOLD_FOLDER, verbose ? {report: line => console.log(line)} : {})
}

function names({folder = CORPORA_FOLDER}: Options): Row[] {
  return evaluateNames(folder, loadModels())
}

function words({folder = CORPORA_FOLDER}: Options): Row[] {
  return evaluateWords(folder)
}

function tags({folder = CORPORA_FOLDER}: Options): Row[] {
  return evaluateTags(folder, loadModels())
}

function trees({folder = CORPORA_FOLDER}: Options): Row[] {
  return evaluateTrees(folder, loadModels())
}

function language(options: Options): Row[] {
  return [words, tags, trees, names, dates].flatMap(evaluate => evaluate(options))
}

function chains({folder = CORPORA_FOLDER}: Options): Row[] {
  return evaluateChains(folder)
}

function printTable(rows: readonly Row[]): void {
  console.log(
    'part             on      figure                        P      R      F1     95 %          hits found wanted'
  )
  for (const {part, on, figure, value, interval, count} of rows)
    console.log(
      [
        part.padEnd(16),
        on.padEnd(7),
        figure.padEnd(28),
        count ? `${ratio(precision(count))}  ${ratio(recall(count))}` : '             ',
        ` ${ratio(value)} `,
        interval ? `${ratio(interval[0])}-${ratio(interval[1])}` : '           ',
        count ? ` ${[count.hits, count.found, count.wanted].map(n => String(n).padStart(4)).join(' ')}` : ''
      ].join(' ')
    )
}

function ratio(value: number): string {
  return value.toFixed(3)
}
