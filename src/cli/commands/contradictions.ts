import {type Command, Option} from 'commander'
import {CONTRADICTION_KINDS} from '../../record/compare/comparison.ts'
import {CONTRADICTION_STATES} from '../../record/compare/contradiction-index.ts'
import {examples, type Running, wholeNumber} from '../commands.ts'

/** Declare `contradictions`, and `settle` for what becomes of one. */
export function addContradictions(program: Command, {terminal, ending}: Running): void {
  program
    .command('contradictions')
    .summary('list claims that cannot both hold')
    .description(
      'List claims of which both cannot hold, or of which one denies the other, side by side, with their words and sources. ' +
        'They stay until a person settles them, and after that.'
    )
    .argument('[name...]', 'only those about whoever goes by this name or address; or the id of one')
    .addOption(new Option('--state <states...>', 'only these').choices(CONTRADICTION_STATES))
    .addOption(new Option('--kind <kinds...>', 'only these').choices(CONTRADICTION_KINDS))
    .option('--document <id>', 'only those of this document: its id, path, address or title')
    .option('--limit <count>', 'how many to show', wholeNumber, 20)
    .option('--json', 'one JSON object a line')
    .addHelpText(
      'after',
      examples(
        ['contradictions --state open', 'those nobody has worked through'],
        ['contradictions Oskar Lind', 'those about one man'],
        ['contradictions contradiction-3f2a', 'one, by the first characters of its id']
      )
    )
    .action(
      ending(async (words, options) =>
        (await import('../contradictions.ts')).contradictions(words.join(' '), options, terminal)
      )
    )
  program
    .command('settle')
    .summary('say what became of a contradiction')
    .description(
      'Say that a contradiction is explained, resolved, or open again. Nothing is taken away: it stays on record, with who said ' +
        'so, when and why.'
    )
    .argument('<contradiction>', 'its id, or the first characters of it')
    .addOption(new Option('--state <state>', 'what became of it').choices(CONTRADICTION_STATES).default('explained'))
    .option('--why <words>', 'how, kept with it')
    .option('--by <name>', 'who says so (default: your user name)')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      examples(
        ['settle contradiction-3f2a --why "the first paper counted the wounded"', 'both can be so, and why'],
        ['settle contradiction-3f2a --state resolved --why "the ministry corrected itself"', 'it is clear which holds']
      )
    )
    .action(ending(async (words, options) => (await import('../contradictions.ts')).settle(words, options, terminal)))
}
