import type {Deriver} from './derive-document.ts'

/** Who bears which name in which sense, and who is whom. */
export const IDENTITY: Deriver = {
  async add() {},
  async remove() {}
}
