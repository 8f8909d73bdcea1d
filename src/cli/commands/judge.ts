import type {Command} from 'commander'
import {examples, type Running} from '../commands.ts'

const BY = ['--by <name>', 'who judges (default: your user name)'] as const
const WHY = ['--why <words>', 'the reason, kept with the judgement'] as const
const JSON_OUT = ['--json', 'the judgement as JSON'] as const

/** Declare the commands by which a person judges: verdicts, corrections, grades, notes, tags, and taking them back. */
export function addJudge(program: Command, running: Running): void {
  addVerdict(program, running, 'accept', 'say that a claim was read rightly')
  addVerdict(program, running, 'reject', 'say that a claim was read wrongly')
  addVerdict(program, running, 'unsure', 'say that nobody can tell whether a claim was read rightly')
  addCorrect(program, running)
  addGrade(program, running)
  addAnnotation(program, running, 'note', 'write a note to anything on record', 'ask the port for the minutes')
  addAnnotation(program, running, 'tag', 'put a tag to anything on record', 'to check')
  addUndo(program, running)
  addJudgements(program, running)
}

function addVerdict(
  program: Command,
  {terminal, ending}: Running,
  kind: 'accept' | 'reject' | 'unsure',
  summary: string
): void {
  const effects = {
    accept: 'It stays on record even where a newer reader no longer finds it. The machine’s score stays beside it.',
    reject: 'It goes out of every answer, and can still be shown by its id.',
    unsure: 'It stays in every answer, with a sign.'
  }
  program
    .command(kind)
    .summary(summary)
    .description(`${summary[0]!.toUpperCase()}${summary.slice(1)}. ${effects[kind]} hearsay undo takes it back.`)
    .argument('<claim>', 'its id, or the first characters of it')
    .option(...WHY)
    .option(...BY)
    .option(...JSON_OUT)
    .addHelpText('after', examples([`${kind} statement-3f2a --why "heard the recording"`, 'one claim, and why']))
    .action(
      ending(async (words, options) => (await import('../accept.ts')).giveVerdict(kind, words, options, terminal))
    )
}

function addCorrect(program: Command, {terminal, ending}: Running): void {
  program
    .command('correct')
    .summary('correct a field of a claim or of a document')
    .description(
      'Say what a field should read; what the machine read is kept. Of a document: published, outlet, title, authors. Of a ' +
        'claim: its fields, as docs/judgements.md lists them. A person or organisation is given by words of the document.'
    )
    .usage('[options] <claim-or-document> <field> <value...>')
    .argument('<what-field-value...>', 'a claim or document, the field, and what it should read')
    .option('--at <place>', 'LINE:COLUMN of the words, where they stand more than once')
    .option('--empty', 'it should read nothing')
    .option(...WHY)
    .option(...BY)
    .option(...JSON_OUT)
    .addHelpText(
      'after',
      examples(
        ['correct role-77c1 begun 2019-05', 'a date'],
        ['correct statement-3f2a speaker "Jörg Ebersøn"', 'who speaks, by words of the document'],
        ['correct report.txt published 2024-11-05', 'when a document was published']
      )
    )
    .action(ending(async (words, options) => (await import('../correct.ts')).correct(words, options, terminal)))
}

function addGrade(program: Command, {terminal, ending}: Running): void {
  program
    .command('grade')
    .summary('grade a source or a claim from A1 to F6')
    .description(
      'Give Admiralty grades: A to F for how reliable the source is, 1 to 6 for how credible the information is.'
    )
    .usage('[options] <claim-or-document> <grade>')
    .argument('<what-and-grade...>', 'a claim, or a document as a source, and its grade')
    .option(...WHY)
    .option(...BY)
    .option(...JSON_OUT)
    .addHelpText(
      'after',
      examples(
        ['grade report.txt B', 'a usually reliable source'],
        ['grade statement-3f2a B2', 'probably true, from it']
      )
    )
    .action(ending(async (words, options) => (await import('../note.ts')).grade(words, options, terminal)))
}

function addAnnotation(
  program: Command,
  {terminal, ending}: Running,
  kind: 'note' | 'tag',
  summary: string,
  example: string
): void {
  program
    .command(kind)
    .summary(summary)
    .description(
      `${summary[0]!.toUpperCase()}${summary.slice(1)}: a document, a claim, a person, a judgement, a contradiction.`
    )
    .usage('[options] <about> <words...>')
    .argument('<about-and-words...>', 'what it is about, by id, path, title or name, and the words')
    .option(...WHY)
    .option(...BY)
    .option(...JSON_OUT)
    .addHelpText('after', examples([`${kind} report.txt ${example}`, `a ${kind} on a document`]))
    .action(ending(async (words, options) => (await import('../note.ts')).annotate(kind, words, options, terminal)))
}

function addUndo(program: Command, {terminal, ending}: Running): void {
  program
    .command('undo')
    .summary('take a judgement back')
    .description('Take a judgement back: what it changed is again exactly as it was. Both stay in the log.')
    .argument('<judgement>', 'its id, the first characters of it, or last: the last of yours that stands')
    .option(...WHY)
    .option(...BY)
    .option(...JSON_OUT)
    .addHelpText(
      'after',
      examples(['undo last', 'what you judged just now'], ['undo judgement-9b04', 'as hearsay judgements lists them'])
    )
    .action(ending(async (words, options) => (await import('../undo.ts')).undo(words, options, terminal)))
}

function addJudgements(program: Command, {terminal, ending}: Running): void {
  program
    .command('judgements')
    .summary('list what people judged')
    .description('List judgements in the order in which they were made, with those that were taken back.')
    .argument('[about]', 'only about this document and what is in it, this claim, person or judgement')
    .option('--kind <kinds...>', 'only of these kinds: accept, reject, correct, same, note …')
    .option('--by <name>', 'only by this person')
    .option('--words <words>', 'only with these words in a note, a tag or a reason')
    .option('--standing', 'only those that were not taken back')
    .option('--conflicts', 'where people judged the same thing differently instead')
    .option('--json', 'one JSON object a line')
    .addHelpText(
      'after',
      examples(
        ['judgements', 'all of them'],
        ['judgements report.txt --standing', 'what holds about a document'],
        ['judgements --conflicts', 'where somebody has to decide']
      )
    )
    .action(ending(async (words, options) => (await import('../judgements.ts')).judgements(words, options, terminal)))
}
