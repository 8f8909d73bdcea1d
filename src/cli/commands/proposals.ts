import type {Command} from 'commander'
import {examples, type Running, wholeNumber} from '../commands.ts'

/** Declare `proposals`. */
export function addProposals(program: Command, {terminal, ending}: Running): void {
  program
    .command('proposals')
    .summary('list who may be the same, for you to say')
    .description(
      'List people, bodies and other named things that may be the same and are not clear enough to be joined, the surest first, ' +
        'with what speaks for it and against it; then judgements about who is whom that newer ones overrule.'
    )
    .argument('[name...]', 'only those about whoever goes by this name or address')
    .option('--limit <count>', 'how many to show', wholeNumber, 20)
    .option('--json', 'one JSON object a line')
    .addHelpText(
      'after',
      examples(
        ['proposals', 'everyone who may be someone else'],
        ['proposals Oskar Lind', 'who else may be Oskar Lind']
      )
    )
    .action(
      ending(async (words, options) => (await import('../proposals.ts')).proposals(words.join(' '), options, terminal))
    )
}
