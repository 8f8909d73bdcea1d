import type {Command} from 'commander'
import {examples, type Running} from '../commands.ts'

/** Declare `verify`. */
export function addVerify(program: Command, {terminal, ending}: Running): void {
  program
    .command('verify')
    .summary('check that nothing on record was altered or taken away')
    .description(
      'Check every document, claim, judgement and entry of the log against its hash, and the log against checkpoints that ' +
        'were kept elsewhere. Changes nothing.'
    )
    .option('--checkpoint <files...>', 'checkpoints that were kept elsewhere')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      examples(
        ['verify', 'all that the record says of itself'],
        ['verify --checkpoint ~/usb/checkpoint.txt', 'and that it still holds what it held then']
      )
    )
    .action(ending(async (_, options) => (await import('../verify.ts')).verify(options, terminal)))
}
