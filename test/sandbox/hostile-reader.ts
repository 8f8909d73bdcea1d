import {writeSync} from 'node:fs'
import {connect} from 'node:net'
import type {Source} from '../../src/intake/take-in.ts'
import {UnreadableSource} from '../../src/intake/unreadable-source.ts'
import type {Journey} from '../../src/pipeline.ts'
import {ANSWER_FD, answerJobs} from '../../src/sandbox/answer-jobs.ts'
import {keepCompiledCode, shutIn} from '../../src/sandbox/shut-in.ts'
import {journeyOf} from '../support/journeys.ts'

/** A reader that does what the document tells it to: what a real one would do after a document broke it. */
const DEEDS: Readonly<Record<string, (rest: string) => unknown>> = {
  hang: () => {
    for (;;);
  },
  heap: () => {
    const kept: unknown[] = []
    for (;;) kept.push({more: kept.length})
  },
  buffers: () => {
    const kept: Buffer[] = []
    for (;;) kept.push(Buffer.alloc(1 << 20, 1))
  },
  exit: () => process.exit(0),
  abort: () => process.abort(),
  recurse: () => recurse(1),
  unreadable: () => {
    throw new UnreadableSource('binary', 'a.bin', 'its bytes look like no text', 'Convert it to text first')
  },
  'print garbage': () => {
    for (let count = 0; count < 1000; count++) console.log('{"kind":"ready"}\u0000', count)
    console.error('FATAL nothing')
  },
  'answer garbage': () => writeSync(ANSWER_FD, 'no answer at all'),
  'answer half': () => {
    writeSync(ANSWER_FD, Buffer.from([0, 0, 0, 9, 1, 2]))
    process.exit(0)
  },
  'answer too much': () => {
    const much = Buffer.alloc(1 << 16)
    writeSync(ANSWER_FD, Buffer.from([0xff, 0xff, 0xff, 0xf0]))
    for (;;) writeSync(ANSWER_FD, much)
  },
  'answer another kind': () => answer({kind: 'journey', journey: {document: {id: 'x', text: 1}}}),
  'answer twice': () => answer({kind: 'ready'}),
  evaluate: () => new Function('return 1')(),
  backtrack: () => /^(a+)+$/.test(`${'a'.repeat(35)}!`),
  env: () => {
    throw new Error(JSON.stringify(process.env))
  },
  read: path => process.getBuiltinModule('node:fs').readFileSync(path),
  write: path => process.getBuiltinModule('node:fs').writeFileSync(path, 'x'),
  spawn: () => process.getBuiltinModule('node:child_process').execFileSync('/bin/true'),
  worker: () => new (process.getBuiltinModule('node:worker_threads').Worker)('1', {eval: true}),
  connect: port => connect(Number(port), '127.0.0.1').on('error', () => {})
}

keepCompiledCode()
shutIn()
answerJobs(obey)

function obey(source: Source): Journey {
  const [deed = '', rest = ''] = new TextDecoder().decode(source.bytes).split(': ')
  DEEDS[deed]?.(rest)
  return journeyOf({title: source.ref, lines: [{speaker: 'Anna Marlow', cue: 'said', words: deed}]})
}

function recurse(depth: number): number {
  return recurse(depth + 1) + 1
}

function answer(value: unknown): void {
  const body = Buffer.from(JSON.stringify(value))
  const head = Buffer.alloc(4)
  head.writeUInt32BE(body.length)
  writeSync(ANSWER_FD, Buffer.concat([head, body]))
}
