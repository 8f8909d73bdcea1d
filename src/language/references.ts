import type {Mention, Parsed} from './analysis.ts'
import {describedAt} from './descriptions.ts'
import type {EntityDraft} from './entity-draft.ts'
import {genderOfPronoun} from './genders.ts'
import {isEmptyIt, pronounKind} from './pronouns.ts'
import {quotedWords} from './quoted-words.ts'
import {type Reference, Salience} from './salience.ts'

/**
 * Give pronouns and descriptions of `parsed` to the drafts they most likely mean, in one walk through the text: what was
 * named last, is spoken of most and stands as subject comes first.
 */
export function resolveReferences(parsed: Parsed, drafts: readonly EntityDraft[]) {
  const quotations = quotedWords(parsed)
  const salience = new Salience(parsed, quotations)
  const knownByWord = mentionsByWord(drafts)
  let covered = 0
  for (let word = 0; word < parsed.forms.length; word++) {
    const known = knownByWord.get(word)
    if (known) {
      salience.note(known.draft, known.mention)
      covered = Math.max(covered, known.mention.form === 'name' ? known.mention.endWord : covered)
    }
    if (word < covered) continue
    const found = referenceAt(parsed, word, salience)
    if (!found) {
      if (parsed.upos[word] === 'NOUN' && !known) salience.noteNoun(word)
      continue
    }
    covered = found.mention.endWord
    found.draft.mentions.push(found.mention)
    found.draft.joinScores.push(found.score)
    learn(parsed, found)
    salience.note(found.draft, found.mention)
  }
}

interface Known {
  readonly draft: EntityDraft
  readonly mention: Mention
}

interface Found extends Known {
  readonly score: number
}

function mentionsByWord(drafts: readonly EntityDraft[]): Map<number, Known> {
  const known = new Map<number, Known>()
  for (const draft of drafts)
    for (const mention of draft.mentions)
      known.set(mention.form === 'name' ? mention.firstWord : mention.headWord, {draft, mention})
  return known
}

function referenceAt(parsed: Parsed, word: number, salience: Salience): Found | undefined {
  const kind = pronounKind(parsed.forms[word]!)
  if (kind) {
    if (kind === 'thing' && isEmptyIt(parsed, word)) return undefined
    const mention: Mention = {
      start: parsed.starts[word]!,
      end: parsed.ends[word]!,
      firstWord: word,
      endWord: word + 1,
      headWord: word,
      form: 'pronoun'
    }
    return toFound(mention, salience.resolvePronoun(word, kind))
  }
  const description = describedAt(parsed, word)
  return description && toFound(description, salience.resolveNoun(description))
}

function toFound(mention: Mention, reference: Reference | undefined): Found | undefined {
  return reference && {mention, draft: reference.draft, score: reference.score}
}

/** A pronoun tells a gender that nothing told before. */
function learn({forms}: Parsed, {draft, mention}: Found) {
  if (mention.form !== 'pronoun' || draft.kind !== 'person' || draft.gender !== 'unknown') return
  draft.gender = genderOfPronoun(forms[mention.headWord]!)
}
