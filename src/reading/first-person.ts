import {wordAt} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import type {Material} from './material.ts'
import {findQuotations} from './quotations.ts'
import type {Entity, Statement} from './reading.ts'

/** Words by which speakers mean themselves; "US" is a country. */
const ALONE = /^(?:I|[Mm](?:e|y|ine|yself))$/
const TOGETHER = /^(?:[Ww]e|[Uu]s|[Oo]urs?|[Oo]urselves)$/

/**
 * Add "I" and "we" inside quoted words to the mentions of whoever says them; the statements stand in the order of the text.
 *
 * ```text
 * “I led them myself,” Varga says. “We took the town.”
 *  ^            ^^^^^^              ^^ Varga
 * ```
 *
 * "We" is also whoever the speaker speaks for; whom exactly, few texts say. Chains leave both out, because the language layer does
 * not know who speaks.
 */
export function markFirstPersons({analysis, entities}: Material, statements: readonly Statement[]): void {
  const speakerByWord = new Map<number, Entity>()
  for (const {kind, speaker, content} of statements) {
    const entity = speaker === null || kind === 'indirect' ? undefined : entities.get(speaker)
    if (!entity || !/^(?:person|organisation|group|outlet)$/.test(entity.kind)) continue
    // Words inside words come later, and are their own speaker's.
    for (const span of content)
      for (const word of firstPersonsWithin(analysis, span, kind === 'mixed'))
        if (entity.kind === 'person' || TOGETHER.test(analysis.forms[word]!)) speakerByWord.set(word, entity)
  }
  const wordsByEntity = Map.groupBy(speakerByWord.keys(), word => speakerByWord.get(word)!.id)
  for (const [id, words] of wordsByEntity)
    entities.addMentions(
      id,
      words.map(word => ({start: analysis.starts[word]!, end: analysis.ends[word]!, form: 'pronoun'}))
    )
}

/** The pronouns of the first person in `span`; where only some of it is quoted, in those words. */
function firstPersonsWithin(analysis: Material['analysis'], span: Span, isMixed: boolean): number[] {
  const quoted = isMixed ? quotedWithin(analysis.text, span) : [span]
  return quoted.flatMap(({start, end}) => {
    const found: number[] = []
    for (let word = wordAt(analysis, start); word < analysis.forms.length && analysis.starts[word]! < end; word++)
      if (analysis.upos[word] === 'PRON' && isFirstPerson(analysis.forms[word]!)) found.push(word)
    return found
  })
}

function isFirstPerson(form: string): boolean {
  return ALONE.test(form) || TOGETHER.test(form)
}

function quotedWithin(text: string, {start, end}: Span): Span[] {
  return findQuotations(text.slice(start, end)).map(quotation => ({
    start: start + quotation.start,
    end: start + quotation.end
  }))
}
