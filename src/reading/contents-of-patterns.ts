import type {Afterwards} from './adjuncts.ts'
import {contentEnd} from './content-end.ts'
import type {Content} from './contents.ts'
import type {Cue} from './cues.ts'
import {dateEnd} from './date-places.ts'
import type {Layout, WordRange} from './layout.ts'
import {isNominal, isNoun, nounRun} from './noun-phrases.ts'
import {
  ACCUSE_VERBS,
  AS_VERBS,
  GERUND_VERBS,
  NAMING_VERBS,
  OBJECT_VERBS,
  PREPOSITION_VERBS,
  PROMISE_VERBS,
  URGE_VERBS
} from './reporting-words.ts'
import type {Rule} from './rules.ts'

/*
 * Verbs that report without a clause: each has a pattern of its own.
 *
 *     accused him of lying      urged them to leave      vowed to return      denied pushing him      called it a disgrace
 */

/** So far behind a verb the "to" or "of" of its pattern is looked for. */
const PATTERN_WORDS_MAX = 25

/** "accused the council of hiding the report" */
export function accused(layout: Layout, cue: Cue): Content | undefined {
  const preposition = ACCUSE_VERBS.get(cue.lemma)
  if (preposition === undefined) return undefined
  const end = Math.min(layout.unitOf(cue.verb).end, cue.range.end + PATTERN_WORDS_MAX)
  for (let word = cue.range.end; word < end; word++)
    if (
      layout.form(word) === preposition &&
      (/ing$/.test(layout.form(word + 1)) || (cue.lemma === 'accuse' && !isOfPhrase(layout, word, cue)))
    )
      return {
        ranges: [{first: word + 1, end: contentEnd(layout, cue, word + 1, 'phrase')}],
        cue: cue.range,
        rule: 'accuse'
      }
  return undefined
}

/** "accused the mayor of Harrow of …": a first "of" belongs to the name when a second one follows. */
function isOfPhrase(layout: Layout, of: number, cue: Cue): boolean {
  const end = Math.min(layout.unitOf(cue.verb).end, of + PATTERN_WORDS_MAX)
  for (let word = of + 1; word < end; word++) {
    if (layout.form(word) === 'of' && /ing$/.test(layout.form(word + 1))) return true
    if (layout.words.forms[word] === ',') return false
  }
  return false
}

/** "urged the state to use the video": the person is in the content, so that it can be read alone. */
export function urged(layout: Layout, cue: Cue): Content | undefined {
  if (!URGE_VERBS.has(cue.lemma) || cue.passive || !isNominal(layout, cue.range.end)) return undefined
  const infinitive = infinitiveAfter(layout, cue.range.end, cue)
  if (infinitive === undefined) return undefined
  return {
    ranges: [{first: cue.range.end, end: contentEnd(layout, cue, cue.range.end, 'act')}],
    cue: cue.range,
    rule: 'urge'
  }
}

/** The "to" of an infinitive that closes the phrase beginning at `from`, without a verb between. */
function infinitiveAfter(layout: Layout, from: number, cue: Cue): number | undefined {
  const {words} = layout
  const end = Math.min(layout.unitOf(cue.verb).end, from + PATTERN_WORDS_MAX)
  for (let word = from; word < end; word++) {
    if (
      layout.form(word) === 'to' &&
      /^(?:VB|RB)$/.test(words.xpos[layout.opensQuotation(word + 1) ? word + 2 : word + 1] ?? '')
    )
      return word
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(words.xpos[word]!) || /^(?:[;:]|that|who|which)$/.test(layout.form(word)))
      return undefined
    if (layout.opensQuotation(word)) return undefined
  }
  return undefined
}

/** "called repeatedly for a vote", "warned against delay" */
export function prepositional(layout: Layout, cue: Cue): Content | undefined {
  const prepositions = PREPOSITION_VERBS.get(cue.lemma)
  if (prepositions === undefined || cue.passive) return undefined
  const {words} = layout
  const unit = layout.unitOf(cue.verb)
  for (let word = cue.range.end; word < Math.min(unit.end - 1, cue.range.end + 6); word++) {
    const form = layout.form(word)
    if (prepositions.includes(form)) {
      if (form === 'to' && words.xpos[word + 1] === 'VB') return undefined
      if (layout.form(word + 1) === 'anonymity') return undefined
      const end = word === cue.range.end ? word + 1 : cue.range.end
      return {
        ranges: [{first: word + 1, end: contentEnd(layout, cue, word + 1, 'phrase')}],
        cue: {first: cue.range.first, end},
        rule: 'preposition'
      }
    }
    const isBetween =
      words.upos[word] === 'ADV' ||
      /^(?:in|on|at|during)$/.test(form) ||
      (cue.range.end < word && isNominal(layout, word))
    if (!isBetween) return undefined
  }
  return undefined
}

/** "vowed to rebuild the bridge", "vowed on Monday to rebuild it" */
export function promised(layout: Layout, cue: Cue, {word}: Afterwards): Content | undefined {
  if (!PROMISE_VERBS.has(cue.lemma) || layout.form(word) !== 'to' || cue.passive) return undefined
  return {
    ranges: [{first: word, end: contentEnd(layout, cue, word, 'act')}],
    cue: cue.range,
    rule: 'promise'
  }
}

/** "denied pushing him", "admitted having seen it", "suggested closing the gates" */
export function owned(layout: Layout, cue: Cue, {word}: Afterwards): Content | undefined {
  const {words} = layout
  const isGerund = words.xpos[word] === 'VBG' && words.relations[word] !== 'amod'
  if (!GERUND_VERBS.has(cue.lemma) || !isGerund || cue.passive) return undefined
  return {ranges: [{first: word, end: contentEnd(layout, cue, word, 'act')}], cue: cue.range, rule: 'owned'}
}

/** "called the deal “a disgrace”" */
export function named(layout: Layout, cue: Cue): Content | undefined {
  if (cue.particle && cue.lemma === 'point') return objectAt(layout, cue, 'object')
  if (!NAMING_VERBS.has(cue.lemma) || cue.passive) return undefined
  return objectAt(layout, cue, 'naming')
}

/** "identified Moro as the organiser" */
export function described(layout: Layout, cue: Cue): Content | undefined {
  if (!AS_VERBS.has(cue.lemma) || cue.passive) return undefined
  const end = Math.min(layout.unitOf(cue.verb).end, cue.range.end + PATTERN_WORDS_MAX)
  for (let word = cue.range.end + 1; word < end; word++) {
    if (layout.form(word) === 'as') return objectAt(layout, cue, 'describing')
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(layout.words.xpos[word]!)) return undefined
  }
  return undefined
}

/** "denounced the vote", "announced on Monday the sale of the gates" */
export function objectOf(layout: Layout, cue: Cue, {word}: Afterwards): Content | undefined {
  if (!OBJECT_VERBS.has(cue.lemma) || cue.passive || cue.form === 'infinitive') return undefined
  const object = objectAt(layout, cue, 'object')
  if (object || dateEnd(layout.words, word - 1) !== word || !isNominal(layout, word)) return object
  return {ranges: [{first: word, end: contentEnd(layout, cue, word, 'phrase')}], cue: cue.range, rule: 'object'}
}

/** The noun phrase or quotation right behind the verb, with all that follows it. */
export function objectAt(layout: Layout, cue: Cue, rule: Rule): Content | undefined {
  const first = cue.range.end
  if (layout.opensQuotation(first)) {
    const range = layout.quotationRange(layout.quotationOf[first]!)
    const end = isClosed(layout, range) ? range.end : contentEnd(layout, cue, first, 'phrase')
    return {ranges: [{first, end}], cue: cue.range, rule}
  }
  if (!beginsObject(layout, cue, rule)) return undefined
  return {ranges: [{first, end: contentEnd(layout, cue, first, 'phrase')}], cue: cue.range, rule}
}

function beginsObject(layout: Layout, cue: Cue, rule: Rule): boolean {
  const {words} = layout
  const first = cue.range.end
  if (words.upos[first] === 'DET' && layout.opensQuotation(first + 1)) return true
  const run = nounRun(layout, first, layout.unitOf(cue.verb).end)
  if (run.end <= run.first || !(isNoun(layout, run.end - 1) || words.upos[run.end - 1] === 'DET')) return false
  // "a group called the Sea Watch": a name alone is what something is called, not what somebody calls it.
  return (
    rule !== 'naming' ||
    layout.opensQuotation(run.end) ||
    /^(?:DET|ADJ|NOUN|ADV|PART|ADP)$/.test(words.upos[run.end] ?? '')
  )
}

/** Whether the sentence is over, or goes on behind a comma, where the quotation closes. */
export function isClosed({words}: Layout, {end}: WordRange): boolean {
  return (
    /^(?:,|\.|;|\)|--|—)$/.test(words.forms[end] ?? '.') ||
    /[.,!?]["”’»']?$/.test(words.text.slice(words.starts[end - 1]! - 2, words.ends[end - 1]))
  )
}
