import {existsSync} from 'node:fs'
import {Command, CommanderError} from 'commander'
import {addCommands} from './commands.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {visible} from './page/safe-text.ts'
import {openTerminal, reportError, type Terminal} from './terminal.ts'
import {packageVersion} from './version.ts'

/** Run one command line, without the program's own name, and say how it ended. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  const terminal = openTerminal({color: !args.includes('--no-color')})
  let exitCode: ExitCode = ExitCode.done
  const program = buildProgram(terminal, ended => {
    exitCode = ended
  })
  try {
    if (args.length === 0) program.outputHelp()
    else if (args[0] === 'complete' && args[1] === '--') await answerShell(program, args.slice(2), terminal)
    else await program.parseAsync([...args], {from: 'user'})
    return exitCode
  } catch (error) {
    return error instanceof CommanderError ? explainUsage(terminal, error, args) : explainFailure(terminal, error)
  }
}

/** Every command with its options and help; each command's own file is loaded only when it runs. */
export function buildProgram(terminal: Terminal, onEnd: (exitCode: ExitCode) => void): Command {
  const program = new Command('hearsay')
    .description('Who said what, in which production, on whose word, how sure, since when, and in which exact words.')
    .version(packageVersion(), '--version', 'print the version')
    .option(
      '--record <file>',
      'the record to use (default: $HEARSAY_RECORD, else hearsay/record.db in your data folder)'
    )
    .option(
      '--project <name>',
      'the project in it: nothing is seen of others (default: $HEARSAY_PROJECT, else default)'
    )
    .option('--no-color', 'no colour; NO_COLOR does the same')
    .helpOption('-h, --help', 'print this help, or that of a command')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp({showGlobalOptions: true, sortSubcommands: false})
    .configureOutput({outputError: (text, write) => write(visible(text.replace(/^error: /, 'hearsay: ')))})
    .exitOverride()
    .showHelpAfterError('Run with --help to see what is possible.')
    .addHelpText('after', `\nExit codes:\n${EXIT_CODE_LINES}\n\nMore: docs/cli.md`)
  addCommands(program, {terminal, onEnd})
  return program
}

const EXIT_CODE_LINES = [
  [ExitCode.done, 'all was read, found or done'],
  [ExitCode.unreadable, 'some input could not be read; the rest was'],
  [ExitCode.usage, 'wrong usage'],
  [ExitCode.record, 'the record cannot be opened, is damaged, or is in use'],
  [ExitCode.notFound, 'nothing was found'],
  [ExitCode.ambiguous, 'more than one thing goes by that name'],
  [ExitCode.altered, 'a quote is altered'],
  [ExitCode.unavailable, 'no Node 24 or newer, or something else that Hearsay needs is missing'],
  [ExitCode.fault, 'a fault in Hearsay itself'],
  [ExitCode.interrupted, 'stopped with Ctrl-C'],
  [ExitCode.pipeClosed, 'whoever read the output went away']
]
  .map(([code, meaning]) => `  ${String(code).padStart(3)}  ${meaning}`)
  .join('\n')

/** The completion scripts call `hearsay complete -- WORDS`; words of an unfinished command line are no options of ours. */
async function answerShell(program: Command, words: readonly string[], terminal: Terminal): Promise<void> {
  const {suggest} = await import('./complete.ts')
  suggest(program, words, terminal)
}

/** Commander has said already what is wrong; a file in the place of a command deserves a word more. */
function explainUsage(terminal: Terminal, {exitCode, code}: CommanderError, [first = '']: readonly string[]): ExitCode {
  if (exitCode === 0) return ExitCode.done
  if (code === 'commander.unknownCommand' && existsSync(first))
    terminal.notes.line([`To read it: hearsay read ${first}`])
  return ExitCode.usage
}

function explainFailure(terminal: Terminal, error: unknown): ExitCode {
  if (error instanceof CommandFailure) {
    reportError(terminal, error.message)
    return error.exitCode
  }
  const {code = '', message = String(error), stack = ''} = error as {code?: unknown; message?: string; stack?: string}
  if (typeof code === 'string' && /^record_|^disk_full$|^engine_too_old$/.test(code)) {
    reportError(terminal, message)
    return ExitCode.record
  }
  if (code === 'ERR_SQLITE_ERROR') {
    reportError(terminal, `Cannot use the record: ${message}. What was saved before is safe`)
    return ExitCode.record
  }
  reportError(terminal, `Cannot go on: ${message}. This is a fault in Hearsay; what follows says where`)
  for (const line of stack.split('\n').slice(1)) terminal.notes.line([line], {indent: 2})
  return ExitCode.fault
}
