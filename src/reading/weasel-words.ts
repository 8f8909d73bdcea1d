/*
 * Words by which a text leans on people it does not name. General knowledge of English; the kinds are those that the shared task
 * of CoNLL-2010 calls weasels: an unnamed source, a passive without one, a vague many.
 */

/** People without a name, as the subject of an opinion: "some argue", "many believe". */
export const VAGUE_PEOPLE = 'some many others most several few people plenty'

/** Those whose opinion is given as such, where they come as a plural without a name: "critics say", "security experts warn". */
export const OPINION_HOLDERS = `
  critic analyst expert observer commentator scholar historian scientist researcher reviewer supporter opponent proponent detractor
  sceptic skeptic academic economist pundit insider theorist fan purist specialist strategist rumour rumor legend`

/** Verbs by which they hold it. */
export const OPINION_VERBS = `
  say argue claim contend maintain insist assert hold note allege complain warn caution charge counter reckon agree speculate point
  suggest caution posit postulate propose state hypothesise hypothesize theorise theorize`

/** In the passive: that others say so, "is said to have", "it has been suggested that". */
export const TOLD_PASSIVES = `
  say report allege claim rumour rumor understand suggest argue speculate assert contend note hold posit propose hypothesise hypothesize
  theorise theorize`

/** In the passive, with "as" or a noun: how others see it, "is widely regarded as". */
export const SEEN_PASSIVES =
  'regard see view perceive hail credit tout acclaim praise recognise recognize acknowledge accept'

/** Adverbs of a vague many: without one, some passives are plain. */
export const VAGUE_ADVERBS =
  'widely generally commonly often sometimes broadly frequently usually popularly traditionally universally largely'
