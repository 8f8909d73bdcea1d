import type {Command} from 'commander'
import {examples, type Running} from '../commands.ts'

/** Declare `restore`. */
export function addRestore(program: Command, {terminal, ending}: Running): void {
  program
    .command('restore')
    .summary('bring a backup back as the record')
    .description('Check a backup whole and put a copy of it where the record should be.')
    .argument('<file>', 'the backup')
    .option('--replace', 'also where a record is, which is kept aside under a name with the time')
    .addHelpText(
      'after',
      examples(
        ['restore ~/usb/record-monday.db', 'on a machine that has no record yet'],
        ['restore ~/usb/record-monday.db --replace', 'instead of a record that is damaged']
      )
    )
    .action(ending(async (file, options) => (await import('../restore.ts')).restore(file, options, terminal)))
}
