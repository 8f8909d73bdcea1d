import type {Material} from './material.ts'
import {mentionIndex} from './mention-index.ts'
import type {RoleFinding} from './role-finding.ts'
import {rolesBesideName} from './roles-beside-names.ts'
import {roleInverted} from './roles-inverted.ts'
import {rolesOfAgent} from './roles-of-agents.ts'
import {rolesSaid} from './roles-said.ts'

/** Every place where a title is given to a person, in the order of the text. */
export function findRoleMentions(material: Material): RoleFinding[] {
  const {places} = mentionIndex(material.analysis)
  const persons = places.filter(({chain}) => chain.kind === 'person')
  return persons.flatMap(place => [
    ...(place.form === 'name' ? rolesBesideName(material.analysis, place) : []),
    ...(place.form === 'name' ? roleInverted(material.analysis, place) : []),
    ...rolesSaid(material.analysis, place),
    ...rolesOfAgent(material.analysis, place)
  ])
}
