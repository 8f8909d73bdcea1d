import type {Command} from 'commander'
import {examples, type Running} from '../commands.ts'

/** Declare `reread`. */
export function addReread(program: Command, {terminal, ending}: Running): void {
  program
    .command('reread')
    .summary('read documents on record again, with this version')
    .description(
      'Read the bytes on record again and tell what this reader makes of them that an older one did not. What people judged ' +
        'finds its words again; what they accepted stays where it is no longer found. Nothing is lost.'
    )
    .argument('[documents...]', 'ids, paths, addresses or titles')
    .option('--all', 'every document on record')
    .option('--workers <count>', 'how many documents are read at once')
    .option('--json', 'one JSON object a document')
    .addHelpText(
      'after',
      examples(['reread report.txt', 'one document'], ['reread --all', 'the whole record, after an upgrade'])
    )
    .action(ending(async (words, options) => (await import('../reread.ts')).reread(words, options, terminal)))
}
