import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {basename, extname} from 'node:path'
import {type Models, modelsFrom} from './language/models.ts'

/** Where the weights stand, from src/ as from dist/. */
const MODELS_FOLDER = new URL('../models/', import.meta.url)

/** The trained models that come with the package. */
export function loadModels(folder: URL = MODELS_FOLDER): Models {
  const files = existsSync(folder) ? readdirSync(folder).filter(file => extname(file) === '.model') : []
  const bytes = files.map(file => [basename(file, '.model'), readFileSync(new URL(file, folder))] as const)
  return modelsFrom(Object.fromEntries(bytes))
}
