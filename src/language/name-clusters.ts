import type {EntityKind, Name} from './analysis.ts'
import {type EntityDraft, nameMention} from './entity-draft.ts'
import {listedThing, plainKey} from './gazetteer.ts'
import {genderOfForename, genderOfNoun} from './genders.ts'
import {sameAliases} from './same-alias.ts'
import {sameBodies} from './same-body.ts'
import {samePersons} from './same-person.ts'

/** Gather the names of a text that mean the same thing; `text` is what the names point into. */
export function clusterNames(text: string, names: readonly Name[]): EntityDraft[] {
  const drafts = exactClusters(text, names)
  return sameAliases(text, sameBodies(text, samePersons(text, drafts))).sort(
    (a, b) => a.names[0]!.start - b.names[0]!.start
  )
}

/** Names of one form and like kind; all names of one country. */
function exactClusters(text: string, names: readonly Name[]): EntityDraft[] {
  const draftByKey = new Map<string, EntityDraft>()
  for (const name of names) {
    const printed = text.slice(name.start, name.end)
    const key = `${KIN[name.kind]} ${(KIN[name.kind] !== 'person' && listedThing(printed)) || plainKey(printed)}`
    const draft = draftByKey.get(key)
    if (draft) addName(draft, name, 1)
    else draftByKey.set(key, newDraft(name))
    learnGender(draftByKey.get(key)!, text, name)
  }
  return [...draftByKey.values()]
}

/** Kinds that one name may be taken for from place to place. */
const KIN: Readonly<Record<EntityKind, string>> = {
  person: 'person',
  organisation: 'body',
  outlet: 'body',
  group: 'group',
  place: 'place',
  production: 'made',
  work: 'made',
  event: 'event'
}

function newDraft(name: Name): EntityDraft {
  return {
    kind: name.kind,
    names: [name],
    aliases: new Set(),
    mentions: [nameMention(name)],
    gender: 'unknown',
    nouns: new Set(),
    joinScores: []
  }
}

function addName(draft: EntityDraft, name: Name, score: number) {
  draft.names.push(name)
  draft.mentions.push(nameMention(name))
  draft.joinScores.push(score)
}

function learnGender(draft: EntityDraft, text: string, name: Name) {
  if (name.kind !== 'person') return
  const titleWords = name.title
    ? text
        .slice(name.title.start, name.title.end)
        .toLowerCase()
        .split(/[\s-]+/)
    : []
  for (const word of titleWords) {
    if (3 < word.length) draft.nouns.add(word)
    if (draft.gender === 'unknown') draft.gender = genderOfNoun(word)
  }
  if (draft.gender === 'unknown') draft.gender = genderOfForename(text.slice(name.start, name.end))
}
