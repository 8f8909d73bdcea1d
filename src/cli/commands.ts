import {Argument, type Command, InvalidArgumentError, Option} from 'commander'
import {edtfBounds} from '../language/edtf.ts'
import {addBackup} from './commands/backup.ts'
import {addCheckpoint} from './commands/checkpoint.ts'
import {addClaim} from './commands/claim.ts'
import {addCompare} from './commands/compare.ts'
import {addContradictions} from './commands/contradictions.ts'
import {addCopy} from './commands/copy.ts'
import {addIdentify} from './commands/identify.ts'
import {addImport} from './commands/import.ts'
import {addImports} from './commands/imports.ts'
import {addJudge} from './commands/judge.ts'
import {addNew} from './commands/new.ts'
import {addProjects} from './commands/projects.ts'
import {addProposals} from './commands/proposals.ts'
import {addPurge} from './commands/purge.ts'
import {addReread} from './commands/reread.ts'
import {addRestore} from './commands/restore.ts'
import {addVerify} from './commands/verify.ts'
import {addWho} from './commands/who.ts'
import type {ExitCode} from './exit-code.ts'
import type {Terminal} from './terminal.ts'

/** What running a command needs: where it prints, and who is told how it ended. */
export interface CommandSetting {
  readonly terminal: Terminal
  readonly onEnd: (exitCode: ExitCode) => void
}

/** The shells there are completion scripts for. */
export const SHELLS = ['bash', 'zsh', 'fish']

/** Declare every command with its options and help. The file that does its work is loaded only when it runs. */
export function addCommands(program: Command, {terminal, onEnd}: CommandSetting): void {
  const ending: Ending =
    action =>
    async (...args) => {
      const command = args.at(-1) as Command
      onEnd(await action(args[0], command.optsWithGlobals()))
    }
  for (const add of [
    addRead,
    addShow,
    addWho,
    addSearch,
    addList,
    addNew,
    addContradictions,
    addCompare,
    addForget,
    addJudge,
    addIdentify,
    addProposals,
    addClaim,
    addReread,
    addPurge,
    addCheck,
    addVerify,
    addCheckpoint,
    addImport,
    addProjects,
    addImports,
    addCopy,
    addBackup,
    addRestore,
    addDoctor,
    addParse,
    addComplete
  ])
    add(program, {terminal, ending})
}

/** What the declaration of a command needs to run it. */
export interface Running {
  readonly terminal: Terminal
  readonly ending: Ending
}

// biome-ignore lint/suspicious/noExplicitAny: commander gives arguments and options as any
type Any = any

/** Make a commander action of one that says how it ended. */
type Ending = (action: (argument: Any, options: Any) => Promise<ExitCode>) => (...args: unknown[]) => Promise<void>

function addRead(program: Command, {terminal, ending}: Running): void {
  program
    .command('read')
    .summary('read documents into the record')
    .description('Read files, whole folders or standard input (-), print what they say and save it in the record.')
    .argument('[inputs...]', 'files, folders, or - for standard input')
    .option('--published <date>', 'when it was published: 2016-12-16, 2016-12, or another EDTF date')
    .option('--address <url>', 'where it was published')
    .option('--title <words>', 'its title, where the text gives none or a wrong one')
    .addOption(
      new Option('--from <format>', 'what the inputs are: documents, or JSON Lines with a document a line')
        .choices(['files', 'jsonl'])
        .default('files')
    )
    .option('--json', 'one JSON object a document on standard output; saves nothing unless --record is given')
    .option('--dry-run', 'print what would be saved, and save nothing')
    .option('--brief', 'one line a document; so by itself for more than three')
    .option('--no-brief', 'everything, however many')
    .option('--quiet', 'print nothing but errors')
    .option('--anyway', 'read also what was purged from the record')
    .option('--workers <count>', 'how many documents are read at once', wholeNumber)
    .option('--time-limit <seconds>', 'give a document up after so long', wholeNumber)
    .option('--memory-limit <MB>', 'give a document up that needs more', wholeNumber)
    .addHelpText(
      'after',
      examples(
        ['read report.txt --published 2016-12-16', 'read one report, show it, save it'],
        ['read archive/', 'read every file in a folder'],
        ['read page.html --json | jq .statements', 'read without saving, as JSON'],
        ['read --from jsonl --json - < in.jsonl > out.jsonl', 'a line out for each line in']
      )
    )
    .action(ending(async (inputs, options) => (await import('./read.ts')).read(inputs, options, terminal)))
}

function addShow(program: Command, {terminal, ending}: Running): void {
  program
    .command('show')
    .summary('show a document, a person, an organisation, a claim')
    .description('Show what is on record of a document, an entity or a claim, each with where it stands.')
    .argument('<name...>', 'an id, the first characters of one, a path, a title or a name')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      examples(
        ['show Oskar Lind', 'everything on record of who goes by that name'],
        ['show report.txt', 'a document as it was read'],
        ['show statement-3f2a', 'a claim in its context, by the first characters of its id']
      )
    )
    .action(ending(async (words, options) => (await import('./show.ts')).show(words.join(' '), options, terminal)))
}

function addSearch(program: Command, {terminal, ending}: Running): void {
  program
    .command('search')
    .summary('search the record')
    .description('Search claims and documents for words, the best first. "two words", -without, this OR that, begin*.')
    .argument('<words...>', 'what to look for')
    .addOption(new Option('--kind <kinds...>', 'only these').choices(SEARCH_KINDS))
    .option('--speaker <name>', 'only what this speaker is reported to have said')
    .option('--from <date>', 'only documents published on or after', day)
    .option('--to <date>', 'only documents published on or before', day)
    .option('--limit <count>', 'how many to show', wholeNumber, 20)
    .option('--json', 'one JSON object a hit')
    .addHelpText(
      'after',
      examples(
        ['search harbour strike', 'both words, anywhere'],
        ['search \'"peace talks"\' --kind statement', 'an exact phrase, in what people said'],
        ['search tariffs --speaker Lind --from 2024-01-01', 'what one speaker said since']
      )
    )
    .action(ending(async (words, options) => (await import('./search.ts')).search(words.join(' '), options, terminal)))
}

function addList(program: Command, {terminal, ending}: Running): void {
  program
    .command('list')
    .summary('list what is on record')
    .description('List the documents on record, the last saved first, or the entities or claims in them.')
    .argument(
      '[words...]',
      'only those with these words in title, outlet, author or source; of entities, with this name'
    )
    .option('--entities', 'people, organisations, places and other named things instead')
    .option('--claims', 'claims instead')
    .addOption(new Option('--kind <kinds...>', 'only claims or entities of these kinds'))
    .option('--document <id>', 'only what stands in this document')
    .option('--limit <count>', 'how many to show', wholeNumber, 50)
    .option('--json', 'one JSON object a line')
    .addHelpText(
      'after',
      examples(
        ['list', 'the documents'],
        ['list --entities Lind', 'everyone called Lind'],
        ['list --claims --kind role relation', 'every role and relation']
      )
    )
    .action(ending(async (words, options) => (await import('./list.ts')).list(words.join(' '), options, terminal)))
}

function addForget(program: Command, {terminal, ending}: Running): void {
  program
    .command('forget')
    .summary('take a document or an import out of sight, or bring it back')
    .description(
      'Hide a document and all that was read in it, or every document that came with an import alone. Nothing is erased: ' +
        '--undo brings it back.'
    )
    .argument('[document]', 'its id, path, address or title; of a forgotten one, its id; or the id of an import')
    .option('--why <words>', 'the reason, kept with the record')
    .option('--undo', 'bring it back')
    .option('--by <name>', 'who decides this (default: your user name)')
    .addHelpText(
      'after',
      examples(
        ['forget report.txt --why "read the draft by mistake"', 'hide it'],
        ['forget report.txt --undo', 'bring it back']
      )
    )
    .action(ending(async (words, options) => (await import('./forget.ts')).forget(words, options, terminal)))
}

function addCheck(program: Command, {terminal, ending}: Running): void {
  program
    .command('check')
    .summary('check a quote against texts')
    .description(
      'Say whether a quote stands in a file: exactly, normalised (other spaces, marks or first letter), altered, with each ' +
        'difference, or not. Needs no record and keeps nothing.'
    )
    .usage('[options] <quote> <file...>')
    .argument('<quote-and-file...>', 'the quote in one argument, then files, folders, or - for standard input')
    .option('--quotes <file>', 'check every line of this file instead; then all arguments are files')
    .option('--json', 'one JSON object for each quote and file')
    .addHelpText(
      'after',
      examples(
        ['check "we will rebuild the bridge" speech.txt', 'one quote against a transcript'],
        ['check --quotes claims.txt transcripts/', 'every line of a file against every file in a folder']
      )
    )
    .action(ending(async (words, options) => (await import('./check.ts')).check(words, options, terminal)))
}

function addDoctor(program: Command, {terminal, ending}: Running): void {
  program
    .command('doctor')
    .summary('check that everything is in order')
    .description(
      'Check the runtime, the models, the isolation of readers and the record, and say what to do about what is not in order.'
    )
    .option(
      '--rebuild',
      'first make anew what is derived from the documents on record: search, who is whom, what is new'
    )
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      examples(
        ['doctor', 'check this machine and your record'],
        ['doctor --record team.db', 'check another record'],
        ['doctor --rebuild', 'mend a search that is damaged']
      )
    )
    .action(ending(async (_, options) => (await import('./doctor.ts')).doctor(options, terminal)))
}

function addParse(program: Command, {terminal, ending}: Running): void {
  program
    .command('parse')
    .summary('print the language layer alone')
    .description('Print sentences, words, parts of speech, trees and names of a text, and nothing of claims.')
    .argument('<file>', 'a file, or - for standard input')
    .addOption(new Option('--to <format>', 'what to print').choices(['conllu', 'json']).default('conllu'))
    .addOption(
      new Option('--as <format>', 'what the file is: a document, or CoNLL-U whose own sentences and words are kept')
        .choices(['document', 'conllu'])
        .default('document')
    )
    .addHelpText(
      'after',
      examples(
        ['parse report.txt', 'CoNLL-U of a text'],
        ['parse gold.conllu --as conllu', 'predict over its own sentences and words']
      )
    )
    .action(ending(async (file, options) => (await import('./parse.ts')).parse(file, options, terminal)))
}

function addComplete(program: Command, {terminal, ending}: Running): void {
  program
    .command('complete')
    .summary('print a completion script for your shell')
    .description('Print a script that completes commands and options of hearsay in your shell.')
    .addHelpText(
      'after',
      examples(
        ['complete bash > ~/.local/share/bash-completion/completions/hearsay', 'bash'],
        ['complete zsh > ~/.zsh/completions/_hearsay', 'zsh, for a folder in your fpath'],
        ['complete fish > ~/.config/fish/completions/hearsay.fish', 'fish']
      )
    )
    .addArgument(new Argument('<shell>', 'bash, zsh or fish').choices(SHELLS))
    .action(ending(async shell => (await import('./complete.ts')).complete(shell, terminal)))
}

const SEARCH_KINDS = [
  'statement',
  'role',
  'relation',
  'production',
  'event',
  'assessment',
  'pointer',
  'contrast',
  'attitude',
  'passage'
]

/** The examples at the end of a command's help. */
export function examples(...lines: readonly (readonly [string, string])[]): string {
  return `\nExamples:\n${lines.map(([command, meaning]) => `  # ${meaning}\n  hearsay ${command}`).join('\n')}`
}

export function wholeNumber(words: string): number {
  if (!/^[1-9]\d{0,8}$/.test(words)) throw new InvalidArgumentError('It must be a whole number above 0.')
  return Number(words)
}

export function day(words: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(words) || !edtfBounds(words))
    throw new InvalidArgumentError('It must be a day, such as 2016-12-31.')
  return words
}
