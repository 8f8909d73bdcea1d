/** What a worker did to a document, or was about to. */
export type Deed = 'save' | 'forget' | 'unforget'

/** What a document must be after these deeds. */
export type Standing = 'shown' | 'hidden'

const STANDING: Readonly<Record<Deed, Standing>> = {save: 'shown', forget: 'hidden', unforget: 'shown'}

/**
 * What workers were told is done, from the lines they wrote: `begin save 12` before, `done save 12` once the record has
 * acknowledged it, with the id of the judgement where it was one.
 */
export class Account {
  readonly #standing = new Map<number, Standing>()
  readonly #begun = new Map<number, Deed>()
  readonly #judgements: string[] = []

  /** A line of a worker; one that was cut off counts for nothing. */
  add(line: string): void {
    const [step, deed, number, judgement] = line.split(' ')
    if (step === 'begin') this.#begun.set(Number(number), deed as Deed)
    if (step !== 'done') return
    this.#begun.delete(Number(number))
    this.#standing.set(Number(number), STANDING[deed as Deed])
    if (judgement) this.#judgements.push(judgement)
  }

  get acknowledgedCount(): number {
    return this.#standing.size + this.#judgements.length
  }

  /** Documents that must be on record. */
  get documents(): readonly number[] {
    return [...this.#standing.keys()]
  }

  /** Judgements that must be on record. */
  get judgements(): readonly string[] {
    return this.#judgements
  }

  /** What a document must be; undefined where a deed was under way that may or may not have been done. */
  standing(number: number): Standing | undefined {
    return this.#begun.has(number) ? undefined : this.#standing.get(number)
  }
}
