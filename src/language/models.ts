import {type ModelFile, readModelFile} from './model-file.ts'

/** The trained weights, one file a stage. */
export interface Models {
  readonly sentences: ModelFile
  /** Tags, trees and half of what tells names. */
  readonly encoder: ModelFile
  readonly names: ModelFile
  readonly chains: ModelFile
  /** Who says what: read by the reading layer, which sees the encoder's words as this model has learnt to. */
  readonly attributions: ModelFile
  /** How two things of a sentence are tied: read by the reading stage. */
  readonly ties: ModelFile
}

/** What the language layer needs. Given those of later stages, it keeps for them what only it sees. */
export type LanguageModels = Omit<Models, 'attributions' | 'ties'> & Partial<Pick<Models, 'attributions'>>

/** What `Models` has; a stage that is missing here does not compile. */
const STAGES: Readonly<Record<keyof Models, true>> = {
  sentences: true,
  encoder: true,
  names: true,
  chains: true,
  attributions: true,
  ties: true
}

/** The stages that have a model, each in a file `NAME.model`: what a page has to fetch. */
export const MODEL_NAMES = Object.keys(STAGES) as readonly (keyof Models)[]

/**
 * The models, from the bytes of their files. For a page, which fetches them; Node has `loadModels`.
 *
 * Nothing is copied: the bytes must stay as they are while the models are in use. Give those of all `MODEL_NAMES`.
 *
 * @throws SyntaxError when the bytes of one are not a model file
 */
export function modelsFrom(bytesByName: Readonly<Record<string, Uint8Array>>): Models {
  // In the order of their names, whatever came first: a reading lists the models it was made with.
  const sorted = Object.entries(bytesByName).sort(([a], [b]) => (a < b ? -1 : 1))
  const models: Record<string, ModelFile> = {}
  for (const [name, bytes] of sorted) models[name] = readModelFile(bytes)
  return models as unknown as Models
}
