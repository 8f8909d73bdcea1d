import {type Analysis, type Chain, sentenceOf, wordAt} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import type {Time} from './claim.ts'
import {timeNear} from './dates-within.ts'
import {childOf, childrenOf} from './few-children.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {participantsOf} from './participants.ts'
import {type Phrases, phrasesOf} from './phrases.ts'
import type {Role} from './reading.ts'
import type {Departure} from './role-changes.ts'
import {tenureFrom} from './role-tenure.ts'
import {CHOOSING_VERBS, HOLDING_VERBS, LEADING_VERBS, LED_NOUNS, POST_NOUNS} from './tenure-words.ts'
import {sentenceBounds} from './word-classes.ts'
import {wordSet} from './word-lists.ts'

/** What a role needs to have so that a tenure told beside it can be added. */
export interface Post {
  readonly evidence: readonly Span[]
  /** The head of the title. */
  readonly head: string
  readonly rank: boolean
  status: Role['status']
  begun: Time | undefined
  ended: Time | undefined
  reason: string
}

/** A person is said to have begun, held or left a post at a time, without a word of which post. */
interface Tenure {
  readonly person: Chain
  readonly verb: number
  /** The body that the person sat on. */
  readonly body?: string
  readonly begun?: Time
  readonly ended?: Time
}

const postNouns = wordSet(POST_NOUNS)
const ledNouns = wordSet(LED_NOUNS)
const leading = wordSet(LEADING_VERBS)
const holding = wordSet(HOLDING_VERBS)
const choosing = wordSet(CHOOSING_VERBS)

/**
 * Add to each person's posts when they began and ended, where a clause tells that does not say which post it was:
 *
 * ```text
 * the ports minister, Ida Holm, who had held the post since 2016, …        Holm left the company in May.
 *                                   ^^^^          ^^^^^^^^^^                     ^^^^              ^^^
 * ```
 *
 * The post is the one told of last before, in the same sentence or one of the few before it.
 */
export function addTenures(
  postsByPerson: ReadonlyMap<Chain, readonly Post[]>,
  analysis: Analysis,
  departures: readonly Departure[]
): void {
  for (const tenure of findTenures(analysis)) {
    const posts = postsByPerson.get(tenure.person) ?? []
    const post = postOfVerb(analysis, posts, tenure.verb) ?? postBefore(analysis, posts, tenure)
    if (post) addTo(post, tenure)
  }
  for (const {person, time, planned} of departures) {
    const [post, ...others] = (postsByPerson.get(person) ?? []).filter(({rank}) => !rank)
    if (post?.status === 'former' && others.length === 0 && time && !planned) addTo(post, {ended: time})
  }
}

function addTo(post: Post, {begun, ended}: Pick<Tenure, 'begun' | 'ended'>): void {
  if ((begun && post.begun) || (ended && post.ended)) return
  if (begun) post.begun = begun
  if (ended) post.ended = ended
  if (ended && post.status === 'current') post.status = 'former'
  post.reason += '; a clause that says since when or until when'
}

/** "has led the guild since 2014": the verb itself tells a post, and dates no other. */
function postOfVerb({lemmas, starts, text}: Analysis, posts: readonly Post[], verb: number): Post | undefined {
  const start = starts[verb]!
  if (!leading.has(lemmas[verb]!)) return undefined
  // Behind an "and" another verb tells of another post.
  const tells = (span: Span) => span.start <= start && start < span.end && !/\sand\s/.test(text.slice(start, span.end))
  return posts.find(({evidence}) => evidence.some(tells))
}

/** The post told of last before the verb, whole and not far off. */
function postBefore(analysis: Analysis, posts: readonly Post[], {verb, body, begun, ended}: Tenure): Post | undefined {
  const sentence = sentenceOf(analysis, verb)
  const held = posts.filter(
    ({rank, status}) => !rank && (status !== 'former' || ended !== undefined || begun === undefined)
  )
  const far = held.length === 1 ? FAR_SENTENCES_MAX : SENTENCES_MAX
  let best: Post | undefined
  let nearest = Number.NEGATIVE_INFINITY
  for (const post of held) {
    const last = post.evidence.findLast(({end}) => end <= analysis.starts[verb]!)
    if (!last || last.end <= nearest || isOfOther(analysis, last, verb) || (body !== undefined && !sitsOn(post, body)))
      continue
    if (far < sentence - sentenceOf(analysis, wordAt(analysis, last.start))) continue
    best = post
    nearest = last.end
  }
  return best
}

/** "a former tram driver who was elected": the clause is of another post than this. */
function isOfOther({heads, relations, starts, upos}: Analysis, evidence: Span, verb: number): boolean {
  const noun = heads[verb]!
  return relations[verb] === 'acl' && upos[noun] === 'NOUN' && evidence.end <= starts[noun]!
}

/** A councillor sits on a council, a member on anything. */
function sitsOn({head}: Post, body: string): boolean {
  return head === 'member' || head.startsWith(body.slice(0, STEM_LETTERS))
}

/** As much as "council" and "councillor", "senate" and "senator" share. */
const STEM_LETTERS = 5

/** The same where the text gives the person no other post. */
const FAR_SENTENCES_MAX = 8
/** Further back another post may be meant. */
const SENTENCES_MAX = 3

function findTenures(analysis: Analysis): Tenure[] {
  const phrases = phrasesOf(analysis)
  const found: Tenure[] = []
  for (let verb = 0; verb < analysis.forms.length; verb++) {
    const times = isInPost(analysis, phrases, verb)
      ? rangeAfter(analysis, verb)
      : analysis.upos[verb] === 'VERB'
        ? timesOf(analysis, phrases, verb)
        : undefined
    if (!times?.begun && !times?.ended) continue
    const person = (namedBeforeWho(analysis, phrases, verb) ?? participantsOf(analysis).subject(verb))?.chain
    if (person?.kind === 'person') found.push({person, verb, ...times})
  }
  return found
}

/** "had been in the post since August": the noun stands for the verb. */
function isInPost({forms, lemmas, upos}: Analysis, phrases: Phrases, noun: number): boolean {
  if (upos[noun] !== 'NOUN' || !postNouns.has(lemmas[noun]!)) return false
  const children = childrenOf(phrases, noun)
  return children.some(child => lemmas[child] === 'be' && child < noun) && children.some(child => forms[child] === 'in')
}

/** "the marshal, Ida Holm, who was appointed": the name, where the tree hangs the clause on the noun before it. */
function namedBeforeWho(analysis: Analysis, phrases: Phrases, verb: number): Place | undefined {
  const who = childOf(analysis, phrases, verb, 'nsubj')
  if (who === undefined || analysis.forms[who] !== 'who' || analysis.forms[who - 1] !== ',') return undefined
  const place = mentionIndex(analysis).before(who - 1)
  return place?.form === 'name' && place.chain.kind === 'person' ? place : undefined
}

function timesOf(
  analysis: Analysis,
  phrases: Phrases,
  verb: number
): Pick<Tenure, 'begun' | 'ended' | 'body'> | undefined {
  const lemma = analysis.lemmas[verb]!
  if (isUnreal(analysis, phrases, verb)) return undefined
  if (choosing.has(lemma)) return isChosen(analysis, phrases, verb) ? begunAt(analysis, verb) : undefined
  const object = childOf(analysis, phrases, verb, 'obj')
  const noun = object === undefined ? '' : analysis.lemmas[object]!
  if (lemma === 'take') {
    const isTaking =
      /^(?:office|charge)$/.test(analysis.forms[verb + 1] ?? noun) ||
      (isWith(analysis, phrases, verb, 'over') && object === undefined)
    return isTaking ? begunAt(analysis, verb) : undefined
  }
  if (/^(?:leave|quit)$/.test(lemma) && (postNouns.has(noun) || ledNouns.has(noun))) return endedAt(analysis, verb)
  const isHeld = (holding.has(lemma) && postNouns.has(noun)) || (leading.has(lemma) && ledNouns.has(noun))
  if (isHeld) return rangeAfter(analysis, verb)
  const body = lemma === 'sit' ? bodySatOn(analysis, phrases, verb) : undefined
  return body === undefined ? undefined : {body, ...rangeAfter(analysis, verb)}
}

/** "will be named", "never led" */
function isUnreal({lemmas}: Analysis, phrases: Phrases, verb: number): boolean {
  return childrenOf(phrases, verb).some(child =>
    /^(?:will|would|could|may|might|should|not|never|n't|n’t|to)$/.test(lemmas[child]!)
  )
}

/** "who was appointed in January", not "was appointed director", which names the post. */
function isChosen(analysis: Analysis, phrases: Phrases, verb: number): boolean {
  if (!participantsOf(analysis).isPassive(verb) || analysis.forms[verb + 1] === 'as') return false
  return !childrenOf(phrases, verb).some(
    child => verb < child && /^(?:obj|xcomp|ccomp|iobj)$/.test(analysis.relations[child]!)
  )
}

/** "took over" */
function isWith({forms}: Analysis, phrases: Phrases, verb: number, word: string): boolean {
  return childrenOf(phrases, verb).some(child => forms[child] === word)
}

/** "sat on the council from 2007" */
function bodySatOn(analysis: Analysis, phrases: Phrases, verb: number): string | undefined {
  const body = childrenOf(phrases, verb).find(child => {
    const marker = childOf(analysis, phrases, child, 'case')
    return analysis.upos[child] === 'NOUN' && marker !== undefined && /^(?:on|in)$/.test(analysis.forms[marker]!)
  })
  return body === undefined ? undefined : analysis.lemmas[body]
}

function begunAt(analysis: Analysis, verb: number): {begun?: Time} {
  const time = timeNear(analysis, verb, sentenceBounds(analysis, verb))
  return time ? {begun: time} : {}
}

function endedAt(analysis: Analysis, verb: number): {ended?: Time} {
  const time = timeNear(analysis, verb, sentenceBounds(analysis, verb))
  return time ? {ended: time} : {}
}

/** The first "since", "until", "from … to" or "between … and" behind the verb, in its clause. */
function rangeAfter(analysis: Analysis, verb: number): {begun?: Time; ended?: Time} {
  const {forms} = analysis
  const {end} = sentenceBounds(analysis, verb)
  let times: {begun?: Time; ended?: Time} = {}
  for (let word = verb + 1; word < Math.min(end, verb + RANGE_WORDS_MAX); word++) {
    if (/^[,;.:“”"()]$/.test(forms[word]!)) break
    if (!/^(?:since|until|till|from|between)$/.test(forms[word]!)) continue
    times = {...tenureFrom(analysis, word, end), ...times}
  }
  return times
}

/** How far behind the verb its times are looked for. */
const RANGE_WORDS_MAX = 14
