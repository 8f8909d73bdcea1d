import type {Name, Parsed} from './analysis.ts'
import {describedAt} from './descriptions.ts'
import type {EntityDraft} from './entity-draft.ts'
import {hashText} from './hashing.ts'
import {
  type Cluster,
  FeatureBuffer,
  fitsPronoun,
  type Nearness,
  type NewHints,
  type Place,
  pushLinkFeatures,
  pushNewFeatures
} from './link-features.ts'
import {linkShift, newShift} from './link-shifts.ts'
import {FORMS, GENDERS, KINDS, type MentionRow, type MentionTable, NUMBERS, PRONOUN_FORM} from './mention-table.ts'
import {kindsOfNoun, nounFit} from './noun-fit.ts'
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
const NOUN_WINDOW = 30
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

/** Roles as mention-table.ts numbers them. */
const SUBJECT = 1
const OBJECT_ROLES: ReadonlySet<number> = new Set([2, 3, 4])

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
  private lastSpeaker = -1
  private topic = -1

  constructor(text: LinkedText, choose: Choose) {
    this.text = text
    this.rows = text.table.rows
    this.choose = choose
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
    return {cluster: candidate < 0 ? this.newCluster() : decision.clusters[candidate]!, score}
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

  private newCluster(): Cluster {
    const cluster: Cluster = {
      id: this.clusters.length,
      mentions: [],
      draft: -1,
      gender: GENDERS.unknown,
      number: 0,
      kind: KINDS.unknown,
      nouns: [],
      pronouns: 0
    }
    this.clusters.push(cluster)
    return cluster
  }

  private decision(mention: number, draft: number): Decision {
    const {buffer, rows} = this
    const row = rows[mention]!
    const candidates = this.candidates(mention, draft)
    const clusters = candidates.map(candidate => this.clusterOf[candidate]!)
    const place: Place = {
      lastSpeaker: this.lastSpeaker,
      quotationSpeaker: this.quotationSpeaker(row),
      topic: this.topic
    }
    const nearness = this.nearness(row, candidates, clusters, place)
    buffer.length = 0
    const starts: number[] = []
    for (const [index, candidate] of candidates.entries()) {
      starts.push(buffer.length)
      pushLinkFeatures(buffer, row, rows[candidate]!, clusters[index]!, place, nearness[index]!)
    }
    starts.push(buffer.length)
    pushNewFeatures(buffer, row, this.hints(row, nearness[0]?.fitting ?? 0))
    starts.push(buffer.length)
    const shifts = candidates.map((candidate, index) => linkShift(row, rows[candidate]!, clusters[index]!))
    return {mention, candidates, clusters, buffer, starts, shifts: [...shifts, newShift(row)]}
  }

  private candidates(mention: number, draft: number): number[] {
    const {rows} = this
    const row = rows[mention]!
    const isPronoun = PRONOUN_FORM <= row.form
    const found: number[] = []
    const subject = this.subjectBeside(mention)
    const oldest = Math.max(0, mention - (isPronoun ? PRONOUN_WINDOW : NOUN_WINDOW))
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
    const cluster = this.clusterOf[candidate]!
    if (row.gender !== GENDERS.unknown && PRONOUN_FORM <= row.form) return canBePerson(row, cluster)
    return draft < 0 || cluster.draft < 0
  }

  private nearness(
    row: MentionRow,
    candidates: readonly number[],
    clusters: readonly Cluster[],
    place: Place
  ): Nearness[] {
    const isPronoun = PRONOUN_FORM <= row.form
    const fits = clusters.map(cluster => isPronoun && fitsPronoun(row.form, row.gender, cluster))
    const fittingClusters = new Set(clusters.filter((_, index) => fits[index]))
    const fitting = Math.min(4, fittingClusters.size)
    const salience = this.salience(row, candidates, clusters, fits, place)
    const order = [...fittingClusters].sort((a, b) => salience.get(b)! - salience.get(a)!)
    const seen = new Set<Cluster>()
    const seenFitting = new Set<Cluster>()
    let subjects = 0
    return candidates.map((candidate, index) => {
      const cluster = clusters[index]!
      const other = this.rows[candidate]!
      const isSubject = fits[index]! && other.role === 1
      if (isSubject) subjects++
      const fitRank = fits[index] ? seenFitting.size : 9
      if (fits[index]) seenFitting.add(cluster)
      const clusterRank = seen.has(cluster) ? 2 : 1
      seen.add(cluster)
      return {
        rank: index,
        fitRank,
        fitting,
        subjectRank: isSubject ? Math.min(3, subjects) : 0,
        clusterRank,
        ...salienceRank(cluster, order, salience),
        nounFit: isPronoun ? 0 : this.nounFit(row, cluster)
      }
    })
  }

  /** The salience of each thing that fits, by its most salient mention. */
  private salience(
    row: MentionRow,
    candidates: readonly number[],
    clusters: readonly Cluster[],
    fits: readonly boolean[],
    place: Place
  ): Map<Cluster, number> {
    const best = new Map<Cluster, number>()
    for (const [index, candidate] of candidates.entries()) {
      if (!fits[index]) continue
      const cluster = clusters[index]!
      const salience = salienceOf(row, this.rows[candidate]!, cluster, place)
      if ((best.get(cluster) ?? -Infinity) < salience) best.set(cluster, salience)
    }
    return best
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
    if (row.speaks) this.lastSpeaker = cluster.id
    if (this.topic < 0 && row.name !== undefined && cluster.kind === KINDS.person) this.topic = cluster.id
  }

  private adopt(cluster: Cluster, draft: number) {
    if (cluster.draft < 0) this.clusterByDraft.set(draft, cluster)
    if (0 <= cluster.draft) return
    const {gender, kind, nouns} = this.text.drafts[draft]!
    for (const noun of nouns) this.namedByNoun.set(noun, cluster)
    cluster.draft = draft
    if (gender !== 'unknown') cluster.gender = GENDERS[gender]
    cluster.kind = KINDS[kind]
  }

  private note(word: number, mention: number) {
    const latest = this.latestByWord.get(word)
    if (latest) {
      latest.push(mention)
      if (SAME_HEAD_MAX * 4 < latest.length) latest.splice(0, SAME_HEAD_MAX * 2)
    } else this.latestByWord.set(word, [mention])
  }
}

function salienceRank(cluster: Cluster, order: readonly Cluster[], salience: ReadonlyMap<Cluster, number>) {
  const rank = order.indexOf(cluster)
  if (rank < 0) return {salienceRank: 9, salienceLead: 0}
  const other = salience.get(order[rank === 0 ? 1 : 0]!) ?? -Infinity
  const lead = Math.abs(salience.get(cluster)! - other)
  return {salienceRank: Math.min(4, rank), salienceLead: Math.min(8, Math.round(lead * 2))}
}

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
