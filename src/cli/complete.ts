import type {Command, Option} from 'commander'
import {SHELLS} from './commands.ts'
import {COMPLETION_SCRIPTS} from './completion-scripts.ts'
import {ExitCode} from './exit-code.ts'
import type {Terminal} from './terminal.ts'

/** The last line of an answer: whether file names fit as well. */
const FILES_TOO = ':0'
const NO_FILES = ':4'

/** Print the completion script for `shell`. */
export async function complete(shell: string, {writeText}: Terminal): Promise<ExitCode> {
  writeText(COMPLETION_SCRIPTS[shell]!)
  return ExitCode.done
}

/** Answer a completion script: `words` are what is typed after the program's name, the last one unfinished. */
export function suggest(program: Command, words: readonly string[], {writeText}: Terminal): void {
  const typed = words.slice(0, -1)
  const unfinished = words.at(-1) ?? ''
  const {choices, offersFiles} = whatFits(program, typed, unfinished)
  const fitting = choices.filter(([value]) => value.startsWith(unfinished))
  writeText(fitting.map(([value, meaning]) => `${value}\t${meaning}\n`).join(''))
  writeText(`${offersFiles ? FILES_TOO : NO_FILES}\n`)
}

type Choice = readonly [value: string, meaning: string]

interface Fitting {
  readonly choices: readonly Choice[]
  readonly offersFiles: boolean
}

/** Arguments and option values of these names are files. */
const FILE_NAMES = /\b(?:file|inputs|document)\b/

function whatFits(program: Command, typed: readonly string[], unfinished: string): Fitting {
  const command = typed
    .map(word => program.commands.find(each => each.name() === word))
    .find(each => each !== undefined)
  const last = typed.at(-1) ?? ''
  const options = [...(command?.options ?? []), ...program.options]
  const open = options.find(option => takesValue(option) && (option.long === last || option.short === last))
  if (open) return valuesOf(open)
  if (unfinished.startsWith('-')) return {choices: options.map(optionChoice), offersFiles: false}
  if (!command) return {choices: program.commands.map(each => [each.name(), each.summary()]), offersFiles: false}
  if (command.name() === 'complete') return {choices: SHELLS.map(shell => [shell, '']), offersFiles: false}
  if (command.name() === 'help')
    return {choices: program.commands.map(each => [each.name(), each.summary()]), offersFiles: false}
  return {choices: [], offersFiles: command.registeredArguments.some(argument => FILE_NAMES.test(argument.name()))}
}

function takesValue({required, optional}: Pick<Option, 'required' | 'optional'>): boolean {
  return required || optional
}

function valuesOf({argChoices = [], flags}: Option): Fitting {
  return {choices: argChoices.map(choice => [choice, '']), offersFiles: FILE_NAMES.test(flags)}
}

function optionChoice({long, short, description}: Option): Choice {
  return [long ?? short ?? '', description]
}
