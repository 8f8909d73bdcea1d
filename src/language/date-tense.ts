import {sentenceOf, type Tagged, wordAt} from './analysis.ts'

/** Whether the words around a date look back or forward; `open` where the verb has no time of its own. */
export type Tense = 'past' | 'future' | 'open' | 'unknown'

/** Only so many words on either side of a date are looked at. */
const REACH = 14
/** A plan reaches so many words: "scheduled a news conference Thursday". */
const PLAN_REACH = 8

/**
 * Which way the clause around a date looks: what tells most is the nearest verb before it, then the first one behind it.
 *
 * ```text
 * The court ruled on Monday that he will appear on Friday, and must pay by Jan. 9.
 *           ^^^^^ past               ^^^^ future               ^^^^ open
 * ```
 */
export function tenseAround(tagged: Tagged, start: number, end: number): Tense {
  const word = wordAt(tagged, start)
  const sentence = sentenceOf(tagged, word)
  const sentenceStart = tagged.sentenceStarts[sentence] ?? 0
  const sentenceEnd = tagged.sentenceStarts[sentence + 1] ?? word
  const before = tenseBefore(tagged, word, Math.max(sentenceStart, word - REACH))
  const after = wordAt(tagged, end)
  const isOwner = tagged.xpos[after] === 'POS'
  if (isOwner && before !== 'unknown') return isDeadline(tagged, word) === 'future' ? 'future' : 'past'
  if (before !== 'unknown') return before
  return tenseAfter(tagged, after, Math.min(sentenceEnd, after + REACH))
}

function tenseBefore(tagged: Tagged, word: number, first: number): Tense {
  const deadline = isDeadline(tagged, word)
  if (deadline === 'future') return 'future'
  let open = false
  for (let at = word - 1; first <= at; at--) {
    const form = lowerForm(tagged, at)
    if (isFuture(tagged, at) || (word - at <= PLAN_REACH && (isPlan(tagged, at) || isTimetabled(tagged, at, word))))
      return 'future'
    if (deadline === 'until' && DEFERRING_WORDS.has(form)) return 'future'
    if (isPast(tagged, at) && !isAwaited(tagged, at)) return open ? (deadline === 'by' ? 'future' : 'open') : 'past'
    open ||= isTimeless(tagged.xpos[at]!)
  }
  return open ? (deadline === 'by' ? 'future' : 'open') : 'unknown'
}

/** Behind a date only its own verb counts: "On Friday, the ministry planned to pay" is past. */
function tenseAfter(tagged: Tagged, first: number, end: number): Tense {
  for (let at = first; at < end; at++) {
    if (isFuture(tagged, at)) return 'future'
    if (isPast(tagged, at)) return 'past'
    if (isTimeless(tagged.xpos[at]!)) return 'open'
  }
  return 'unknown'
}

/** "as early as Tuesday" looks forward; "by" and "until" do where their verb lets them. */
function isDeadline(tagged: Tagged, word: number): 'future' | 'by' | 'until' | undefined {
  const form = lowerForm(tagged, word - 1)
  if (form === 'as' && ['early', 'soon', 'late'].includes(lowerForm(tagged, word - 2))) return 'future'
  if (form === 'than' && lowerForm(tagged, word - 2) === 'later') return 'future'
  if (form === 'of' && lowerForm(tagged, word - 2) === 'ahead') return 'future'
  if (/^(?:to|till|until)$/.test(form) && isPutOff(tagged, word - 1)) return 'future'
  if (form === 'until' || form === 'till') return 'until'
  return form === 'by' ? 'by' : undefined
}

/** "have been postponed to June", "is pushed back to Friday": nothing is told of since. */
function isPutOff(tagged: Tagged, link: number): boolean {
  const isBack = /^(?:back|forward)$/.test(lowerForm(tagged, link - 1))
  const verb = isBack ? link - 2 : link - 1
  if (!(isBack ? /^(?:moved|pushed|brought|put)$/ : PUT_OFF).test(lowerForm(tagged, verb))) return false
  return /^(?:been|is|are)$/.test(lowerForm(tagged, verb - 1))
}

const PUT_OFF = /^(?:postponed|delayed|rescheduled|adjourned|deferred)$/

function lowerForm({forms}: Tagged, word: number): string {
  return forms[word]?.toLowerCase() ?? ''
}

/** "will", "is to" before a verb, and "would" where no "have" makes it unreal. */
function isFuture(tagged: Tagged, word: number): boolean {
  const form = lowerForm(tagged, word)
  if (form === 'would') return lowerForm(tagged, word + 1) !== 'have'
  if (form === 'is' || form === 'are') return lowerForm(tagged, word + 1) === 'to' && tagged.xpos[word + 2] === 'VB'
  return FUTURE_WORDS.has(form)
}

const FUTURE_WORDS: ReadonlySet<string> = new Set(['will', "'ll", '’ll', 'shall', 'wo', 'upcoming', 'forthcoming'])

/** "set for March 3", "due Friday", "expected to resume in May", "scheduled a hearing Thursday". */
function isPlan(tagged: Tagged, word: number): boolean {
  const form = lowerForm(tagged, word)
  if (PLANNED_WORDS.has(form)) return true
  const next = lowerForm(tagged, word + 1)
  return (INTENDED_WORDS.has(form) && next === 'to') || (form === 'set' && (next === 'for' || next === 'to'))
}

const PLANNED_WORDS: ReadonlySet<string> = new Set(['due', 'scheduled', 'slated', 'planned', 'planning', 'expected'])

const INTENDED_WORDS: ReadonlySet<string> = new Set([
  'plan',
  'plans',
  'expected',
  'expects',
  'going',
  'poised',
  'intends',
  'intend',
  'hopes',
  'hoping',
  'agreed',
  'vowed',
  'promised',
  'pledged',
  'about'
])

/** "Holm takes over in July", "the talks resume on Monday": the present tense of what happens once is of what is to come. */
function isTimetabled({forms, lemmas, xpos}: Tagged, word: number, date: number): boolean {
  if ((xpos[word] !== 'VBZ' && xpos[word] !== 'VBP') || !(TURNING_VERBS.has(lemmas[word]!) || takesUp(lemmas, word)))
    return false
  // Where a film or a diary begins is told as it is.
  return !TOLD_THINGS.test(lemmas[word - 1] ?? '') && forms.slice(word + 1, date).every(form => UP_TO_DATE.test(form))
}

const TOLD_THINGS =
  /^(?:video|film|footage|book|diary|indictment|report|account|chart|graph|letter|poll|story|recording|novel|song|list|text|timeline)$/
/** What stands between such a verb and its date: "steps down on", "takes over early in". */
const UP_TO_DATE = /^(?:down|over|up|office|effect|charge|off|again|here|there|early|late|on|in|at|from|this|next|the)$/

function takesUp(lemmas: readonly string[], word: number): boolean {
  return lemmas[word] === 'take' && /^(?:over|office|effect|up|charge)$/.test(lemmas[word + 1] ?? '')
}

/** Verbs, as lemmas, of something that begins or ends, comes or goes. */
const TURNING_VERBS: ReadonlySet<string> = new Set(
  'begin start open reopen resume end expire close retire return depart arrive kick step launch'.split(' ')
)

/** What is put off lasts "until" a day to come. */
const DEFERRING_WORDS: ReadonlySet<string> = new Set([
  'give',
  'given',
  'gave',
  'extend',
  'extended',
  'postponed',
  'delayed',
  'suspended',
  'adjourned',
  'deadline',
  'has',
  'have'
])

/** A past tense or a participle ("the decision, announced Wednesday"), unless it is a present passive ("is heard"). */
function isPast(tagged: Tagged, word: number): boolean {
  const tag = tagged.xpos[word]!
  if (tag === 'VBD') return true
  if (tag === 'VBN') return !PRESENT_BE.has(lowerForm(tagged, tagged.upos[word - 1] === 'ADV' ? word - 2 : word - 1))
  return !/^[A-Z]/.test(tag) && tagged.forms[word]!.endsWith('ed')
}

/** "would stay closed", "will have been built": a participle that a future verb stands close before. */
function isAwaited(tagged: Tagged, word: number): boolean {
  return tagged.xpos[word] === 'VBN' && [1, 2, 3].some(back => isFuture(tagged, word - back))
}

const PRESENT_BE: ReadonlySet<string> = new Set(['be', 'being', 'is', 'are', 'am'])

/** Infinitives and the present tense. */
function isTimeless(tag: string): boolean {
  return tag === 'VB' || tag === 'VBZ' || tag === 'VBP'
}
