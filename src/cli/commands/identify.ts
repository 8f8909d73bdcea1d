import type {Command} from 'commander'
import {examples, type Running} from '../commands.ts'

/** Declare the commands by which a person says who is whom. */
export function addIdentify(program: Command, running: Running): void {
  add(program, running, {
    word: 'same',
    kind: 'same',
    summary: 'say that two names mean the same',
    more: 'All that is on record of one is then on record of the other.',
    example: ['same "Anna Marlow" "A. Marlowe" --why "the port’s own list has both"', 'two names of one person']
  })
  add(program, running, {
    word: 'different',
    kind: 'different',
    summary: 'say that two names do not mean the same',
    more: 'What the machine took for one is then two.',
    example: ['different doc-3f2a:e4 doc-77c1:e2', 'two who go by one name, by their addresses']
  })
  add(program, running, {
    word: 'is',
    kind: 'is',
    summary: 'say whom a single mention names',
    more: 'Only this mention changes; others of the same name stay as they are.',
    example: ['is report.txt:12:4 "Anna Marlow"', 'who "she" is in line 12']
  })
  add(program, running, {
    word: 'isnt',
    kind: 'is-not',
    summary: 'say whom a single mention does not name',
    more: 'Only this mention changes; others of the same name stay as they are.',
    example: ['isnt report.txt:12:4 "Anna Marlow"', 'it is another Marlow']
  })
}

interface Declared {
  readonly word: string
  readonly kind: 'same' | 'different' | 'is' | 'is-not'
  readonly summary: string
  readonly more: string
  readonly example: readonly [string, string]
}

function add(program: Command, {terminal, ending}: Running, {word, kind, summary, more, example}: Declared): void {
  program
    .command(word)
    .summary(summary)
    .description(`${summary[0]!.toUpperCase()}${summary.slice(1)}. ${more} hearsay undo takes it back.`)
    .usage('[options] <one> <other>')
    .argument('<one-and-other...>', 'names, addresses DOCUMENT:eN, or mentions DOCUMENT:LINE:COLUMN')
    .option('--why <words>', 'the reason, kept with the judgement')
    .option('--by <name>', 'who judges (default: your user name)')
    .option('--json', 'the judgement as JSON')
    .addHelpText('after', examples(example))
    .action(ending(async (words, options) => (await import('../same.ts')).identify(kind, words, options, terminal)))
}
