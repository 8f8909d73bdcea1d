import type {Command} from 'commander'
import {examples, type Running} from '../commands.ts'

/** Declare `imports`. */
export function addImports(program: Command, {terminal, ending}: Running): void {
  program
    .command('imports')
    .summary('list what came in together')
    .description(
      'List every reading of files or lists that brought something, the last first. hearsay forget takes one back.'
    )
    .option('--json', 'one JSON object a line')
    .addHelpText(
      'after',
      examples(
        ['imports', 'what was read, when and by whom'],
        ['forget import-3f2a9c0b', 'hide all that came only with one of them']
      )
    )
    .action(ending(async (_, options) => (await import('../imports.ts')).imports(options, terminal)))
}
