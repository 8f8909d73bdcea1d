import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import type {ModelFile, ModelHead} from '../src/language/model-file.ts'
import {readModelFile, writeModelFile} from '../src/language/model-file.ts'
import {readWordGroups, type WordGroups} from '../src/language/word-groups.ts'
import {loadModels} from '../src/models.ts'
import {calibrationTable} from './calibration.ts'
import {evaluateChains, judgedPronouns} from './evaluate-chains.ts'
import {judgedByDocument, scoreCoreNames} from './evaluate-names.ts'
import {evaluateTags} from './evaluate-tags.ts'
import {evaluateTrees} from './evaluate-trees.ts'
import {evaluateWords} from './evaluate-words.ts'
import {withPredictedTags} from './jackknife.ts'
import type {Row} from './scores.ts'
import {CHAINS_DATA, trainChains} from './train-chains.ts'
import {NAMES_DATA, trainNames} from './train-names.ts'
import {trainParser} from './train-parser.ts'
import {trainSentences} from './train-sentences.ts'
import {trainTagger} from './train-tagger.ts'
import {CORPORA_FOLDER, devTreebanks, trainTreebanks} from './treebank.ts'

const USAGE = `Usage: npm run train -- STAGE [--corpora DIR] [--models DIR]

  STAGE       sentences, tagger, names, parser or chains
  --corpora   where the corpora stand; beside the project by default
  --groups    a model file with word groups, as make-word-clusters writes it, and for names with
              hints and towns, as make-name-knowledge writes it; models/names.model by default
  --models    where the model is written; models/ by default`

/** How each stage is trained, by the name of its model. */
const STAGES: Readonly<Record<string, (corporaFolder: string) => ModelFile>> = {
  sentences: trainSentencesFile,
  tagger: trainTaggerFile,
  names: trainNamesFile,
  parser: trainParserFile,
  chains: trainChainsFile
}

const TREEBANKS = [
  {corpus: 'UD English EWT, train', licence: 'CC BY-SA 4.0'},
  {corpus: 'GUM, train, documents free of non-commercial terms', licence: 'CC BY 4.0; texts CC BY 2.5 to CC BY-SA 3.0'}
]

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    corpora: {type: 'string', default: CORPORA_FOLDER},
    groups: {type: 'string', default: new URL('../models/names.model', import.meta.url).pathname},
    models: {type: 'string', default: new URL('../models/', import.meta.url).pathname},
    help: {type: 'boolean', default: false}
  }
})
const stage = positionals[0] ?? ''
const train = STAGES[stage]
if (values.help || !train) {
  console.error(USAGE)
  process.exitCode = values.help ? 0 : 2
} else {
  const file = train(values.corpora)
  mkdirSync(values.models, {recursive: true})
  const bytes = writeModelFile(file)
  writeFileSync(`${values.models}/${stage}.model`, bytes)
  console.log(`${stage}.model ${(bytes.length / 2 ** 20).toFixed(1)} MiB ${JSON.stringify(file.head.scores)}`)
}

function trainSentencesFile(corporaFolder: string): ModelFile {
  const {arrays, settings} = trainSentences(trainTreebanks(corporaFolder), readGroups())
  const file = {head: modelHead('sentences', settings), arrays}
  return withScores(file, evaluateWords(devTreebanks(corporaFolder), {sentences: file}))
}

function trainTaggerFile(corporaFolder: string): ModelFile {
  const {arrays, settings} = trainTagger(trainTreebanks(corporaFolder), readGroups())
  const file = {head: modelHead('tagger', settings), arrays}
  return withScores(file, evaluateTags(corporaFolder, {tagger: file}))
}

function trainParserFile(corporaFolder: string): ModelFile {
  const {arrays, settings} = trainParser(withPredictedTags(trainTreebanks(corporaFolder), readGroups()), readGroups())
  const file = {head: modelHead('parser', settings), arrays}
  return withScores(file, evaluateTrees(corporaFolder, {...loadModels(), parser: file}))
}

function trainNamesFile(corporaFolder: string): ModelFile {
  const {tagger} = loadModels()
  const knowledge = readModelFile(readFileSync(values.groups))
  const {arrays, settings} = trainNames({corporaFolder, tagger, knowledge})
  const file = {head: {...modelHead('names', settings), data: NAMES_DATA}, arrays}
  const models = {tagger, names: file}
  const calibration = calibrationTable(judgedByDocument(corporaFolder, models).flat())
  return {
    head: {...file.head, scores: scoreCoreNames(corporaFolder, models)},
    arrays: {...arrays, calibration}
  }
}

function trainChainsFile(corporaFolder: string): ModelFile {
  const models = loadModels()
  const {arrays, settings} = trainChains(corporaFolder, models)
  const file = {head: {...modelHead('chains', settings), data: CHAINS_DATA}, arrays}
  const calibration = calibrationTable(judgedPronouns(corporaFolder, {...models, chains: file}, 0))
  const calibrated = {...file, arrays: {...arrays, calibration}}
  return withScores(calibrated, evaluateChains(corporaFolder, {...models, chains: calibrated}))
}

function readGroups(): WordGroups {
  return readWordGroups(readModelFile(readFileSync(values.groups)))
}

function modelHead(name: string, settings: Record<string, unknown>): ModelHead {
  const trained = new Date().toISOString().slice(0, 10)
  return {name, version: '1', data: TREEBANKS, licence: 'CC BY-SA 4.0', trained, scores: {}, settings}
}

function withScores({head, arrays}: ModelFile, rows: readonly Row[]): ModelFile {
  const scores = rows.map(({on, figure, value}) => [`${on} ${figure}`, Math.round(value * 10_000) / 10_000])
  return {head: {...head, scores: Object.fromEntries(scores)}, arrays}
}
