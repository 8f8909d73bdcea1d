import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {basename, extname} from 'node:path'
import {type ModelFile, readModelFile} from './language/model-file.ts'
import type {Models} from './language/models.ts'

/** Where the weights stand, from src/ as from dist/. */
const MODELS_FOLDER = new URL('../models/', import.meta.url)

/** The trained models that come with the package. */
export function loadModels(folder: URL = MODELS_FOLDER): Models {
  const models: Record<string, ModelFile> = {}
  const files = existsSync(folder) ? readdirSync(folder).filter(file => extname(file) === '.model') : []
  for (const file of files) models[basename(file, '.model')] = readModelFile(readFileSync(new URL(file, folder)))
  return models as unknown as Models
}
