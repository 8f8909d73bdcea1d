import type {Store} from '../../src/record/store.ts'

/** Everything that was saved, as the record shows it to who asks. */
export async function contentOf(store: Store): Promise<unknown> {
  const {items} = await store.documents()
  const documents = await Promise.all(
    items.map(async ({id}) => {
      const document = await store.document(id)
      const readings = await Promise.all(document!.runs.map(run => store.reading(id, run.id)))
      const claims = await store.claims({document: id, includeUnsupported: true})
      const entities = await store.entities({document: id})
      return {document, readings, bytes: await store.bytes(id), claims, entities}
    })
  )
  return {documents, judgements: await store.judgements(), found: await store.search.find('quay OR said OR film')}
}
