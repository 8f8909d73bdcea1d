import {describe, expect, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import type {Claim} from '../../src/reading/claim.ts'
import {findEvents} from '../../src/reading/events.ts'
import type {Material} from '../../src/reading/material.ts'
import {findRelations} from '../../src/reading/relations.ts'
import {findRoles} from '../../src/reading/roles.ts'
import {findStatements} from '../../src/reading/statements.ts'
import {findVoices} from '../../src/reading/told-claims.ts'
import {spanText} from '../../src/text/span.ts'
import {readMarkedCases} from '../support/marked-material.ts'

const models = loadModels()

describe('findVoices', () => {
  for (const {name, material: bare, expected} of readMarkedCases(new URL('told-claims.txt', import.meta.url), models))
    test(name, () => {
      const material = {...bare, document: {...bare.document, outlet: 'Harbour Wire'}}
      const {statements} = findStatements(material, [], models)
      const told = <C extends Claim>(claims: readonly C[]) => findVoices(material, claims, statements)
      const lines = [
        ...told(findRoles(material)).map(role => claimLine(material, `role: ${role.title}`, role)),
        ...told(findRelations(material)).map(relation =>
          claimLine(material, `relation: ${relation.phrase.replace(/^probably /, '')}`, relation)
        ),
        ...told(findEvents(material)).map(event => claimLine(material, `event: ${event.what}`, event))
      ]
      const kind = expected[0]!.split(':')[0]!
      expect(lines.filter(line => line.startsWith(kind))).toEqual(expected)
    })
})

/** The claim, its nearest voice, whether it is denied, and its hedges with what they mean. */
function claimLine({document, entities}: Material, words: string, {voices, polarity, modality}: Claim): string {
  const [nearest] = voices
  const voice = entities.get(nearest?.entity ?? '')?.name ?? nearest?.text ?? '-'
  const hedges = modality.map(({hedge, value}) => `${spanText(document.text, hedge)}: ${value}`)
  return [words, voice, ...(polarity === 'negative' ? [polarity] : []), ...hedges].join(' | ')
}
