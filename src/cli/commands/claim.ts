import type {Command} from 'commander'
import {examples, type Running} from '../commands.ts'

/** Declare `claim`. */
export function addClaim(program: Command, {terminal, ending}: Running): void {
  program
    .command('claim')
    .summary('make a claim in words of a document that you choose')
    .description(
      'Put a claim on record that no reader found, in words of the document, whatever their language. Who takes part is given ' +
        'by words of the document too; where a name stands more than once, as "NAME @LINE:COLUMN".'
    )
    .argument('<document>', 'its id, path, address or title')
    .option('--statement', 'somebody said this')
    .option('--role', 'somebody holds this office')
    .option('--relation', 'two stand in this relation')
    .option('--event', 'this happened')
    .option('--words <words...>', 'the exact words that say so; several where they stand apart')
    .option('--at <place>', 'LINE:COLUMN of the words, where they stand more than once')
    .option('--speaker <words>', 'who said it')
    .option('--person <words>', 'who holds the office')
    .option('--organisation <words>', 'where they hold it')
    .option('--from <words>', 'who stands in the relation')
    .option('--to <words>', 'to whom')
    .option('--agent <words>', 'who did it')
    .option('--target <words>', 'to whom it was done')
    .option('--place <words>', 'where it happened')
    .option('--title <words>', 'what the office is called')
    .option('--status <status>', 'of the office: current, former, acting, designate, unknown')
    .option('--kind <kind>', 'of the relation, the event, or the statement: direct, indirect, mixed')
    .option('--phrase <words>', 'how the relation is put (default: the words)')
    .option('--what <words>', 'what happened (default: the words)')
    .option('--begun <date>', 'when the office began; EDTF, as all dates here')
    .option('--ended <date>', 'when it ended')
    .option('--observed <date>', 'when it was seen to be held')
    .option('--during <date>', 'when the relation held')
    .option('--when <date>', 'when it happened')
    .option('--negative', 'the words deny it')
    .option('--why <words>', 'the reason, kept with the judgement')
    .option('--by <name>', 'who judges (default: your user name)')
    .option('--json', 'the judgement as JSON')
    .addHelpText(
      'after',
      examples(
        [
          'claim report.txt --role --words "Marlow, who runs the harbour office" --person Marlow --title head',
          'an office'
        ],
        ['claim report.txt --statement --words "the quay will close" --speaker "Anna Marlow"', 'what somebody said']
      )
    )
    .action(ending(async (words, options) => (await import('../claim.ts')).claim(words, options, terminal)))
}
