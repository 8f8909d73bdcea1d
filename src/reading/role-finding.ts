import type {Chain} from '../language/analysis.ts'
import type {Time} from './claim.ts'
import type {Role} from './reading.ts'
import type {Title} from './role-title.ts'

/** One place where the text gives a person a title. */
export interface RoleFinding {
  readonly person: Chain
  readonly title: Title
  /** Words for the title where it is said by a verb: "leader" for "leads". */
  readonly titleWords?: string
  readonly status: Role['status']
  readonly begun?: Time
  readonly ended?: Time
  /** The text says that the person remains it. */
  readonly stays?: true
  /** Given where it stands apart from the title: after the name. */
  readonly organisation?: string
  /** The words of the mention, first and one past the last. */
  readonly firstWord: number
  readonly endWord: number
  readonly reason: string
  readonly score: number
}
