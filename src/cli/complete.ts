import {script} from '@bomb.sh/tab'
import type {Command, Option} from 'commander'
import {SHELLS} from './commands.ts'
import {ExitCode} from './exit-code.ts'
import type {Terminal} from './terminal.ts'

/** What a shell is to do besides our suggestions, in cobra's numbers, which tab's scripts speak. */
const OFFER_FILES = 0
const NO_FILES = 4

/**
 * Print the completion script for `shell`.
 *
 * The scripts are tab's; the suggestions are our own, since tab's never let the shell complete the names of files.
 */
export async function complete(shell: string): Promise<ExitCode> {
  script(shell, 'hearsay', 'hearsay')
  return ExitCode.done
}

/** Answer a completion script: `words` are what is typed after the program's name, the last one unfinished. */
export function suggest(program: Command, words: readonly string[], {writeText}: Terminal): void {
  const typed = words.slice(0, -1)
  const unfinished = words.at(-1) ?? ''
  const {choices, offersFiles} = whatFits(program, typed, unfinished)
  const fitting = choices.filter(([value]) => value.startsWith(unfinished))
  writeText(fitting.map(([value, meaning]) => `${value}\t${meaning}\n`).join(''))
  writeText(`:${offersFiles ? OFFER_FILES : NO_FILES}\n`)
}

type Choice = readonly [value: string, meaning: string]

interface Fitting {
  readonly choices: readonly Choice[]
  readonly offersFiles: boolean
}

/** Arguments and option values of these names are files. */
const FILE_NAMES = /\b(?:file|inputs|document)\b/

function whatFits(program: Command, typed: readonly string[], unfinished: string): Fitting {
  const command = program.commands.find(each => each.name() === typed.find(word => !word.startsWith('-')))
  const options = [...(command?.options ?? []), ...program.options]
  const open = options.find(({long, short, ...option}) => takesValue(option) && [long, short].includes(typed.at(-1)))
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
