import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import type {ModelFile, ModelHead} from '../src/language/model-file.ts'
import {readModelFile, writeModelFile} from '../src/language/model-file.ts'
import {readWordGroups, wordGroupArrays} from '../src/language/word-groups.ts'
import {loadModels} from '../src/models.ts'
import {scoreWeights} from './attribution-scores.ts'
import {calibrationTable} from './calibration.ts'
import {evaluateChains, judgedPronouns} from './evaluate-chains.ts'
import {evaluateKnowledgeNet} from './evaluate-knowledgenet.ts'
import {judgedByDocument, scoreCoreNames} from './evaluate-names.ts'
import {evaluatePolnear} from './evaluate-polnear.ts'
import {evaluateTags} from './evaluate-tags.ts'
import {evaluateTrees} from './evaluate-trees.ts'
import {evaluateWords} from './evaluate-words.ts'
import type {Row} from './scores.ts'
import {ATTRIBUTIONS_DATA, heldOutArticles, trainAttributions} from './train-attributions.ts'
import {CHAINS_DATA, trainChains} from './train-chains.ts'
import {encoderData, trainEncoder} from './train-encoder.ts'
import {NAMES_DATA, trainNames} from './train-names.ts'
import {trainSentences} from './train-sentences.ts'
import {TIES_DATA, trainTies} from './train-ties.ts'
import {CORPORA_FOLDER, devTreebanks, trainTreebanks} from './treebank.ts'

const USAGE = `Usage: npm run train -- STAGE [--clean] [--from FILE] [--corpora DIR] [--given FILE] [--models DIR]

  STAGE       sentences, encoder, names, chains, attributions or ties; each learns with the models of those before it
  --clean     learn only from texts whose licence is stated
  --from      an encoder to go on from, in a second and gentler course
  --corpora   where the corpora stand; beside the project by default
  --given     a model file with word vectors, word groups and towns, as make-word-knowledge.ts
              writes it; models/encoder.model by default
  --models    where the model is written, and the models of earlier stages are read; models/ by default`

/** How each stage is trained, by the name of its model. */
const STAGES: Readonly<Record<string, (corporaFolder: string) => ModelFile>> = {
  sentences: trainSentencesFile,
  encoder: trainEncoderFile,
  names: trainNamesFile,
  chains: trainChainsFile,
  attributions: trainAttributionsFile,
  ties: trainTiesFile
}

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    clean: {type: 'boolean', default: false},
    from: {type: 'string'},
    corpora: {type: 'string', default: CORPORA_FOLDER},
    given: {type: 'string', default: new URL('../models/encoder.model', import.meta.url).pathname},
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
  mkdirSync(values.models, {recursive: true})
  const file = train(values.corpora)
  const bytes = writeModelFile(file)
  writeFileSync(`${values.models}/${stage}.model`, bytes)
  console.log(`${stage}.model ${(bytes.length / 2 ** 20).toFixed(1)} MiB ${JSON.stringify(file.head.scores)}`)
}

function trainSentencesFile(corporaFolder: string): ModelFile {
  const groups = readWordGroups(readModelFile(readFileSync(values.given)))
  const {arrays, settings} = trainSentences(trainTreebanks(corporaFolder, values), groups)
  const file = {head: modelHead('sentences', settings, treebankData()), arrays}
  return withScores(file, evaluateWords(devTreebanks(corporaFolder), {sentences: file}))
}

function trainEncoderFile(corporaFolder: string): ModelFile {
  const given = readModelFile(readFileSync(values.given))
  const {arrays, settings} = trainEncoder({
    corporaFolder,
    given,
    clean: values.clean,
    ...(values.from !== undefined && {from: readModelFile(readFileSync(values.from))})
  })
  const groups = wordGroupArrays(readWordGroups(given))
  const head = modelHead('encoder', settings, [...treebankData(), ...encoderData()])
  const file = {head, arrays: {...arrays, ...groups}}
  const models = {encoder: file}
  return withScores(file, [...evaluateTags(corporaFolder, models), ...evaluateTrees(corporaFolder, models)])
}

function trainNamesFile(corporaFolder: string): ModelFile {
  const {encoder, names} = loadModels(new URL(`file://${values.models}/`))
  const given = names ?? readModelFile(readFileSync(values.given))
  const {arrays, settings} = trainNames({corporaFolder, encoder, given})
  const file = {head: modelHead('names', settings, NAMES_DATA), arrays}
  const models = {encoder, names: file}
  const calibration = calibrationTable(judgedByDocument(corporaFolder, models).flat())
  return {
    head: {...file.head, scores: scoreCoreNames(corporaFolder, models)},
    arrays: {...arrays, calibration}
  }
}

function trainChainsFile(corporaFolder: string): ModelFile {
  const models = loadModels(new URL(`file://${values.models}/`))
  const {arrays, settings} = trainChains(corporaFolder, models)
  const file = {head: modelHead('chains', settings, CHAINS_DATA), arrays}
  const calibration = calibrationTable(judgedPronouns(corporaFolder, {...models, chains: file}).flat())
  const calibrated = {...file, arrays: {...arrays, calibration}}
  return withScores(calibrated, evaluateChains(corporaFolder, {...models, chains: calibrated}))
}

function trainAttributionsFile(corporaFolder: string): ModelFile {
  const models = loadModels(new URL(`file://${values.models}/`))
  const {arrays, settings} = trainAttributions({corporaFolder, models})
  const file = {head: modelHead('attributions', settings, ATTRIBUTIONS_DATA), arrays}
  const weights = scoreWeights(heldOutArticles(corporaFolder), {...models, attributions: file})
  const weighed = {...file, head: {...file.head, settings: {...settings, scoreWeights: weights}}}
  return withScores(weighed, evaluatePolnear(corporaFolder, {...models, attributions: weighed}))
}

function trainTiesFile(corporaFolder: string): ModelFile {
  const models = loadModels(new URL(`file://${values.models}/`))
  const {arrays, settings} = trainTies(corporaFolder, models)
  const file = {head: modelHead('ties', settings, TIES_DATA), arrays}
  const rows = evaluateKnowledgeNet(corporaFolder, {...models, ties: file})
  return withScores(
    file,
    rows.filter(({figure}) => figure === 'Text F1')
  )
}

function treebankData(): ModelHead['data'] {
  return [
    {corpus: 'UD English EWT, train', licence: 'CC BY-SA 4.0'},
    {
      corpus: values.clean
        ? 'GUM, train, documents free of non-commercial terms'
        : 'GUM, train, documents not under non-commercial terms; of some no licence is stated',
      licence: 'CC BY 4.0; texts CC BY 2.5 to CC BY-SA 3.0'
    }
  ]
}

function modelHead(name: string, settings: Record<string, unknown>, data: ModelHead['data']): ModelHead {
  const trained = new Date().toISOString().slice(0, 10)
  return {name, version: '2', data, licence: 'CC BY-SA 4.0', trained, scores: {}, settings}
}

function withScores({head, arrays}: ModelFile, rows: readonly Row[]): ModelFile {
  const scores = rows.map(({on, figure, value}) => [`${on} ${figure}`, Math.round(value * 10_000) / 10_000])
  return {head: {...head, scores: Object.fromEntries(scores)}, arrays}
}
