import type {Command} from 'commander'
import {examples, type Running} from '../commands.ts'

/** Declare `projects`. */
export function addProjects(program: Command, {terminal, ending}: Running): void {
  program
    .command('projects')
    .summary('list the projects in the record')
    .description(
      'List what the record keeps apart: nothing said in one project is seen in another. --project NAME makes one and uses it.'
    )
    .option('--json', 'one JSON object a line')
    .addHelpText(
      'after',
      examples(
        ['projects', 'every project with how much it holds'],
        ['read archive/ --project harbour', 'read into a project']
      )
    )
    .action(ending(async (_, options) => (await import('../projects.ts')).projects(options, terminal)))
}
