import type {EncoderVocabulary} from './encoder-words.ts'
import type {ModelFile} from './model-file.ts'

/** How large the parts of a network are. */
interface EncoderShape {
  /** Units of a layer, each way. */
  readonly width: number
  readonly layerCount: number
  readonly arcWidth: number
  readonly relationWidth: number
  readonly nameWidth: number
  readonly nameCount: number
}

/** A table of rows in 8 bits: a value is its step times the row's scale. */
export interface StepTable {
  readonly width: number
  readonly steps: Int8Array
  readonly scales: Float32Array
}

/** An encoder as it stands in its file. */
export interface EncoderFile {
  readonly shape: EncoderShape
  /** UPOS and Penn tag of each tag by its number, parted by a blank. */
  readonly tags: readonly string[]
  readonly relations: readonly string[]
  readonly vocabulary: EncoderVocabulary
  /** Rows by the vocabulary's `vectorWords`. */
  readonly vectors: StepTable
  /** Row 0 for words unknown, then rows by the vocabulary's `learntWords`. */
  readonly learnt: StepTable
  readonly pieces: StepTable
}

/** The encoder in `file`, but for its matrices. */
export function readEncoderFile({head, arrays}: ModelFile): EncoderFile {
  const {shape, tags, relations} = head.settings as unknown as Pick<EncoderFile, 'shape' | 'tags' | 'relations'>
  const table = (name: string): StepTable => {
    const steps = arrays[`${name}Steps`] as Int8Array
    const scales = arrays[`${name}Scales`] as Float32Array
    return {width: steps.length / scales.length, steps, scales}
  }
  return {
    shape,
    tags,
    relations,
    vocabulary: arrays as unknown as EncoderVocabulary,
    vectors: table('vector'),
    learnt: table('learnt'),
    pieces: table('pieces')
  }
}

/** The values of a matrix of the network, row after row. */
export function matrixOf({head, arrays}: ModelFile, name: string): Float32Array {
  const scale = (head.settings['scales'] as Record<string, number>)[name]!
  const steps = arrays[`net.${name}`]!
  const values = new Float32Array(steps.length)
  for (let place = 0; place < steps.length; place++) values[place] = steps[place]! * scale
  return values
}
