/** What a script can tell from how a command ended. Documented in docs/cli.md; a test holds the two together. */
export const ExitCode = {
  /** All was read, found or done. */
  done: 0,
  /** Some input could not be read; the rest was. */
  unreadable: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** The record cannot be opened, is damaged, or is in use. */
  record: 3,
  /** Nothing was found. */
  notFound: 4,
  /** More than one thing goes by that name. */
  ambiguous: 5,
  /** A quote stands there with other words. */
  altered: 6,
  /** No Node 24 or newer, or a package is not installed. `EX_UNAVAILABLE` of sysexits. */
  unavailable: 69,
  /** A fault in Hearsay itself. `EX_SOFTWARE` of sysexits. */
  fault: 70,
  /** Stopped with Ctrl-C, as shells count it. */
  interrupted: 130,
  /** Whoever read our output went away, as shells count it. */
  pipeClosed: 141
} as const

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode]

/** A command cannot go on, for a reason that is the user's to mend; the message says which. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure'
  readonly exitCode: ExitCode

  constructor(exitCode: ExitCode, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}
