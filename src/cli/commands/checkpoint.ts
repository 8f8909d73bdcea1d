import type {Command} from 'commander'
import {examples, type Running} from '../commands.ts'

/** Declare `checkpoint`. */
export function addCheckpoint(program: Command, {terminal, ending}: Running): void {
  program
    .command('checkpoint')
    .summary('sign the log, so that later changes show')
    .description(
      'Print four lines that say what the record holds now, signed with its key. Kept where nobody who can change the record ' +
        'can change them, they show later whether anything was rewritten or taken away: hearsay verify --checkpoint FILE.'
    )
    .option(
      '--to <file>',
      'keep them in this file; one that is there is replaced only if the record still holds what it says'
    )
    .option(
      '--tiles <folder>',
      'write the whole log, without its content, as files that other tools for such logs read'
    )
    .option('--proof <id>', 'print the proof that one document, run or judgement, or place of the log, is in it')
    .addHelpText(
      'after',
      examples(
        ['checkpoint --to ~/usb/checkpoint.txt', 'on a stick that lies elsewhere'],
        ['checkpoint | mail -s checkpoint friend@example.org', 'with somebody else'],
        ['checkpoint --proof doc-3f2a9c0b1d > doc.tlog-proof', 'that one document was on record']
      )
    )
    .action(ending(async (_, options) => (await import('../checkpoint.ts')).checkpoint(options, terminal)))
}
