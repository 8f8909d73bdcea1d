import type {ModelFile} from './model-file.ts'

/** The trained weights the language layer needs, one file a stage. */
export interface Models {
  readonly tagger: ModelFile
  readonly parser: ModelFile
  readonly names: ModelFile
}
