import type {Name, Parsed} from './analysis.ts'
import {climbFrom, doersAround, subjectsOfWords} from './clause-paths.ts'
import {describedAt} from './descriptions.ts'
import type {EntityDraft} from './entity-draft.ts'
import {hashText} from './hashing.ts'
import {
  type Cluster,
  FeatureBuffer,
  type NewHints,
  type Place,
  pushLinkFeatures,
  pushNewFeatures
} from './link-features.ts'
import {findNearness} from './link-nearness.ts'
import {linkShift, newShift} from './link-shifts.ts'
import {
  FORMS,
  GENDERS,
  KINDS,
  type MentionRow,
  type MentionTable,
  NUMBERS,
  OBJECT_ROLES,
  PRONOUN_FORM,
  SUBJECT
} from './mention-table.ts'
import {NamesNearby} from './names-nearby.ts'
import {kindsOfNoun, nounFit} from './noun-fit.ts'
import {personPlace, pushPersonFeatures} from './person-features.ts'
import {isEmptyIt, PRONOUNS} from './pronouns.ts'
import {salienceOf} from './salience.ts'

/** One choice: does a mention mean what an earlier one means, or something new? */
export interface Decision {
  readonly mention: number
  /** Earlier mentions that it may go with, the latest first. */
  readonly candidates: readonly number[]
  /** The cluster of each. */
  readonly clusters: readonly Cluster[]
  readonly buffer: FeatureBuffer
  /** Candidate i has the features from `starts[i]` to `starts[i + 1]`; one more row, the last, is for something new. */
  readonly starts: readonly number[]
  /** What is added to each answer's score beside its features. */
  readonly shifts: readonly number[]
}

/** Answers a decision: the index of a candidate, or -1 for something new; and how sure, from 0 to 1. */
export type Choose = (decision: Decision) => {readonly candidate: number; readonly score: number}

/** What the mentions of a text mean. */
export interface Links {
  readonly clusters: readonly Cluster[]
  /** For each mention its cluster; undefined for an "it" that means nothing. */
  readonly clusterOf: readonly Cluster[]
  /** How sure each mention's place is. */
  readonly scores: Float64Array
}

/** Mentions looked back on from a pronoun. */
const PRONOUN_WINDOW = 40
/** Sentences looked back on from a pronoun, and from other mentions without like words. */
const SENTENCES_BACK = 6
/** Mentions looked back on from "the" and "this" with a noun, and from names. */
const DEFINITE_WINDOW = 12
/** From "a guard", "guards" and "her guard", which seldom mean what was spoken of by another word. */
const LOOSE_WINDOW = 2
/** Earlier mentions with the same head that are looked at, however far they are. */
const SAME_HEAD_MAX = 6

/** How often descriptions of each fit are right, by reading. */
const DESCRIBED_SCORE = [0, 0.6, 0.7, 0.85]

export interface LinkedText {
  readonly parsed: Parsed
  readonly names: readonly Name[]
  readonly table: MentionTable
  /** For each name, the number of its draft in `drafts`. */
  readonly draftByName: readonly number[]
  readonly drafts: readonly EntityDraft[]
}

/** Go through the mentions in order and let `choose` say what each means; names of one draft are one already. */
export function linkMentions(text: LinkedText, choose: Choose): Links {
  return new Linker(text, choose).run()
}

/** A candidate that the text names after the pronoun. */
interface Ahead {
  readonly candidate: number
  readonly cluster: Cluster
}

class Linker {
  private readonly text: LinkedText
  private readonly rows: readonly MentionRow[]
  private readonly choose: Choose
  private readonly clusters: Cluster[] = []
  private readonly clusterOf: Cluster[] = []
  private readonly clusterByDraft = new Map<number, Cluster>()
  private readonly mentionByHead = new Map<number, number>()
  private readonly latestByWord = new Map<number, number[]>()
  private readonly namedByNoun = new Map<string, Cluster>()
  private readonly wholes = new Set<number>()
  private readonly buffer = new FeatureBuffer()
  private readonly subjects: Int32Array
  private readonly rowByNameHead = new Map<number, number>()
  private readonly namesNearby: NamesNearby
  private lastSpeaker = -1
  private topic = -1

  constructor(text: LinkedText, choose: Choose) {
    this.text = text
    this.rows = text.table.rows
    this.choose = choose
    this.subjects = subjectsOfWords(text.parsed)
    for (const [index, {name, headWord}] of this.rows.entries())
      if (name !== undefined) this.rowByNameHead.set(headWord, index)
    this.namesNearby = new NamesNearby(text)
  }

  run(): Links {
    const scores = new Float64Array(this.rows.length)
    for (let mention = 0; mention < this.rows.length; mention++) {
      const {cluster, score} = this.place(mention)
      scores[mention] = score
      this.clusterOf.push(cluster)
      this.remember(mention, cluster)
    }
    return {clusters: this.clusters, clusterOf: this.clusterOf, scores}
  }

  private place(mention: number): {cluster: Cluster; score: number} {
    const row = this.rows[mention]!
    const draft = row.name === undefined ? -1 : this.text.draftByName[row.name]!
    const known = draft < 0 ? undefined : this.clusterByDraft.get(draft)
    if (known) return {cluster: known, score: 1}
    const described = draft < 0 ? this.described(mention) : undefined
    if (described) return described
    const decision = this.decision(mention, draft)
    const {candidate, score} = this.choose(decision)
    const cluster = candidate < 0 ? this.newCluster() : decision.clusters[candidate]!
    if (cluster.id === this.clusters.length) this.addCluster(cluster)
    return {cluster, score}
  }

  /** "The spokesman": the thing that the text called so, or named so; the model knows no nouns so well. */
  private described(mention: number): {cluster: Cluster; score: number} | undefined {
    const row = this.rows[mention]!
    const {parsed} = this.text
    if (row.form !== FORMS.definite && row.form !== FORMS.demonstrative) return undefined
    if (describedAt(parsed, row.firstWord)?.headWord !== row.headWord) return undefined
    const noun = parsed.forms[row.headWord]!.toLowerCase()
    const kinds = kindsOfNoun(noun)
    const place = {lastSpeaker: this.lastSpeaker, quotationSpeaker: -1, topic: this.topic}
    const called = this.namedByNoun.get(noun)
    const calledLast = called && called.mentions.at(-1)!
    let best: Cluster | undefined
    let bestFit = 0
    let most = -Infinity
    for (const candidate of [...this.candidates(mention, -1), ...(calledLast === undefined ? [] : [calledLast])]) {
      const cluster = this.clusterOf[candidate]!
      if (cluster.draft < 0 || !kinds.has(this.text.drafts[cluster.draft]!.kind)) continue
      const fit = this.nounFit(row, cluster)
      const weight = fit + salienceOf(row, this.rows[candidate]!, cluster, place) / 2
      if (fit === 0 || weight <= most) continue
      best = cluster
      bestFit = fit
      most = weight
    }
    return best && {cluster: best, score: DESCRIBED_SCORE[bestFit]!}
  }

  /** A thing that is not yet among those spoken of. */
  private newCluster(): Cluster {
    return {
      id: this.clusters.length,
      mentions: [],
      draft: -1,
      gender: GENDERS.unknown,
      number: 0,
      kind: KINDS.unknown,
      nouns: [],
      pronouns: 0
    }
  }

  private addCluster(cluster: Cluster) {
    this.clusters.push(cluster)
    if (0 <= cluster.draft) this.announce(cluster)
  }

  /** "When he was minister, Brandt left": the named subject, still to come, of what the pronoun's clause hangs on. */
  private subjectsAhead(row: MentionRow): Ahead[] {
    const {parsed, draftByName} = this.text
    const doers = doersAround(parsed, climbFrom(parsed, row.headWord), this.subjects)
    return doers.flatMap(doer => {
      const candidate = doer < row.headWord ? undefined : this.rowByNameHead.get(doer)
      if (candidate === undefined || parsed.relations[doer] !== 'nsubj') return []
      const draft = draftByName[this.rows[candidate]!.name!]!
      const cluster = this.clusterByDraft.get(draft) ?? this.namedCluster(draft)
      return canBePerson(row, cluster) ? [{candidate, cluster}] : []
    })
  }

  private namedCluster(draft: number): Cluster {
    const cluster = this.newCluster()
    this.nameCluster(cluster, draft)
    return cluster
  }

  private decision(mention: number, draft: number): Decision {
    const {buffer, rows} = this
    const row = rows[mention]!
    const past = this.candidates(mention, draft)
    const isPerson = row.gender !== GENDERS.unknown && PRONOUN_FORM <= row.form
    const ahead = isPerson ? this.subjectsAhead(row) : []
    const candidates = [...past, ...ahead.map(({candidate}) => candidate)]
    const clusters = [...past.map(candidate => this.clusterOf[candidate]!), ...ahead.map(({cluster}) => cluster)]
    const place: Place = {
      lastSpeaker: this.lastSpeaker,
      quotationSpeaker: this.quotationSpeaker(row),
      topic: this.topic
    }
    const nearness = findNearness(row, candidates, clusters, {
      rows,
      place,
      nounFit: PRONOUN_FORM <= row.form ? undefined : cluster => this.nounFit(row, cluster)
    })
    const pushPersonal = isPerson ? this.personalPusher(mention, clusters) : undefined
    buffer.length = 0
    const starts: number[] = []
    for (const [index, candidate] of candidates.entries()) {
      starts.push(buffer.length)
      pushLinkFeatures(buffer, row, rows[candidate]!, clusters[index]!, place, nearness[index]!)
      pushPersonal?.(candidate, clusters[index]!)
    }
    starts.push(buffer.length)
    pushNewFeatures(buffer, row, this.hints(row, nearness[0]?.fitting ?? 0))
    starts.push(buffer.length)
    const shifts = candidates.map((candidate, index) => linkShift(row, rows[candidate]!, clusters[index]!))
    return {mention, candidates, clusters, buffer, starts, shifts: [...shifts, newShift(row)]}
  }

  private personalPusher(mention: number, clusters: readonly Cluster[]) {
    const {buffer, rows} = this
    const row = rows[mention]!
    const place = personPlace(this.text, row, this.subjects)
    const counts = this.namesNearby.countsFor(mention, clusters)
    return (candidate: number, cluster: Cluster) => {
      const isFirst = cluster.mentions.length === 0 || cluster.mentions[0] === candidate
      pushPersonFeatures(buffer, row, rows[candidate]!, cluster, place, counts.get(cluster)!, isFirst)
    }
  }

  private candidates(mention: number, draft: number): number[] {
    const {rows} = this
    const row = rows[mention]!
    const isPronoun = PRONOUN_FORM <= row.form
    const found: number[] = []
    const subject = this.subjectBeside(mention)
    const oldest = Math.max(0, mention - windowOf(row.form))
    for (let candidate = mention - 1; oldest <= candidate; candidate--) {
      if (SENTENCES_BACK < row.sentence - rows[candidate]!.sentence) break
      if (this.clusterOf[candidate] !== subject && this.isCandidate(row, candidate, draft)) found.push(candidate)
    }
    if (isPronoun) return found
    const first = found.at(-1) ?? mention
    for (const word of new Set([row.head, row.lemma, row.letters, row.initials])) {
      if (word === 0) continue
      for (const candidate of (this.latestByWord.get(word) ?? []).slice(-SAME_HEAD_MAX).reverse())
        if (candidate < first && !found.includes(candidate) && this.isCandidate(row, candidate, draft))
          found.push(candidate)
    }
    return found
  }

  /** What grammar bars "him" from meaning: the subject of the verb that it is an object of. */
  private subjectBeside(mention: number): Cluster | undefined {
    const row = this.rows[mention]!
    if (row.form < PRONOUN_FORM || !OBJECT_ROLES.has(row.role)) return undefined
    if (/sel(?:f|ves)$/i.test(this.text.parsed.forms[row.headWord]!)) return undefined
    for (let other = mention - 1; Math.max(0, mention - PRONOUN_WINDOW) <= other; other--) {
      const {role, governor, sentence} = this.rows[other]!
      if (sentence !== row.sentence) return undefined
      if (role === SUBJECT && governor === row.governor) return this.clusterOf[other]
    }
    return undefined
  }

  private isCandidate(row: MentionRow, candidate: number, draft: number): boolean {
    const other = this.rows[candidate]!
    if (other.headWord === row.headWord) return false
    // "Peter Walsh is gone," he said: nobody speaks of himself by name, so that who is named inside is not who stands outside.
    if (row.speaks && other.quotation !== 0 && row.sentence === other.sentence) return false
    const cluster = this.clusterOf[candidate]!
    if (row.gender !== GENDERS.unknown && PRONOUN_FORM <= row.form) return canBePerson(row, cluster)
    return draft < 0 || cluster.draft < 0
  }

  private nounFit({headWord, form}: MentionRow, {draft}: Cluster): number {
    if (draft < 0 || form === FORMS.joined || form === FORMS.name) return 4
    const {parsed, drafts} = this.text
    return nounFit(drafts[draft]!, parsed.forms[headWord]!.toLowerCase(), parsed.text)
  }

  private hints(row: MentionRow, fitting: number): NewHints {
    const {forms} = this.text.parsed
    const isIt = row.form === PRONOUN_FORM + PRONOUNS.it
    return {
      headSeen: Math.min(3, this.latestByWord.get(row.head)?.length ?? 0),
      wholeSeen: Number(this.wholes.has(row.whole)),
      before: wordHash(forms[row.firstWord - 1]),
      after: wordHash(forms[row.endWord]),
      determiner: wordHash(forms[row.firstWord]),
      isEmpty: isIt ? 1 + Number(isEmptyIt(this.text.parsed, row.headWord)) : 0,
      fitting
    }
  }

  private quotationSpeaker({quotation}: MentionRow): number {
    const word = quotation === 0 ? -1 : this.text.table.speakerByQuotation[quotation]!
    const mention = word < 0 ? undefined : this.mentionByHead.get(word)
    return mention === undefined ? -1 : this.clusterOf[mention]!.id
  }

  private remember(mention: number, cluster: Cluster) {
    const row = this.rows[mention]!
    const isPronoun = PRONOUN_FORM <= row.form
    cluster.mentions.push(mention)
    if (row.name !== undefined) this.adopt(cluster, this.text.draftByName[row.name]!)
    if (cluster.gender === GENDERS.unknown && !isPronoun) cluster.gender = row.gender
    if (cluster.kind === KINDS.unknown) cluster.kind = row.kind
    if (cluster.number === 0) cluster.number = row.number
    if (isPronoun) cluster.pronouns |= 1 << (row.form - PRONOUN_FORM)
    else if (!cluster.nouns.includes(row.lemma) && cluster.nouns.length < 8) cluster.nouns.push(row.lemma)
    this.mentionByHead.set(row.headWord, mention)
    this.wholes.add(row.whole)
    if (!isPronoun)
      for (const word of new Set([row.head, row.lemma, row.letters, row.initials]))
        if (word !== 0) this.note(word, mention)
    if (isPronoun && cluster.draft < 0) this.namesNearby.noteUnnamed(row)
    if (row.speaks) this.lastSpeaker = cluster.id
    if (this.topic < 0 && row.name !== undefined && cluster.kind === KINDS.person) this.topic = cluster.id
  }

  private adopt(cluster: Cluster, draft: number) {
    if (0 <= cluster.draft) return
    this.nameCluster(cluster, draft)
    this.announce(cluster)
  }

  private nameCluster(cluster: Cluster, draft: number) {
    const {gender, kind} = this.text.drafts[draft]!
    cluster.draft = draft
    if (gender !== 'unknown') cluster.gender = GENDERS[gender]
    cluster.kind = KINDS[kind]
  }

  /** Let names and nouns find a cluster with a name. */
  private announce(cluster: Cluster) {
    this.clusterByDraft.set(cluster.draft, cluster)
    for (const noun of this.text.drafts[cluster.draft]!.nouns) this.namedByNoun.set(noun, cluster)
  }

  private note(word: number, mention: number) {
    const latest = this.latestByWord.get(word)
    if (latest) {
      latest.push(mention)
      if (SAME_HEAD_MAX * 4 < latest.length) latest.splice(0, SAME_HEAD_MAX * 2)
    } else this.latestByWord.set(word, [mention])
  }
}

function windowOf(form: number): number {
  if (PRONOUN_FORM <= form) return PRONOUN_WINDOW
  return LOOSE_FORMS.has(form) ? LOOSE_WINDOW : DEFINITE_WINDOW
}

const LOOSE_FORMS: ReadonlySet<number> = new Set([FORMS.indefinite, FORMS.possessed, FORMS.bare, FORMS.joined])

/** Whether "he" or "she" can be this thing at all. */
function canBePerson({gender}: MentionRow, cluster: Cluster): boolean {
  if (cluster.gender !== GENDERS.unknown) return cluster.gender === gender
  if (cluster.number === NUMBERS.several || (cluster.pronouns & NOT_ONE_PERSON) !== 0) return false
  return cluster.kind === KINDS.person || cluster.kind === KINDS.unknown
}

const NOT_ONE_PERSON = [PRONOUNS.it, PRONOUNS.they, PRONOUNS.we, PRONOUNS.this, PRONOUNS.that]
  .map(pronoun => 1 << pronoun)
  .reduce((a, b) => a | b)

function wordHash(form: string | undefined): number {
  return form === undefined ? 0 : hashText(form.toLowerCase())
}
