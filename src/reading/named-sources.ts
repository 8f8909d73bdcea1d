import {type Chain, wordAt} from '../language/analysis.ts'
import {isTitleHead, titleBefore} from '../language/name-titles.ts'
import {dateCovering} from './date-places.ts'
import type {Layout, WordRange} from './layout.ts'
import type {MentionIndex, Place} from './mention-index.ts'
import {nounRun} from './noun-phrases.ts'
import {isBody} from './person-words.ts'
import type {Source} from './sources.ts'
import {RELATIVE} from './speaker-words.ts'

/** The chain of the head's own mention, of a name that ends the phrase, or of a name set beside it. */
export function chainOfSource(
  layout: Layout,
  mentions: MentionIndex,
  {head, range, core}: Pick<Source, 'head' | 'range' | 'core'>
): Chain | undefined {
  const own = mentions.at(head)
  if (own?.form === 'name' && own.endWord === head + 1) return own.chain
  const beside =
    layout.words.upos[head] === 'PRON'
      ? undefined
      : (besideName(layout, mentions, core, range) ??
        closingName(layout, mentions, core, range) ??
        givenName(layout, mentions, range))
  if (beside) return beside
  return own && own.headWord === head && canSpeak(layout, own.chain) ? own.chain : undefined
}

/** Times and happenings do not speak, whatever a pronoun was joined to. */
function canSpeak({words}: Layout, {kind, mentions}: Chain): boolean {
  return kind !== 'event' && !dateCovering(words, mentions[0]?.headWord ?? -1)
}

/**
 * "the ambassador to Harrow, Ada Moro": a person's name set beside a description. Behind "according to court papers, Ada Moro
 * paid" the name begins the clause instead, unless a comma closes it.
 */
function besideName(layout: Layout, mentions: MentionIndex, core: WordRange, range: WordRange): Chain | undefined {
  const {words} = layout
  // "Both governments, Ostra and Hale": several are not the first of their names.
  if (/^NNP?S$/.test(words.xpos[core.end - 1]!)) return undefined
  const isGiven = layout.form(core.first - 1) === 'to'
  const limit = Math.max(range.end, core.end + 1)
  for (let word = core.end; word < limit; word++) {
    if (RELATIVE.test(layout.form(word))) return undefined
    if (words.forms[word] !== ',') continue
    const run = nounRun(layout, word + 1, words.forms.length)
    const place = (run.first < run.end ? mentions.before(run.end) : undefined) ?? mentions.from(word + 1)
    if (place?.form !== 'name' || place.firstWord < run.first || !isSetBeside(layout, place, core, run)) continue
    if (isGiven && !/^[,.]$/.test(words.forms[run.end] ?? '.')) return undefined
    return place.chain
  }
  return undefined
}

/** Whether a name is set beside a person, or, where a noun says that it is a body, beside one: "its owner, the company Northgate". */
function isSetBeside({words}: Layout, {chain, firstWord}: Place, core: WordRange, run: WordRange): boolean {
  if (chain.kind === 'person') return true
  if (!/^(?:organisation|group|outlet)$/.test(chain.kind)) return false
  return isBody(words.forms[core.end - 1]!) || (run.first < firstWord && isBody(words.forms[firstWord - 1]!))
}

/**
 * "the director of the Council on Rivers Ada Moro": a person's name right behind the office closes the phrase. In "an aide to
 * President Moro", and in "a nurse who works with Dr Moro", the name belongs to somebody else.
 */
function closingName(layout: Layout, mentions: MentionIndex, core: WordRange, range: WordRange): Chain | undefined {
  const {words} = layout
  const last = mentions.before(range.end)
  if (last?.form !== 'name' || last.chain.kind !== 'person' || last.firstWord <= core.end) return undefined
  for (let word = core.end; word < last.firstWord; word++) if (RELATIVE.test(layout.form(word))) return undefined
  const title = isTitleHead(words.forms[last.firstWord - 1]!) ? titleBefore(words, last.firstWord) : undefined
  if (title && words.upos[wordAt(words, title.start) - 1] === 'ADP') return undefined
  const before = last.firstWord - 1
  return /^(?:NOUN|PROPN)$/.test(words.upos[before]!) && words.xpos[before] !== 'POS' ? last.chain : undefined
}

/** "One fan, who gave his name only as Ada": the name that somebody gives, or is identified by. */
function givenName(layout: Layout, mentions: MentionIndex, range: WordRange): Chain | undefined {
  for (let word = range.end - 1; range.first < word; word--) {
    if (layout.form(word) !== 'as') continue
    const place = mentions.from(word + 1)
    if (place?.form !== 'name' || place.chain.kind !== 'person') continue
    for (let before = word - 1; Math.max(range.first, word - NAMING_REACH) <= before; before--)
      if (/^(?:name|names|identified|identifies|introduced)$/.test(layout.form(before))) return place.chain
  }
  return undefined
}

/** So far before "as" the word of naming stands. */
const NAMING_REACH = 4
