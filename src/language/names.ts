import {type Name, type Parsed, wordSpan} from './analysis.ts'
import type {Models} from './models.ts'
import {spreadNames} from './name-consistency.ts'
import {type NameDraft, withoutOverlap} from './name-draft.ts'
import {mendEdges} from './name-edges.ts'
import {findKind} from './name-kinds.ts'
import {findListedNames} from './name-lists.ts'
import {findCoreNames} from './name-model.ts'
import {findPhrases, withPhrases} from './name-phrases.ts'
import {agreeInRows} from './name-rows.ts'
import {calibratedScore} from './name-scores.ts'
import {titleBefore} from './name-titles.ts'
import {findQuotedTitles} from './quoted-titles.ts'

/**
 * Find what `parsed` names: persons, organisations, outlets, places, productions, events, works, peoples.
 *
 * ```text
 * Interior Minister Jana Holub told the Brimholm Herald that Norvia's parliament had not met.
 *                   ^^^^^^^^^^          ^^^^^^^^^^^^^^^      ^^^^^^
 * ```
 *
 * A trained model finds persons, organisations and places; lists and rules mend their edges, add what it overlooked, and tell the finer kinds.
 *
 * @param places - names that are known to be places'
 * @returns names in the order of the text, without overlap
 */
export function findNames(
  parsed: Parsed,
  models: Pick<Models, 'encoder' | 'names'>,
  places: readonly string[] = []
): Name[] {
  const core = mendEdges(parsed, findCoreNames(parsed, models))
  const titled = findQuotedTitles(parsed)
  const phrased = withoutOverlap([...titled, ...withPhrases(core, findPhrases(parsed), parsed.forms.length)])
  const all = withoutOverlap([...phrased, ...findListedNames(parsed, phrased)])
  const kinds = all.map(draft => findKind(parsed, draft))
  return spreadNames(parsed, agreeInRows(parsed, kinds), places)
    .map(draft => toName(parsed, {...draft, score: calibratedScore(draft.score, models.names)}))
    .filter(({start, end}) => end - start <= NAME_LENGTH_MAX)
}

/** Official names of bodies run to two hundred characters; what is longer is damage. */
const NAME_LENGTH_MAX = 300

function toName(parsed: Parsed, draft: NameDraft): Name {
  const {firstWord, endWord, kind, score} = draft
  const title = kind === 'person' ? titleBefore(parsed, firstWord) : undefined
  return {...wordSpan(parsed, firstWord, endWord), firstWord, endWord, kind, score, ...(title && {title})}
}
