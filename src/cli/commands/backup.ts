import type {Command} from 'commander'
import {examples, type Running} from '../commands.ts'

/** Declare `backup`. */
export function addBackup(program: Command, {terminal, ending}: Running): void {
  program
    .command('backup')
    .summary('copy the record, while it is in use')
    .description(
      'Copy the whole record, every project, into a new file, while others read and write it. The copy is checked before it ' +
        'gets its name, and replaces nothing.'
    )
    .argument('<file>', 'the file to make')
    .addHelpText(
      'after',
      examples(['backup ~/usb/record-monday.db', 'onto a stick'], ['backup "backups/$(date +%F).db"', 'one a day'])
    )
    .action(ending(async (file, options) => (await import('../backup.ts')).backup(file, options, terminal)))
}
