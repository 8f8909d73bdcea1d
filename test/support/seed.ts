import fc from 'fast-check'

/**
 * Property tests draw the same values in every run, so that a green run stays green and a red one can be run again.
 * `HEARSAY_SEED=random` draws new ones, to go looking; a number draws those of that seed.
 */
const {HEARSAY_SEED = '20261122'} = process.env
if (HEARSAY_SEED !== 'random') fc.configureGlobal({seed: Number(HEARSAY_SEED)})
