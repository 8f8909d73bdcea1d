/** What a worker does to a document; a backup is numbered among the documents of who makes it. */
export type Deed = 'save' | 'forget' | 'unforget' | 'judge' | 'undo' | 'purge' | 'backup'

/** What a document must be after these deeds. Judging what is in it leaves it as it was. */
export type Standing = 'shown' | 'hidden' | 'gone'

const STANDING: Readonly<Partial<Record<Deed, Standing>>> = {
  save: 'shown',
  forget: 'hidden',
  unforget: 'shown',
  purge: 'gone'
}

/**
 * What workers were told is done, from the lines they wrote: `begin save 12` before, `done save 12` once the record has
 * acknowledged it, with the id of the judgement where it was one, and `erased` where a purge said that no trace is left.
 */
export class Account {
  readonly #standing = new Map<number, Standing>()
  readonly #begun = new Map<number, Deed>()
  /** With the number of the document that they are about, and go with. */
  readonly #judgements = new Map<string, number>()
  readonly #erased: number[] = []
  readonly #backups = new Map<number, readonly number[]>()
  readonly #begunBackups = new Map<number, readonly number[]>()
  #acknowledgedCount = 0
  /** Ids of documents that were there before anybody worked on the record. */
  readonly before: readonly string[]

  constructor(before: readonly string[] = []) {
    this.before = before
  }

  /** A line of a worker; one that was cut off counts for nothing. */
  add(line: string): void {
    const [step, name, words, judgement, erased] = line.split(' ')
    const [deed, number] = [name as Deed, Number(words)]
    if (step === 'begin') this.#begun.set(number, deed)
    if (step === 'begin' && deed === 'backup') this.#begunBackups.set(number, this.#documentsOfWorker(number))
    if (step !== 'done') return
    this.#acknowledgedCount++
    this.#begun.delete(number)
    const standing = STANDING[deed]
    if (standing !== undefined) this.#standing.set(number, standing)
    // What was judged of a document goes with it; that it was purged stays.
    if (judgement) this.#judgements.set(judgement, deed === 'purge' ? Number.NaN : number)
    if (deed === 'backup') this.#backups.set(number, this.#begunBackups.get(number) ?? [])
    if (erased === 'erased') this.#erased.push(number)
  }

  get acknowledgedCount(): number {
    return this.#acknowledgedCount
  }

  /** Documents that something is known of. */
  get documents(): readonly number[] {
    return [...this.#standing.keys()].filter(number => this.#begun.get(number) !== 'purge')
  }

  /** Judgements that must be on record. */
  get judgements(): readonly string[] {
    return [...this.#judgements]
      .filter(([, number]) => this.#standing.get(number) !== 'gone' && this.#begun.get(number) !== 'purge')
      .map(([id]) => id)
  }

  /** Documents of which no trace may be left in the files. */
  get erased(): readonly number[] {
    return this.#erased
  }

  /** Backups that must be there, by number, with the documents that must be in each. */
  get backups(): ReadonlyMap<number, readonly number[]> {
    return this.#backups
  }

  /** What a document must be; undefined where a deed was under way that may or may not have been done. */
  standing(number: number): Standing | undefined {
    const begun = this.#begun.get(number)
    return begun !== undefined && STANDING[begun] !== undefined ? undefined : this.#standing.get(number)
  }

  /** What another worker did just then may be in the backup or not. */
  #documentsOfWorker(number: number): number[] {
    return [...this.#standing]
      .filter(([other, standing]) => standing !== 'gone' && workerOf(other) === workerOf(number))
      .map(([other]) => other)
  }
}

/** How many numbers a worker has for itself. */
export const NUMBERS_A_WORKER = 500

function workerOf(number: number): number {
  return Math.floor(number / NUMBERS_A_WORKER)
}
