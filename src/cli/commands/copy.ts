import type {Command} from 'commander'
import {examples, type Running} from '../commands.ts'

/** Declare `copy`. */
export function addCopy(program: Command, {terminal, ending}: Running): void {
  program
    .command('copy')
    .summary('add what another record holds')
    .description(
      'Add everything that another record holds and this one does not, with who judged what and when. A second time adds nothing.'
    )
    .argument('<file>', 'the other record')
    .option('--from-project <name>', 'the project to copy from (default: the one of the same name as here)')
    .option('--json', 'the counts as JSON')
    .addHelpText(
      'after',
      examples(
        ['copy ~/usb/ines.db', "a colleague's record into yours"],
        ['copy old.db --project archive', 'into a project of its own, from that of the same name'],
        ['copy old.db --from-project default --project archive', 'from another one']
      )
    )
    .action(ending(async (file, options) => (await import('../copy.ts')).copy(file, options, terminal)))
}
