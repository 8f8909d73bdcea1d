import {ExitCode} from './exit-code.ts'

/** Ctrl-C as a promise: the first lets the work end cleanly, a second ends the process at once. */
export interface Interrupt {
  readonly isAsked: boolean
  readonly asked: Promise<'interrupted'>
  /** Give Ctrl-C back its usual meaning. */
  release(): void
}

/** Take over Ctrl-C (SIGINT) and a polite request to end (SIGTERM) until released. */
export function takeInterrupt(): Interrupt {
  let isAsked = false
  const {promise, resolve} = Promise.withResolvers<'interrupted'>()
  const onSignal = () => {
    if (isAsked) process.exit(ExitCode.interrupted)
    isAsked = true
    resolve('interrupted')
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return {
    get isAsked() {
      return isAsked
    },
    asked: promise,
    release() {
      process.off('SIGINT', onSignal)
      process.off('SIGTERM', onSignal)
    }
  }
}
