import type {Cue} from './cues.ts'
import {dateEnd} from './date-places.ts'
import type {Layout} from './layout.ts'
import {isNominal, nounRun} from './noun-phrases.ts'
import {PREPOSITION_VERBS, SETTING_NOUNS, TELL_VERBS} from './reporting-words.ts'
import type {Source} from './sources.ts'

/** Where a cue's own words end: behind addressee, time and setting, "told reporters in Harrow on Monday". */
export interface Afterwards {
  /** The first word that is not of the cue. */
  readonly word: number
  /** The end of the cue with a setting that directly follows it: "said in a statement". */
  readonly cueEnd: number
  /** An addressee was passed. */
  readonly addressed: boolean
}

/** A title in marks has at most so many words, marks included; longer ones are speech. */
const TITLE_WORDS_MAX = 12

/** So many words a list of people addressed may have. */
const ADDRESS_REACH = 25

/** Adverbs that begin what is said rather than tell how it was said. */
const CONTENT_ADVERB =
  /^(?:how|why|where|when|only|even|not|just|about|nearly|almost|there|here|so|more|most|too|as|no|all|some|both|perhaps|maybe)$/

/** Find where what belongs to the cue itself ends. */
export function afterAdjuncts(layout: Layout, cue: Cue, source: Source | undefined): Afterwards {
  const {words} = layout
  const unitEnd = layout.unitOf(cue.verb).end
  let word =
    source?.inverted && !source.shared && !cue.passive ? Math.max(cue.range.end, source.range.end) : cue.range.end
  let cueEnd = cue.range.end
  let addressed = false
  for (let next: number | undefined = word; next !== undefined && next < unitEnd; word = next ?? word) {
    next = undefined
    if (layout.opensQuotation(word) && !isTitle(layout, word)) break
    const title =
      titleEnd(layout, word) ?? (/^['’]s?$/.test(layout.form(word)) ? titleEnd(layout, word + 1) : undefined)
    if (title !== undefined) {
      next = title
      continue
    }
    const date = dateEnd(words, word)
    if (date !== undefined) next = date
    else if (words.upos[word] === 'ADV' && !CONTENT_ADVERB.test(layout.form(word))) next = word + 1
    else if (!addressed && word === cue.range.end && TELL_VERBS.has(cue.lemma) && mayAddress(layout, word)) {
      next = addresseeEnd(layout, cue, word)
      addressed = true
    } else {
      next = settingEnd(layout, cue, word)
      if (next !== undefined && word === cueEnd && isSettingNoun(layout, next - 1)) cueEnd = next
    }
  }
  return {word, cueEnd, addressed}
}

/** "in a statement", "on Twitter"; "on Harrow Radio" is a place. */
function isSettingNoun({words}: Layout, word: number): boolean {
  const noun = words.lemmas[word]!.toLowerCase()
  return (
    SETTING_NOUNS.has(noun) && (words.upos[word] === 'NOUN' || /^(?:twitter|facebook|telegram|instagram)$/.test(noun))
  )
}

function mayAddress(layout: Layout, word: number): boolean {
  return isNominal(layout, word) && layout.form(word) !== 'that'
}

/** The end of "CNN", "the press", "Sens. Ana Moro and Bo Lind" behind "told". */
function addresseeEnd(layout: Layout, {verb, range}: Cue, word: number): number {
  const {words, phrases} = layout
  const object = phrases
    .children(verb)
    .find(
      child => range.end <= child && /^(?:obj|iobj)$/.test(words.relations[child]!) && phrases.first(child) === word
    )
  const run = nounRun(layout, word, layout.unitOf(verb).end)
  const end = Math.max(run.end, word + 1, object === undefined ? 0 : phrases.last(object) + 1)
  const stop = firstStop(layout, word, Math.max(end, farThat(layout, end, layout.unitOf(verb).end)))
  // "told reporters the work was done": the tree may take the clause for a part of the addressee.
  return object !== undefined && hasFiniteVerb(layout, run.end, stop) ? run.end : stop
}

/** "told Sens. Ada Moro, of Harrow, and Bo Lind, of Wick, that …": the "that" behind a comma, before any verb. */
function farThat(layout: Layout, from: number, unitEnd: number): number {
  if (!/^(?:,|and|of|at|in|for|from)$/.test(layout.form(from))) return 0
  for (let word = from; word < Math.min(unitEnd, from + ADDRESS_REACH); word++) {
    if (layout.form(word) === 'that') return word
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(layout.words.xpos[word]!) || 0 <= layout.quotationOf[word]!) return 0
  }
  return 0
}

function hasFiniteVerb({words}: Layout, first: number, end: number): boolean {
  for (let word = first; word < end; word++) if (/^(?:VBD|VBZ|VBP|MD)$/.test(words.xpos[word]!)) return true
  return false
}

/** The first word from `first` where a clause or quoted words begin; `end` where none do. */
function firstStop(layout: Layout, first: number, end: number): number {
  for (let word = first; word < end; word++) {
    if (/^(?:that|whether|:)$/.test(layout.form(word))) return word
    if (layout.opensQuotation(word) && !isTitle(layout, word)) return word
  }
  let last = end
  if (layout.form(end) !== 'that') while (first < last - 1 && layout.words.forms[last - 1] === ',') last--
  return last
}

/** The end of a prepositional phrase that says to whom, when, where or how; undefined where it is what was said. */
function settingEnd(layout: Layout, cue: Cue, word: number): number | undefined {
  const {words} = layout
  const form = layout.form(word)
  if (
    !/^(?:in|on|at|to|during|with|of|from|via|through|for|by|before|after|inside|outside|over|about|earlier|as|under)$/.test(
      form
    )
  )
    return undefined
  if (form === 'to' && words.upos[word + 1] === 'VERB') return undefined
  const unitEnd = layout.unitOf(cue.verb).end
  const run = nounRun(layout, word + 1, unitEnd)
  if (run.end <= run.first) return dateEnd(words, word + 1)
  const noun = words.lemmas[run.end - 1]!.toLowerCase()
  const isSetting = SETTING_NOUNS.has(noun) || /ing$/.test(noun)
  if (PREPOSITION_VERBS.get(cue.lemma)?.includes(form) && !isSetting) return undefined
  if (
    /^(?:of|for|about|by|with|over|as|under|after|before)$/.test(form) &&
    !isSetting &&
    words.heads[run.end - 1] !== cue.verb
  )
    return undefined
  if (/^(?:in|on|at|from)$/.test(form) && !isSetting && !isPlace(layout, run.end - 1)) return undefined
  return titleEnd(layout, run.end) ?? run.end
}

/** A proper name or a day: "in Harrow", "on CNN". */
function isPlace({words}: Layout, word: number): boolean {
  return words.upos[word] === 'PROPN' || words.upos[word] === 'NUM' || words.xpos[word] === 'POS'
}

/** The end of a title that names the programme: "on the network's “Evening Hour”". */
function titleEnd(layout: Layout, word: number): number | undefined {
  return layout.opensQuotation(word) && isTitle(layout, word)
    ? layout.quotationRange(layout.quotationOf[word]!).end
    : undefined
}

/** A few capitalised words in marks behind "on" or a possessive name a programme. */
export function isTitle(layout: Layout, word: number): boolean {
  const {first, end} = layout.quotationRange(layout.quotationOf[word]!)
  if (TITLE_WORDS_MAX < end - first) return false
  if (
    !/^(?:on|['’]s?|the|of|in|entitled|titled|called|show|program|programme|film|book|video|song|series|magazine)$/.test(
      layout.form(first - 1)
    )
  )
    return false
  return isCapitalised(layout, word)
}

/** Whether the words of the quotation that `word` opens begin with capitals, as those of a title do. */
export function isCapitalised(layout: Layout, word: number): boolean {
  const {first, end} = layout.quotationRange(layout.quotationOf[word]!)
  const {forms} = layout.words
  for (let inside = first + 1; inside < end - 1; inside++)
    if (
      !/^[\p{Lu}\p{N}\P{L}]/u.test(forms[inside]!) &&
      !/^(?:of|the|and|with|a|an|in|on|to|for|at|by)$/.test(forms[inside]!)
    )
      return false
  return true
}
