import {Argument, type Command, InvalidArgumentError} from 'commander'
import {edtfBounds} from '../../language/edtf.ts'
import {examples, type Running} from '../commands.ts'

/** Declare `who` and `timeline`. */
export function addWho(program: Command, {terminal, ending}: Running): void {
  program
    .command('who')
    .summary('say who led, spoke for or belonged to a body on a day')
    .description(
      'Say who is reported to have led, spoken for or belonged to a body or place, how surely, and in which words; what ' +
        'contradicts an answer stands beside it. A post seen in a report is held on its day: nothing follows for today.'
    )
    .usage('[options] <leads|speaks-for|belongs-to> <name...>')
    .addArgument(new Argument('<asked>', 'what is asked').choices(['leads', 'speaks-for', 'belongs-to']))
    .argument('<name...>', 'a body or place: its name, or the address of one that a document names')
    .option('--on <date>', 'on which day, or within which time: 2016-05-03, 2016-05, 2016 (default: today)', edtf)
    .option('--known <date>', 'only by reports up to this day', edtf)
    .option('--recorded <point>', 'as the record stood: a place of its log, or a file with a checkpoint of it')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      examples(
        ['who leads Harbour Front --on 2016-05', 'who is said to have led it then, and by whom'],
        ['who speaks-for Harbour Front --on 2016 --known 2016-12-31', 'as far as reports up to then tell'],
        ['who belongs-to Harbour Front --recorded checkpoint.txt', 'as the record stood when that was made']
      )
    )
    .action((asked, words, options, command) =>
      ending(async (name, all) => (await import('../who.ts')).who(asked, name.join(' '), all, terminal))(
        words,
        options,
        command
      )
    )
  program
    .command('timeline')
    .summary('show the posts of a person, or in a body, over time')
    .description(
      'Show every post that a person is reported to have held, or that was held in a body: first and last observed, begun and ' +
        'ended where words say so, gaps, who is told of next, and the claims behind it.'
    )
    .argument('<name...>', 'a person, body or place: a name, or the address of one that a document names')
    .option('--known <date>', 'only by reports up to this day', edtf)
    .option('--recorded <point>', 'as the record stood: a place of its log, or a file with a checkpoint of it')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      examples(
        ['timeline Oskar Lind', 'what he was, and when'],
        ['timeline Harbour Front --known 2016-12-31', 'who was what in it, as far as reports up to then tell']
      )
    )
    .action(
      ending(async (words, options) => (await import('../timeline.ts')).timeline(words.join(' '), options, terminal))
    )
}

function edtf(words: string): string {
  if (!edtfBounds(words)) throw new InvalidArgumentError('It must be a date, such as 2016-12-31, 2016-12 or 2016.')
  return words
}
