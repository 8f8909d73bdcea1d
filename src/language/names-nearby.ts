import type {Cluster} from './link-features.ts'
import type {LinkedText} from './link-mentions.ts'
import {type MentionRow, OBJECT_ROLES, SUBJECT} from './mention-table.ts'
import type {NameCounts} from './person-features.ts'

/** Sentences before and after a pronoun whose names are counted. */
const SENTENCES_BEFORE = 6
const SENTENCES_AFTER = 3

/** Counts the names around a pronoun: whom a text is about it names often, and by one word. */
export class NamesNearby {
  private readonly text: LinkedText
  private readonly rows: readonly MentionRow[]
  private readonly mentionsByDraft = new Map<number, number[]>()
  /** The head of the first pronoun of each gender that means nobody named. */
  private readonly firstUnnamed = [-1, -1, -1]

  constructor(text: LinkedText) {
    this.text = text
    this.rows = text.table.rows
    for (const [index, {name}] of this.rows.entries()) {
      if (name === undefined) continue
      const draft = text.draftByName[name]!
      const mentions = this.mentionsByDraft.get(draft)
      if (mentions) mentions.push(index)
      else this.mentionsByDraft.set(draft, [index])
    }
  }

  /** Keep in mind that the pronoun `row` means somebody whom the text has not named. */
  noteUnnamed({gender, headWord}: MentionRow) {
    if (this.firstUnnamed[gender]! < 0) this.firstUnnamed[gender] = headWord
  }

  /** The counts for each of `clusters` as what the pronoun `mention` means. */
  countsFor(mention: number, clusters: readonly Cluster[]): Map<Cluster, NameCounts> {
    const {sentence, gender} = this.rows[mention]!
    const different = [...new Set(clusters)]
    const names = new Map(different.map(({draft}) => [draft, this.namesNear(mention, sentence, draft)]))
    return new Map(
      different.map(cluster => {
        const {draft} = cluster
        const own = names.get(draft)!
        const more = [...names.values()].filter(other => own.before + own.after < other.before + other.after).length
        const rolesNear = this.rolesNear(sentence, cluster)
        if (draft < 0) return [cluster, {...own, rank: UNNAMED_RANK, rolesNear, isFull: false, isAfterUnnamed: false}]
        const draftNames = this.text.drafts[draft]!.names
        const isFull = draftNames.some(({firstWord, endWord}) => 1 < endWord - firstWord)
        const unnamed = this.firstUnnamed[gender]!
        const isAfterUnnamed = 0 <= unnamed && unnamed < draftNames[0]!.firstWord
        return [cluster, {...own, rank: Math.min(3, more), rolesNear, isFull, isAfterUnnamed}]
      })
    )
  }

  private namesNear(mention: number, sentence: number, draft: number): {before: number; after: number} {
    let before = 0
    let after = 0
    for (const index of this.mentionsByDraft.get(draft) ?? []) {
      const distance = this.rows[index]!.sentence - sentence
      if (distance < -SENTENCES_BEFORE || SENTENCES_AFTER < distance) continue
      if (index < mention) before++
      else after++
    }
    return {before, after}
  }

  /** The best role that a thing had in the sentence of the pronoun, and in the one before. */
  private rolesNear(sentence: number, {mentions}: Cluster): number {
    let here = 0
    let before = 0
    for (let place = mentions.length - 1; 0 <= place; place--) {
      const row = this.rows[mentions[place]!]!
      const rank = row.role === SUBJECT ? 3 : OBJECT_ROLES.has(row.role) ? 2 : 1
      if (row.sentence < sentence - 1) break
      if (row.sentence === sentence) here = Math.max(here, rank)
      else before = Math.max(before, rank)
    }
    return here * 4 + before
  }
}

/** What has no name has no place among the names. */
const UNNAMED_RANK = 9
