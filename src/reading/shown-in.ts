import type {Material} from './material.ts'
import type {Production, Statement} from './reading.ts'
import {productionVoices} from './voices.ts'

/**
 * The statements with the production they are shown in, where its segments hold them: who speaks in a video is heard through it
 * and its producer.
 */
export function markShown(
  material: Material,
  statements: readonly Statement[],
  productions: readonly Production[]
): Statement[] {
  const productionByStatement = new Map<string, Production>()
  for (const production of productions)
    for (const {statements: shown} of production.segments)
      for (const id of shown) productionByStatement.set(id, production)
  return statements.map(statement => {
    const production = productionByStatement.get(statement.id)
    return production && statement.production === undefined ? shownIn(material, statement, production) : statement
  })
}

function shownIn(material: Material, statement: Statement, production: Production): Statement {
  const [speaker, ...others] = statement.voices
  const voices = productionVoices(material, production)
  return {
    ...statement,
    production: production.entity,
    voices: speaker?.kind === 'speaker' ? [speaker, ...voices, ...others] : [...voices, ...statement.voices]
  }
}
