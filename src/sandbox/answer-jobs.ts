import {Socket} from 'node:net'
import type {Source} from '../intake/take-in.ts'
import type {Journey} from '../pipeline.ts'
import {FrameReader, writeFrame} from './frames.ts'
import {type Answer, type JobHead, slim} from './messages.ts'

/** Where answers go: not standard output, so that nothing a library prints can be taken for one. */
export const ANSWER_FD = 3

/** The parent checks a document's size before it sends it; this only bounds a frame. */
const FRAME_MAX = 0xffff_ffff

/** Say that this child is ready, then answer every job that comes on standard input, until it ends. */
export function answerJobs(read: (source: Source) => Journey): void {
  const answers = new Socket({fd: ANSWER_FD, readable: false, writable: true})
  const send = (answer: Answer) => {
    for (const piece of writeFrame(Buffer.from(JSON.stringify(answer)))) answers.write(piece)
  }
  const frames = new FrameReader(FRAME_MAX)
  let head: JobHead | undefined
  process.stdin.on('data', chunk => {
    for (const frame of frames.add(chunk)) {
      if (head === undefined) {
        head = JSON.parse(new TextDecoder().decode(frame)) as JobHead
        continue
      }
      const source = {...head, bytes: frame}
      head = undefined
      send(answerTo(source, read))
    }
  })
  // The parent is gone or wants no more. Not waiting for anything is the point of this process.
  process.stdin.on('end', () => process.exit())
  answers.on('error', () => process.exit(1))
  send({kind: 'ready'})
}

function answerTo(source: Source, read: (source: Source) => Journey): Answer {
  try {
    return {kind: 'journey', journey: slim(read(source))}
  } catch (error) {
    const {name, message, code} = error as {name?: unknown; message?: unknown; code?: unknown}
    if (name === 'UnreadableSource') return {kind: 'unreadable', code: String(code), message: String(message)}
    return {kind: 'failed', message: `${String(name)}: ${String(message)}`}
  }
}
