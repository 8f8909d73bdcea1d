import type {Command} from 'commander'
import {examples, type Running} from '../commands.ts'

/** Declare `import`. */
export function addImport(program: Command, {terminal, ending}: Running): void {
  program
    .command('import')
    .summary('save a list of people and bodies that you know')
    .description(
      'Save what a CSV file tells of people and bodies, their names, roles and dates, as claims with that file as their source. ' +
        'Where a row cannot be read, every such row is told and nothing is saved.'
    )
    .argument('<file>', 'the list: CSV, its first row the names of the columns')
    .option('--column <names...>', 'what a column tells, where its name does not: title=Funktion')
    .option('--published <date>', 'when the list was made: 2016-12-16, 2016-12, or another EDTF date')
    .option('--dry-run', 'say what would be saved, and save nothing')
    .option('--json', 'what was read, as JSON')
    .addHelpText(
      'after',
      examples(
        ['import people.csv', 'columns called name, aliases, title, organisation, begun, ended, born'],
        ['import staff.csv --column title=Funktion name=Nachname', 'columns with other names']
      )
    )
    .action(ending(async (file, options) => (await import('../import.ts')).importList(file, options, terminal)))
}
