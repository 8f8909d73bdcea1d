import {sql} from 'kysely'
import type {ClaimKind} from '../../reading/claim.ts'
import {claimKeys} from '../compare/claim-keys.ts'
import {holdAgainst, judgeNews, type News, tellingTheSame} from '../compare/judge-news.ts'
import type {
  ClaimNews,
  DocumentNews,
  NewsCounts,
  NewsDigest,
  NewsIndex,
  RestingClaim,
  SinceQuery
} from '../compare/news-index.ts'
import {pageLimit} from '../page-cursor.ts'
import type {StoredClaim} from '../store.ts'
import {type Bucket, bucketsOf, keyNumber, type Place, placeKey, uniquePlaces} from './claim-keys.ts'
import {claimsAt} from './claims-at.ts'
import {contradictionId} from './contradiction-rows.ts'
import {inEffect, loadEffective} from './document-in-effect.ts'
import {summariesOf} from './find-documents.ts'
import {type PlacedTold, toldAt, toldInDocument} from './news-told.ts'
import {claimSources} from './origin-sources.ts'
import {namesOfSubjects} from './subject-names.ts'
import type {InProject} from './tables.ts'

/** Of the claims on record that share a key, so many of the first and of the last are looked at. */
const FIRST_MAX = 6
const LAST_MAX = 6
/** Of a claim that many told, so many earlier ones are shown. */
const SHOWN_MAX = 5
const DOCUMENTS_MAX = 200
/** Claims of other documents that one document's are held against: each is a page of the file or two. */
const READ_MAX = 150

/** What documents brought, out of SQLite. */
export class SqliteNews implements NewsIndex {
  readonly #scope: InProject

  constructor(scope: InProject) {
    this.#scope = scope
  }

  async ofDocument(id: string): Promise<DocumentNews | undefined> {
    const {db, project} = this.#scope
    const derivation = await loadEffective(db, project, id)
    if (!derivation) return undefined
    const effect = inEffect(derivation)
    const {doc} = effect
    const told = await toldInDocument(this.#scope, effect, 'by-subject')
    const names = await namesOfSubjects(this.#scope, told)
    const keyed = told.map(each => ({
      told: each,
      keys: claimKeys(each, ({subject}) => names.get(subject) ?? []).map(keyNumber)
    }))
    const keys = [...new Set(keyed.flatMap(each => each.keys))]
    const buckets = await bucketsOf(this.#scope, keys, {doc, first: FIRST_MAX, last: LAST_MAX})
    const nearest = nearestPlaces(keyed, buckets)
    const others = await toldAt(this.#scope, nearest, 'by-subject', heldByWords(keyed, buckets))
    const isRead = new Set(nearest.map(placeKey))
    const held = keyed.map(({told: each, keys: own}) => ({
      told: each,
      isCapped: own.some(key => {
        const bucket = buckets.get(key)
        return bucket?.isCapped || bucket?.places.some(place => !isRead.has(placeKey(place)))
      }),
      ...holdAgainst(each, candidatesOf(own, buckets, others))
    }))
    const telling = held.map(tellingTheSame).filter(claims => 1 < claims.length)
    const sources = await claimSources(
      this.#scope,
      telling.flat().map(({document}) => document)
    )
    const judged = held.map(each => ({...each, ...judgeNews(each, sources)}))
    const claims = await this.#shown(judged)
    const [first] = claims.values()
    const document = first?.document ?? (await this.#summary(id))
    const news = judged.map(each => claimNews(each, claims))
    return {document, place: doc, counts: countNews(news), claims: news}
  }

  async since(query: SinceQuery): Promise<NewsDigest> {
    const {db, project} = this.#scope
    const count = pageLimit(query.limit, {max: DOCUMENTS_MAX})
    const isSince = 'place' in query ? sql`effect.doc > ${query.place}` : sql`document.saved_at >= ${query.time}`
    const {rows} = await sql<{document: string}>`
      select effect.document from effect join document on document.project = effect.project and document.id = effect.document
      where effect.project = ${project} and ${isSince} order by effect.doc desc limit ${count + 1}`.execute(db)
    const documents: DocumentNews[] = []
    for (const {document} of rows.slice(0, count)) documents.push((await this.ofDocument(document))!)
    return {
      counts: countNews(documents.flatMap(({claims}) => claims)),
      documents,
      hasMore: rows.length > count
    }
  }

  async #shown(judged: readonly Judged[]): Promise<Map<string, StoredClaim>> {
    const told = judged.flatMap(({told: own, restsOn}) => [own, ...restsOn.slice(0, SHOWN_MAX).map(each => each.told)])
    const places = uniquePlaces(told as PlacedTold[])
    const claims = await claimsAt(this.#scope, places)
    return new Map(places.map((place, index) => [placeKey(place), claims[index]!]))
  }

  async #summary(id: string): Promise<DocumentNews['document']> {
    return (await summariesOf(this.#scope, [id])).get(id)!
  }
}

/** What is told of somebody is held against what is told of them without its words; a statement may deny it in the same. */
function heldByWords(
  keyed: readonly {readonly told: PlacedTold; readonly keys: readonly number[]}[],
  buckets: ReadonlyMap<number, Bucket>
): (place: Place, kind: ClaimKind) => boolean {
  const beside = keyed.filter(({told: {claimKind}}) => !WORDLESS.has(claimKind)).flatMap(({keys}) => keys)
  const places = new Set(beside.flatMap(key => buckets.get(key)?.places ?? []).map(placeKey))
  return (place, kind) => !WORDLESS.has(kind) || places.has(placeKey(place))
}

const WORDLESS: ReadonlySet<ClaimKind> = new Set(['role', 'relation', 'production', 'event'])

/** Claims of other documents that share one of the keys, each once, in the order of the record. */
function candidatesOf(
  keys: readonly number[],
  buckets: ReadonlyMap<number, Bucket>,
  others: ReadonlyMap<string, PlacedTold>
): PlacedTold[] {
  const places = uniquePlaces(keys.flatMap(key => buckets.get(key)?.places ?? []))
  return places
    .flatMap(place => others.get(placeKey(place)) ?? [])
    .sort((a, b) => a.doc - b.doc || a.position - b.position)
}

/**
 * Where a document's claims share keys with more claims than can be read at once, those that share most of them with one of its
 * claims: what says the same shares all.
 */
function nearestPlaces(
  keyed: readonly {readonly keys: readonly number[]}[],
  buckets: ReadonlyMap<number, Bucket>
): Place[] {
  const nearness = new Map<string, {readonly place: Place; shared: number}>()
  for (const {keys} of keyed) {
    const shared = Map.groupBy(
      keys.flatMap(key => buckets.get(key)?.places ?? []),
      placeKey
    )
    for (const [key, places] of shared) {
      const share = places.length / keys.length
      if ((nearness.get(key)?.shared ?? 0) < share) nearness.set(key, {place: places[0]!, shared: share})
    }
  }
  return [...nearness.values()]
    .sort((one, other) => other.shared - one.shared || one.place.doc - other.place.doc)
    .slice(0, READ_MAX)
    .map(({place}) => place)
}

type Judged = News & {readonly told: PlacedTold; readonly isCapped: boolean}

function claimNews(
  {told, news, restsOn, reports, origins, isCapped}: Judged,
  claims: ReadonlyMap<string, StoredClaim>
): ClaimNews {
  const resting = restsOn.slice(0, SHOWN_MAX).map(
    ({told: earlier, relation, reason, contradiction}): RestingClaim => ({
      claim: claims.get(placeKey(earlier as PlacedTold))!,
      relation,
      reason,
      ...(contradiction && {contradiction, contradictionId: contradictionId(contradiction, earlier, told)})
    })
  )
  return {claim: claims.get(placeKey(told))!, news, restsOn: resting, reports, origins, isCapped}
}

function countNews(claims: readonly Pick<ClaimNews, 'news'>[]): NewsCounts {
  const counts = {new: 0, corroborates: 0, refines: 0, contradicts: 0, repeats: 0}
  for (const {news} of claims) counts[news]++
  return counts
}
