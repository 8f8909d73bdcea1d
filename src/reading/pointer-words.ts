/** Participles by which a text says where its evidence lies. */
export const POINTING_VERBS = `
documented detailed described recorded shown seen revealed outlined cited quoted noted reported listed disclosed contained chronicled confirmed corroborated published laid set found
`

/** Nouns for works that hold evidence. */
export const EVIDENCE_NOUNS = `
file files document documents record records paper papers report reports study studies dossier dossiers archive archives transcript transcripts memo memos memorandum cable cables email emails e-mails letter letters
indictment complaint affidavit affidavits filing filings lawsuit testimony photograph photographs photos image images imagery footage video videos recording recordings data database statistics figures survey census
book books article articles book memoir diary diaries journal journals notes logs log minutes ledger ledgers invoice invoices contract contracts autopsy evidence audit paper review analysis poll intelligence statement release
`
