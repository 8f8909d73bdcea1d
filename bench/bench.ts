import {mkdirSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {readDamaged, summarise} from './damaged.ts'
import {measureGrowth} from './linear.ts'
import {measureNameLookup} from './name-lookup.ts'
import {measureScale} from './record-scale.ts'
import {measureSpeed} from './speed.ts'

const USAGE = `Usage: npm run bench -- speed | linear | damaged [--count N] | name-lookup [--names N] | record-scale [--documents N] [--folder FOLDER] [--record FILE] [--out FILE]

  speed     words a second of each stage, beside compromise and wink-nlp; cold start and memory of the command
  linear    time of language and reading on texts from 1 KB to 10 MB
  damaged   N random or damaged inputs through the command (500 by default): each must end within 10 s and 512 MiB
  name-lookup
            looking a name up among N (1,000,000 by default) of Wikidata's people, half of the times in another script
  record-scale
            saving, searching and asking in a record of N generated documents of fifty claims each (1,000 by default; the
            figures are of 50,000) and at a tenth of that; the record is made in FOLDER and removed, or made in or taken from FILE and kept

Results are printed and, for a whole run, written to bench/results/ with the machine they were taken on;
those of record-scale to the FILE that --out names.`

/** How many damaged inputs make a result worth keeping. */
const WHOLE_RUN = '500'

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    count: {type: 'string', default: WHOLE_RUN},
    names: {type: 'string', default: '1000000'},
    documents: {type: 'string', default: '1000'},
    folder: {type: 'string'},
    out: {type: 'string'},
    record: {type: 'string'},
    help: {type: 'boolean', default: false}
  }
})

if (positionals[0] === 'speed') {
  keep('speed', await measureSpeed())
} else if (positionals[0] === 'linear') {
  keep('linear', measureGrowth([1_000, 10_000, 100_000, 1_000_000, 10_000_000]))
} else if (positionals[0] === 'damaged') {
  const {outcomes, recordIsSound} = await readDamaged(Number(values.count), outcome => {
    if (outcome.fault) console.error(`${outcome.name}: ${outcome.fault}: ${outcome.said}`)
  })
  const summary = summarise(outcomes, recordIsSound)
  if (values.count === WHOLE_RUN) keep('damaged', summary)
  else console.log(JSON.stringify(summary, null, 2))
  process.exitCode = summary.faults.length === 0 && recordIsSound ? 0 : 1
} else if (positionals[0] === 'name-lookup') {
  const result = measureNameLookup({count: Number(values.names)})
  if (values.names === '1000000') keep('name-lookup', result)
  else console.log(JSON.stringify(result, null, 2))
} else if (positionals[0] === 'record-scale') {
  const {documents, folder, record, out} = values
  const where = {...(folder !== undefined && {folder}), ...(record !== undefined && {record})}
  const result = await measureScale({documents: Number(documents), ...where, tell: line => console.error(line)})
  const json = `${JSON.stringify(result, null, 2)}\n`
  if (out !== undefined) writeFileSync(out, json)
  console.log(json)
} else {
  console.error(USAGE)
  process.exitCode = values.help ? 0 : 2
}

function keep(name: string, result: unknown): void {
  const folder = new URL('results/', import.meta.url)
  mkdirSync(folder, {recursive: true})
  const json = `${JSON.stringify(result, null, 2)}\n`
  writeFileSync(new URL(`${name}.json`, folder), json)
  console.log(json)
}
