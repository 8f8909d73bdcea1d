import {parseArgs} from 'node:util'
import {loadModels} from '../src/models.ts'
import {evaluateChains} from './evaluate-chains.ts'
import {CORPORA_FOLDER, evaluateDates} from './evaluate-dates.ts'
import {evaluateGold} from './evaluate-gold.ts'
import {evaluateGumAttributions} from './evaluate-gum-attributions.ts'
import {evaluateHedges} from './evaluate-hedges.ts'
import {evaluateKnowledgeNet, type ReportFact} from './evaluate-knowledgenet.ts'
import {evaluateLanguage} from './evaluate-language.ts'
import {evaluateMuc4} from './evaluate-muc4.ts'
import {evaluateNameMatching} from './evaluate-name-matching.ts'
import {evaluateNames} from './evaluate-names.ts'
import {evaluatePassages} from './evaluate-passages.ts'
import {evaluatePolnear, type ReportAttribution} from './evaluate-polnear.ts'
import {evaluateRawTags} from './evaluate-raw-tags.ts'
import {evaluateRe3dRelations} from './evaluate-re3d-relations.ts'
import {evaluateTagsOf} from './evaluate-tags.ts'
import {evaluateTreesOf} from './evaluate-trees.ts'
import {evaluateWords} from './evaluate-words.ts'
import {renderMarkdown, renderTable, shortfalls} from './evaluation-table.ts'
import {evaluationTreebanks} from './evaluation-treebanks.ts'
import {EXAMPLES_FOLDER, GOLD_FOLDER, readGold} from './gold.ts'
import type {Row} from './scores.ts'

const USAGE = `Usage: npm run evaluate -- gold | examples | passages | words | tags | trees | names | dates | chains | knowledgenet | re3d | muc4 | polnear | gum-attributions | hedges | names-matching | language [--folder DIR] [--part sealed] [--pairs FILE] [--markdown] [--verbose]

  gold        readings of the annotated articles against their facts
  examples    the same for the project's own reports in examples/
  passages    segments, chains of voices and dated roles of the passages in examples/passages
  words       sentences and words from raw text, beside wink-nlp and compromise
  tags        parts of speech and lemmas, on gold words, and from raw text beside wink-nlp and compromise
  trees       dependency trees, on gold words with predicted tags
  names       names of five marked sets, beside compromise
  chains      mentions of one thing in GUM's documents, and pronouns of GAP
  dates       dates of four marked sets and the annotated articles, beside chrono-node
  knowledgenet  facts of KnowledgeNet's fold 3, by its authors' measure
  re3d        relations of re3d that Hearsay has a place for
  muc4        violent events of MUC-4's dev articles, a partial measure
  polnear     sources, cues and contents of PolNeAR's dev articles, and who said what
  gum-attributions  how many of the attributions in GUM's discourse trees are read, by genre
  hedges      uncertain sentences of WikiWeasel and events of UDS-IH2
  names-matching  pairs of names: aliases, names in two scripts, and names of others that are near
  language    words, tags, trees, names, chains and dates in one table, each row with what the others reach in it
  --folder    where the data stands; beside the project by default. Words, tags and trees also take a folder of CoNLL-U files.
              --corpora says the same
  --gold      where the annotated articles stand whose dates are measured
  --part      open or sealed passages; rules are mended by the open ones only
  --pairs     pairs for names-matching instead: two names, 1 or 0, and a kind if not person, parted by tabs
  --markdown  print the table in Markdown, in hundredths, as models/README.md has it
  --verbose   print every miss, article by article`

/** What can be evaluated, by the name it is asked for. */
const EVALUATIONS: Readonly<Record<string, (options: Options) => Row[]>> = {
  gold,
  examples,
  passages,
  words,
  tags,
  trees,
  names,
  dates,
  chains,
  knowledgenet,
  re3d,
  muc4,
  polnear,
  'gum-attributions': gumAttributions,
  hedges,
  'names-matching': namesMatching,
  language
}

interface Options {
  readonly folder: string | undefined
  readonly goldFolder: string
  readonly part: string
  readonly pairs: string | undefined
  readonly verbose: boolean
}

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    folder: {type: 'string'},
    corpora: {type: 'string'},
    gold: {type: 'string', default: GOLD_FOLDER},
    part: {type: 'string', default: 'open'},
    pairs: {type: 'string'},
    markdown: {type: 'boolean', default: false},
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
  const folder = values.folder ?? values.corpora
  const rows = evaluation({
    folder,
    goldFolder: values.gold,
    part: values.part,
    pairs: values.pairs,
    verbose: values.verbose
  })
  if (rows.length === 0) throw new Error(`Cannot evaluate ${wanted}: no data for it in "${folder ?? CORPORA_FOLDER}"`)
  console.log(values.markdown ? renderMarkdown(rows) : renderTable(rows))
  const short = folder === undefined ? shortfalls(rows) : []
  for (const line of short) console.error(line)
  if (0 < short.length) process.exitCode = 1
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

function passages({part, verbose}: Options): Row[] {
  if (part !== 'open' && part !== 'sealed') throw new RangeError(`Cannot evaluate part "${part}": it is open or sealed`)
  return evaluatePassages(loadModels(), part, ({name}, {part: of, figure, misses}) => {
    if (verbose) for (const miss of misses) console.log(`${name} ${of}, ${figure}: ${miss}`)
  })
}

function dates({folder = CORPORA_FOLDER, goldFolder, verbose}: Options): Row[] {
  return evaluateDates(folder, goldFolder, verbose ? {report: line => console.log(line)} : {})
}

function names({folder = CORPORA_FOLDER}: Options): Row[] {
  return evaluateNames(folder, loadModels())
}

function words({folder = CORPORA_FOLDER}: Options): Row[] {
  return evaluateWords(evaluationTreebanks(folder))
}

function tags({folder = CORPORA_FOLDER}: Options): Row[] {
  const models = loadModels()
  const banks = evaluationTreebanks(folder)
  return [...evaluateTagsOf(banks, models), ...evaluateRawTags(banks, models)]
}

function trees({folder = CORPORA_FOLDER}: Options): Row[] {
  return evaluateTreesOf(evaluationTreebanks(folder), loadModels())
}

function chains({folder = CORPORA_FOLDER}: Options): Row[] {
  return evaluateChains(folder)
}

function knowledgenet({folder = CORPORA_FOLDER, verbose}: Options): Row[] {
  const report: ReportFact = ({property, subject, object, text, isWanted}) => {
    const ends = [subject, object].map(({start, end}) => text.slice(start, end))
    console.log(`${isWanted ? 'missing' : 'wrong  '}  ${property} ${ends.join(' | ')}`)
  }
  return evaluateKnowledgeNet(folder, loadModels(), verbose ? {report} : {})
}

function re3d({folder = CORPORA_FOLDER}: Options): Row[] {
  return evaluateRe3dRelations(folder, loadModels())
}

function muc4({folder = CORPORA_FOLDER}: Options): Row[] {
  return evaluateMuc4(folder, loadModels())
}

function polnear({folder = CORPORA_FOLDER, verbose}: Options): Row[] {
  const report: ReportAttribution = ({text, attribution: {source, cue, content}, isWanted}) => {
    const words = [source, cue, content].map(spans =>
      spans.map(({start, end}) => text.text.slice(start, end)).join(' … ')
    )
    console.log(`${isWanted ? 'missing' : 'wrong  '}  ${words.join(' | ')}`)
  }
  return evaluatePolnear(folder, loadModels(), verbose ? {report} : {})
}

function gumAttributions({folder = CORPORA_FOLDER}: Options): Row[] {
  return evaluateGumAttributions(folder, loadModels())
}

function hedges({folder = CORPORA_FOLDER}: Options): Row[] {
  return evaluateHedges(folder, loadModels())
}

function namesMatching({folder = CORPORA_FOLDER, pairs, verbose}: Options): Row[] {
  const report = verbose ? {report: (line: string) => console.log(line)} : {}
  return evaluateNameMatching(folder, {...(pairs === undefined ? {} : {pairsFile: pairs}), ...report})
}

function language({folder = CORPORA_FOLDER, goldFolder}: Options): Row[] {
  return evaluateLanguage(folder, goldFolder)
}
