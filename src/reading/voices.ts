import type {Voice} from './claim.ts'
import type {Material} from './material.ts'

/** Who speaks in a claim, as far as it is known: what {@link voicesOf} puts before the document's own voices. */
export interface Speaking {
  /** Local id of who speaks. */
  readonly speaker?: string | null
  /** The words that name the speaker, where no entity stands for them. */
  readonly speakerText?: string
  readonly source?: {readonly start: number; readonly end: number} | null
  /** Who passed the words on, where that is somebody else. */
  readonly via?: {readonly entity: string | null; readonly text: string} | undefined
  /** The production in which it is said. */
  readonly production?: {readonly entity: string; readonly title: string; readonly producer?: string} | undefined
  /** The statement inside which it is said: its voices follow. */
  readonly parent?: {readonly voices: readonly Voice[]} | undefined
}

/**
 * The chain by which a claim reached the reader, from the nearest voice to the farthest: the speaker, the production with its
 * producer, the voices of the statement around it, and at last the outlet and the authors of the document.
 */
export function voicesOf(
  material: Material,
  {speaker, speakerText, source, via, production, parent}: Speaking = {}
): Voice[] {
  const near: Voice[] = []
  if (speaker || speakerText) near.push(speakerVoice(speaker, speakerText, source))
  if (via) near.push({kind: 'publisher', ...named(via.entity ?? undefined, via.text)})
  if (production) {
    const voices = productionVoices(material, production)
    near.push(...voices.filter(({entity, kind}) => kind !== 'production' || !speaker || entity !== speaker))
  }
  return [...near, ...(parent ? parent.voices : documentVoices(material))]
}

/** The voices of the document itself: its outlet, and who wrote it. */
function documentVoices({document, entities}: Material): Voice[] {
  const outlet: Voice[] = document.outlet
    ? [{kind: 'outlet', ...named(entities.named(document.outlet)?.id, document.outlet)}]
    : []
  const authors = document.authors.map(
    ({name, start, end}): Voice => ({kind: 'author', ...named(entities.named(name)?.id, name), start, end})
  )
  return [...outlet, ...authors]
}

function speakerVoice(
  speaker: string | null | undefined,
  speakerText: string | undefined,
  source: {readonly start: number; readonly end: number} | null | undefined
): Voice {
  return {
    kind: 'speaker',
    ...named(speaker ?? undefined, speakerText),
    ...(source && {start: source.start, end: source.end})
  }
}

/** The production a claim is shown in, and its producer. */
function productionVoices(
  {entities}: Material,
  {entity, title, producer}: NonNullable<Speaking['production']>
): Voice[] {
  const voices: Voice[] = [{kind: 'production', ...named(entity, title)}]
  if (producer)
    voices.push({
      kind: 'producer',
      ...(entities.get(producer) ? named(producer, undefined) : named(undefined, producer))
    })
  return voices
}

function named(entity: string | undefined, text: string | undefined): {entity?: string; text?: string} {
  return {...(entity && {entity}), ...(text && {text})}
}
